# The receive path of Linux 6.12, where it differs from 6.18 in what the function tracer saw.
like v6_18
number tcp_rmem_max_bytes 6291456
number rcvbuf_extra_segments 16
number base_slice_ns 750000
number small_head_bytes 640
number napi_small_head_bytes 1024
number max_tcp_header_bytes 320
without default_bbr
without rcvbuf_counts_queue
without rcvbuf_covers_gaps
without trace_tcp_sendmsg_locked
without trace_retransmit_failures
without unix_drop_reasons
without udp_defer_free
without udp_rcvbuf_strict
without irq_suspend

call skb_defer_free __local_bh_enable_ip<skb_attempt_defer_free
pipe_read 150ns ksys_read<__x64_sys_read pipe_read<vfs_read
pipe_read_wait 20ns kill_fasync<pipe_read
pipe_read_done 80ns kill_fasync<pipe_read
pipe_write 150ns ksys_write<__x64_sys_write pipe_write<vfs_write
pipe_write_wait 20ns kill_fasync<pipe_write
pipe_write_done 80ns kill_fasync<pipe_write
