# The receive path of Linux 6.18. A line: stretch, time, then its functions in the order of their entry,
# symbol<parent where the parent is not the function before. Functions as the function tracer showed them on 6.12, with
# the order of 6.18's stacks; times fitted to the medians of a traced 6.18 host, tasks on one CPU.
# Options:
#   wakelist_for_idle: a wake-up of an idle CPU's task is left to that CPU (since 5.8).
#   wait_woken: TCP readers sleep in wait_woken with woken_wake_function (since 3.19).
#   gro_normal_list: GRO hands packets up in lists, at the end of a poll or eight at a time (since 4.19).
#   copy_linear_skb: UDP copies a linear packet without the skb_copy_datagram_iovec tracepoint (since 4.10).
#   timer_bucket_expiry: timers expire with their bucket of the wheel, not in the jiffy they ask for (since 4.8).
#   timer_next_expiry: a tick raises the TIMER softirq only if a timer expires (since 5.9).
copy_ns_per_byte 0.08
option wait_woken
option gro_normal_list
option copy_linear_skb
option wakelist_for_idle
option timer_bucket_expiry
option timer_next_expiry

hardirq_entry 420ns irq_enter_rcu<common_interrupt handle_edge_irq<__common_interrupt handle_irq_event
  __handle_irq_event_percpu
irq_handler 150ns
napi_schedule 80ns __napi_schedule
hardirq_exit 180ns irq_exit_rcu<common_interrupt
ipi_entry 250ns irq_enter_rcu<sysvec_call_function_single
ipi_exit 120ns irq_exit_rcu<sysvec_call_function_single
ipi_latency 1200ns

softirq_entry 250ns handle_softirqs<__irq_exit_rcu
softirq_exit 60ns
net_rx_action 90ns net_rx_action<handle_softirqs
napi_poll 110ns __napi_poll<net_rx_action
napi_gro_receive 160ns napi_gro_receive dev_gro_receive inet_gro_receive
napi_complete 90ns napi_complete_done
netif_receive_skb_list 110ns netif_receive_skb_list_internal<napi_complete_done __netif_receive_skb_list_core
  __netif_receive_skb_core.constprop.0
process_backlog 60ns process_backlog<__napi_poll
netif_receive_skb_core 90ns __netif_receive_skb<process_backlog __netif_receive_skb_one_core<process_backlog
  __netif_receive_skb_core.constprop.0
ip_list_rcv 170ns ip_list_rcv<__netif_receive_skb_list_core ip_rcv_core ip_rcv_finish_core.constprop.0<ip_sublist_rcv
  ip_local_deliver<ip_sublist_rcv_finish ip_local_deliver_finish<ip_sublist_rcv_finish ip_protocol_deliver_rcu
ip_rcv 150ns ip_rcv<__netif_receive_skb_one_core ip_rcv_core ip_rcv_finish_core.constprop.0<ip_rcv
  ip_local_deliver<__netif_receive_skb_one_core ip_local_deliver_finish<__netif_receive_skb_one_core
  ip_protocol_deliver_rcu

udp_rcv 330ns udp_rcv<ip_protocol_deliver_rcu __udp4_lib_rcv<ip_protocol_deliver_rcu udp_unicast_rcv_skb
  udp_queue_rcv_skb udp_queue_rcv_one_skb<udp_unicast_rcv_skb sk_filter_trim_cap security_sock_rcv_skb
  __udp_enqueue_schedule_skb<udp_queue_rcv_one_skb
tcp_rcv 300ns tcp_v4_rcv<ip_protocol_deliver_rcu sk_filter_trim_cap security_sock_rcv_skb
tcp_do_rcv 200ns tcp_v4_do_rcv<tcp_v4_rcv tcp_rcv_established
tcp_queue_rcv 380ns tcp_ack<tcp_rcv_established tcp_data_queue<tcp_rcv_established tcp_queue_rcv
  tcp_event_data_recv<tcp_data_queue
tcp_data_ready 60ns tcp_data_ready<tcp_data_queue
tcp_rcv_done 120ns tcp_check_space<tcp_rcv_established __tcp_ack_snd_check<tcp_v4_do_rcv
tcp_add_backlog 60ns tcp_add_backlog<tcp_v4_rcv
sock_def_readable 60ns sock_def_readable

wake_up 90ns __wake_up_sync_key<sock_def_readable __wake_up_common
sock_def_wakeup 40ns sock_def_wakeup
wake_up_all 60ns __wake_up<sock_def_wakeup __wake_up_common
woken_wake_function 60ns woken_wake_function<__wake_up_common default_wake_function<__wake_up_common
receiver_wake_function 60ns receiver_wake_function<__wake_up_common autoremove_wake_function<__wake_up_common
  default_wake_function
autoremove_wake_function 60ns autoremove_wake_function<__wake_up_common default_wake_function
try_to_wake_up 120ns try_to_wake_up
ttwu_queue_wakelist 180ns ttwu_queue_wakelist<try_to_wake_up
ttwu_do_activate 800ns ttwu_queue_wakelist<try_to_wake_up ttwu_do_activate<try_to_wake_up
  enqueue_task_fair<enqueue_task wakeup_preempt<ttwu_do_activate resched_curr
sched_ttwu_pending 500ns sched_ttwu_pending<__flush_smp_call_function_queue ttwu_do_activate
  enqueue_task_fair<enqueue_task wakeup_preempt<ttwu_do_activate resched_curr

dequeue_task 150ns dequeue_task_fair<__schedule
pick_next_task 150ns pick_next_task_fair<__schedule
context_switch 700ns

recvfrom 200ns __sys_recvfrom<__x64_sys_recvfrom sock_recvmsg security_socket_recvmsg
recvmsg 250ns __sys_recvmsg<__x64_sys_recvmsg sock_recvmsg security_socket_recvmsg
sock_read 230ns ksys_read<__x64_sys_read sock_read_iter<vfs_read sock_recvmsg security_socket_recvmsg
syscall_exit 120ns
tcp_recvmsg 250ns inet_recvmsg<sock_recvmsg tcp_recvmsg lock_sock_nested __local_bh_enable_ip<tcp_recvmsg
  tcp_recvmsg_locked<tcp_recvmsg
sk_wait_data 150ns tcp_cleanup_rbuf<tcp_recvmsg_locked sk_wait_data<tcp_recvmsg_locked add_wait_queue
release_before_wait 80ns release_sock<sk_wait_data __local_bh_enable_ip<sk_wait_data
wait_woken 150ns wait_woken<sk_wait_data schedule_timeout schedule
tcp_woken 220ns __local_bh_enable_ip<sk_wait_data remove_wait_queue<sk_wait_data
tcp_copy 120ns skb_copy_datagram_iter<tcp_recvmsg_locked
tcp_copied 180ns sock_rfree<tcp_recvmsg_locked skb_attempt_defer_free<tcp_recvmsg_locked
  __local_bh_enable_ip<skb_attempt_defer_free
tcp_recvmsg_done 150ns tcp_cleanup_rbuf<tcp_recvmsg_locked release_sock<tcp_recvmsg __local_bh_enable_ip<tcp_recvmsg
udp_recvmsg 300ns inet_recvmsg<sock_recvmsg udp_recvmsg __skb_recv_udp __skb_try_recv_from_queue
  __local_bh_enable_ip<__skb_recv_udp
wait_for_more_packets 150ns __skb_wait_for_more_packets<__skb_recv_udp prepare_to_wait_exclusive
udp_schedule_timeout 150ns schedule_timeout<__skb_wait_for_more_packets schedule
udp_woken 250ns finish_wait<__skb_wait_for_more_packets __skb_try_recv_from_queue<__skb_recv_udp
  __local_bh_enable_ip<__skb_recv_udp
udp_copy 150ns
udp_recvmsg_done 200ns skb_consume_udp<udp_recvmsg

sendto 200ns __sys_sendto<__x64_sys_sendto
udp_sendmsg 1000ns inet_sendmsg<__sys_sendto udp_sendmsg<__sys_sendto udp_send_skb ip_send_skb ip_output
  ip_finish_output2 __dev_queue_xmit
dev_hard_start_xmit 60ns dev_hard_start_xmit<__dev_queue_xmit
loopback_xmit 80ns loopback_xmit<dev_hard_start_xmit __netif_rx netif_rx_internal
enqueue_to_backlog 50ns enqueue_to_backlog<netif_rx_internal
xmit_done 60ns __local_bh_enable_ip<__dev_queue_xmit
softirq_on_enable 190ns __do_softirq<do_softirq.part.0 handle_softirqs<do_softirq.part.0

timer_entry 250ns irq_enter_rcu<sysvec_apic_timer_interrupt
timer_exit 120ns irq_exit_rcu<sysvec_apic_timer_interrupt
tick 1500ns
run_timer_softirq 150ns
process_timeout 100ns process_timeout<call_timer_fn
hrtimer_wakeup 100ns hrtimer_wakeup<__hrtimer_run_queues
nanosleep 600ns do_nanosleep schedule
