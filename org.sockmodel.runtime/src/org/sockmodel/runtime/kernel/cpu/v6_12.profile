# The receive path of Linux 6.12: the function tracer saw no difference to 6.18 in what is modelled.
like v6_18
number base_slice_ns 750000
without trace_tcp_sendmsg_locked
without udp_defer_free

call skb_defer_free __local_bh_enable_ip<skb_attempt_defer_free
