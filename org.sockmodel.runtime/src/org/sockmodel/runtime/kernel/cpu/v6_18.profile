# The receive path of Linux 6.18. A line: stretch, time, then its functions in the order of their entry,
# symbol<parent where the parent is not the function before; a line with call: functions that a decision adds, in the
# time of the stretch around them. Functions as the function tracer showed them on 6.12, with
# the order of 6.18's stacks; times fitted to the medians of a traced 6.18 host, tasks on one CPU.
# Options:
#   checksum_break: a checksum over 76 bytes or less is looked at before a socket is looked for (since 3.16).
#   clone3: pthread_create calls clone3(2) (since 5.3, and glibc 2.34).
#   udp_pages_long: UDP keeps what does not fit into four pages in page fragments (since 5.14).
#   wakelist_for_idle: a wake-up of an idle CPU's task is left to that CPU (since 5.8).
#   wait_woken: TCP readers sleep in wait_woken with woken_wake_function (since 3.19).
#   gro_normal_list: GRO hands packets up in lists, at the end of a poll or eight at a time (since 4.19).
#   copy_linear_skb: UDP copies a linear packet without the skb_copy_datagram_iovec tracepoint (since 4.10).
#   tcp_tracepoints: inet_sock_set_state, tcp_probe and tcp_rcv_space_adjust are fired (since 4.16).
#   trace_tcp_sendmsg_locked: so is tcp_sendmsg_locked (since 6.16).
#   trace_retransmit_failures: tcp_retransmit_skb tells also of what was not sent again in the end (since 6.17).
#   rcvlowat_wakes: TCP tells a reader only when SO_RCVLOWAT is reached (since 4.18).
#   reclaim_on_free: a socket gives memory back as soon as a page of it is free (since 6.0).
#   scaling_ratio: TCP's window follows how much memory the data takes, not half of the buffer (since 6.6).
#   busy_poll: SO_BUSY_POLL (since 3.11); prefer_busy_poll: SO_PREFER_BUSY_POLL, SO_BUSY_POLL_BUDGET (since 5.11).
#   raw_looks_first: a raw socket whose buffer is full gets no copy, which would be dropped (since 6.10).
#   defer_free: TCP leaves a segment that was read to the CPU whose memory it is from (since 5.18).
#   udp_defer_free: UDP does so too (since 6.18).
#   backlog_ack_defer: an acknowledgement of what waited in the backlog is sent when that is empty (since 6.6).
#   close_fput_sync: close(2) releases the file at once, not on the way back to user space (since 6.6).
#   epoll_exclusive: epoll_ctl knows EPOLLEXCLUSIVE (since 4.5).
#   pipe_split_waits: a pipe wakes a reader only when it was empty and a writer only when it was full, one at a time, in
#     queues of their own (since 5.5).
#   timer_bucket_expiry: timers expire with their bucket of the wheel, not in the jiffy they ask for (since 4.8).
#   timer_next_expiry: a tick raises the TIMER softirq only if a timer expires (since 5.9).
#   recent_used_cpu: a task whose CPU is busy looks at the one before it before any other (since 4.16).
#   timer_migration: a busy CPU runs the timers of idle ones (since 6.9).
#   roomy_backlog: segments for a socket that a task owns may take twice its receive buffer (since 6.10 and 6.1.91).
#   coalescing_backlog: a segment for a socket that a task owns can join the last one that waits (since 5.0).
#   closes_window: TCP answers a segment that it has no memory for, and says that its window is closed (since 6.6).
#   eevdf: tasks run by virtual deadlines, not only by virtual time (since 6.6); base_slice_ns is a task's slice.
#   delay_dequeue: a task that sleeps having run too much stays on the run queue until it is even (since 6.12).
#   epoll_wakes_sync: who wakes an epoll instance tells the scheduler that it will sleep itself (since 6.13 and 6.12.2).
#   net_rx_repoll_list: who used up its weight is polled again in the next run of net_rx_action (since 3.19).
#   in_net_rx_action: what is scheduled during a run of net_rx_action raises no softirq (since 6.4).
#   ksoftirqd_running: once ksoftirqd is runnable, only it runs softirqs (4.9 to 6.4).
#   ack_pushed_mss: a reader that has emptied the queue acknowledges at once what ends with a full segment that has the
#     PSH flag, too (since 6.6 and 6.1.57).
#   tcp_grow_skb: a segment that is sent takes data from the next one, up to what may be sent at once (since 6.10).
#   udp_rcvbuf_strict: UDP takes a packet only if its buffer has room for all of it (since 6.18).
#   udp_rmem_batches: UDP gives the memory of what was read back a quarter of the buffer at a time, or when all that its
#     reader has taken over is read (since 4.10).
#   small_head_bytes: heads of up to so much come from a cache of their own (since 6.3); max_tcp_header_bytes: the room
#     for TCP's headers, which follows the devices that the kernel is built for, here as on the 6.18 host; napi_small_head_bytes: what a driver that copies a small packet
#     gets for it (6.1 to 6.13).
#   syn_linear_timeouts: a SYN is sent again so often after one second each before the wait doubles (since 6.5).
#   tcp_rmem_max_bytes: how large TCP lets a receive buffer grow (6 MiB before 6.16); rcvbuf_extra_segments: how many
#     segments it gives it room for beside what is read (16 before 6.16).
#   worker_pools_per_cpu: a CPU's own pools of workers; those for any CPU are numbered after them (4 since 6.9, else 2).
#   epoll_params: an epoll instance can be told how to poll the card, by EPIOCSPARAMS (since 6.9).
#   irq_suspend: while it does, the card's interrupts can stay off for irq_suspend_timeout (since 6.13).
#   gro_flush_timeout, napi_defer_hard_irqs, threaded_napi: a device has these in sysfs (since 3.19, 5.8, 5.12).
#   fragment_limit: fragments over ipfrag_high_thresh are dropped; before 4.17 the oldest gave way.
#   fragment_drop_reasons: fragments that came in vain have a reason when they are dropped (since 6.2).
#   flow_limit: a CPU can keep large flows from filling the backlogs that it puts packets into (since 3.11).
#   unix_drop_reasons: AF_UNIX says why it frees what nobody reads (since 6.14).
#   rcvbuf_counts_queue: a receive buffer grows by what is read less what is queued then (since 6.16).
#   rcvbuf_covers_gaps: a receive buffer has room for what is missing before data that came out of order (since 6.16).
#   window_less_backlog: what waits in the backlog is no room for the window (since 5.1).
#   bbr: a connection can be controlled by BBR (since 4.9).
#   rack: TCP takes for lost what would have come by the time that later segments took (since 4.4, alone since 4.18),
#     not what three segments have overtaken.
#   compressed_acks: after three acknowledgements of what came out of order TCP holds those that follow for a while
#     (since 4.18).
#   loss_probe_more_ns, loss_probe_least_ns: a loss probe waits two round trips and so much more, at least so long in
#     all (10 ms in all before 4.13; two jiffies more before 6.6 and 6.1.60, which 2 ms are since).
#   default_bbr: connections are controlled by BBR unless a model says otherwise, as on the 6.18 host, which was built
#     so (CONFIG_DEFAULT_TCP_CONG); where nothing is said, by CUBIC, as is mainline's default.
#   napi_missed: an interrupt during a poll has it polled once more (since 4.11).
copy_ns_per_byte 0.08
option clone3
option checksum_break
option wait_woken
option gro_normal_list
option copy_linear_skb
option udp_pages_long
option wakelist_for_idle
option tcp_tracepoints
option trace_tcp_sendmsg_locked
option trace_retransmit_failures
option rcvlowat_wakes
option reclaim_on_free
option scaling_ratio
option raw_looks_first
option netdev_budget_usecs
option busy_poll
option prefer_busy_poll
option gro_flush_timeout
option napi_defer_hard_irqs
option threaded_napi
option defer_free
option udp_defer_free
option backlog_ack_defer
option close_fput_sync
option epoll_exclusive
option pipe_split_waits
option timer_bucket_expiry
option timer_next_expiry
option recent_used_cpu
option timer_migration
option roomy_backlog
option coalescing_backlog
option closes_window
option eevdf
option delay_dequeue
number base_slice_ns 700000
number syn_linear_timeouts 4
number tcp_rmem_max_bytes 33554432
number rcvbuf_extra_segments 0
number worker_pools_per_cpu 4
number small_head_bytes 576
number napi_small_head_bytes 0
number max_tcp_header_bytes 256
option udp_rcvbuf_strict
option udp_rmem_batches
option ack_pushed_mss
option tcp_grow_skb
option epoll_wakes_sync
option net_rx_repoll_list
option in_net_rx_action
option epoll_params
option irq_suspend
option fragment_limit
option fragment_drop_reasons
option flow_limit
option napi_missed
option unix_drop_reasons
option bbr
option default_bbr
option window_less_backlog
option rcvbuf_counts_queue
option rcvbuf_covers_gaps
option rack
option compressed_acks
number loss_probe_more_ns 2000000
number loss_probe_least_ns 0

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
napi_busy_loop 80ns
busy_poll_stop 60ns busy_poll_stop<__napi_busy_loop
napi_complete 90ns napi_complete_done
netif_receive_skb_list 110ns netif_receive_skb_list_internal<napi_complete_done __netif_receive_skb_list_core
  __netif_receive_skb_core.constprop.0
process_backlog 60ns process_backlog<__napi_poll
netif_receive_skb_core 90ns __netif_receive_skb<process_backlog __netif_receive_skb_one_core<process_backlog
  __netif_receive_skb_core.constprop.0
ip_list_rcv 60ns ip_list_rcv<__netif_receive_skb_list_core ip_rcv_core
ip_sublist_rcv 30ns ip_rcv_finish_core.constprop.0<ip_sublist_rcv
ip_rcv 50ns ip_rcv<__netif_receive_skb_one_core ip_rcv_core
call tcp_wfree_in_ip_rcv sk_free<ip_rcv_core
ip_rcv_finish 30ns ip_rcv_finish_core.constprop.0<ip_rcv
tcp_early_demux 60ns tcp_v4_early_demux<ip_rcv_finish_core.constprop.0
udp_early_demux 60ns udp_v4_early_demux<ip_rcv_finish_core.constprop.0
ip_route_input 60ns ip_route_input_noref<ip_rcv_finish_core.constprop.0
ip_sublist_deliver 30ns ip_local_deliver<ip_sublist_rcv_finish
ip_local_deliver 30ns ip_local_deliver<__netif_receive_skb_one_core
ip_defrag 250ns ip_defrag<ip_local_deliver
ip_sublist_deliver_finish 50ns ip_local_deliver_finish<ip_sublist_rcv_finish ip_protocol_deliver_rcu raw_local_deliver
ip_local_deliver_finish 40ns ip_local_deliver_finish<__netif_receive_skb_one_core ip_protocol_deliver_rcu
  raw_local_deliver
raw_rcv 300ns raw_rcv<raw_local_deliver ipv4_pktinfo_prepare sock_queue_rcv_skb_reason<raw_rcv
  sk_filter_trim_cap<sock_queue_rcv_skb_reason security_sock_rcv_skb __sock_queue_rcv_skb<sock_queue_rcv_skb_reason
arp_rcv 1500ns arp_rcv<__netif_receive_skb_core.constprop.0 arp_process<arp_rcv neigh_event_ns<arp_process
  __neigh_update<neigh_event_ns arp_send_dst<arp_process arp_create<arp_send_dst arp_xmit<arp_process __dev_queue_xmit
icmp_rcv 200ns icmp_rcv<ip_protocol_deliver_rcu
icmp_send 1500ns __icmp_send<__udp4_lib_rcv ip_push_pending_frames<icmp_push_reply ip_send_skb ip_output
  ip_finish_output2 __dev_queue_xmit
udp_err 600ns icmp_unreach<icmp_rcv udp_err<icmp_socket_deliver

udp_rcv 330ns udp_rcv<ip_protocol_deliver_rcu __udp4_lib_rcv<ip_protocol_deliver_rcu udp_unicast_rcv_skb
  udp_queue_rcv_skb udp_queue_rcv_one_skb<udp_unicast_rcv_skb sk_filter_trim_cap security_sock_rcv_skb
  __udp_enqueue_schedule_skb<udp_queue_rcv_one_skb
tcp_rcv 450ns tcp_v4_rcv<ip_protocol_deliver_rcu sk_filter_trim_cap security_sock_rcv_skb
tcp_do_rcv 220ns tcp_v4_do_rcv<tcp_v4_rcv tcp_rcv_established
tcp_ack 450ns tcp_ack<tcp_rcv_established
call tcp_ack_of_data tcp_ack<tcp_rcv_established
call tcp_clean_rtx __kfree_skb<tcp_ack
call tcp_data_queue_empty tcp_data_queue<tcp_rcv_established __kfree_skb<tcp_data_queue
call tcp_fast_ack_done __kfree_skb<tcp_rcv_established
tcp_queue_rcv 380ns tcp_queue_rcv<tcp_rcv_established tcp_event_data_recv<tcp_rcv_established
tcp_data_queue_ofo 300ns tcp_data_queue_ofo<tcp_data_queue
tcp_data_queue 500ns tcp_data_queue<tcp_rcv_established tcp_queue_rcv
call tcp_event_data_recv tcp_event_data_recv<tcp_data_queue
tcp_fin 120ns tcp_fin<tcp_data_queue
call tcp_set_state tcp_set_state
call inet_unhash __local_bh_enable_ip<tcp_set_state
call inet_put_port __local_bh_enable_ip<tcp_set_state
tcp_rcv_state_process 350ns tcp_v4_do_rcv<tcp_v4_rcv tcp_rcv_state_process tcp_ack
tcp_conn_request 900ns tcp_v4_do_rcv<tcp_v4_rcv tcp_rcv_state_process tcp_conn_request
call tcp_conn_request_done __local_bh_enable_ip<tcp_rcv_state_process consume_skb<tcp_rcv_state_process
call tcp_synsent_done __kfree_skb<tcp_rcv_state_process
tcp_check_req 900ns sk_prot_alloc<sk_clone_lock
tcp_child_process 500ns tcp_child_process<tcp_v4_rcv tcp_rcv_state_process tcp_ack
tcp_reset 250ns tcp_reset<tcp_validate_incoming
call tcp_reset_done __kfree_skb<tcp_validate_incoming
tcp_send_reset 700ns tcp_v4_send_reset<tcp_v4_rcv ip_output<ip_send_unicast_reply ip_finish_output2 __dev_queue_xmit
tcp_retransmit_timer 200ns tcp_write_timer_handler<tcp_write_timer tcp_retransmit_timer
tcp_send_loss_probe 250ns tcp_write_timer_handler<tcp_write_timer tcp_send_loss_probe
tcp_rack_reo_timeout 250ns tcp_write_timer_handler<tcp_write_timer tcp_rack_reo_timeout
tcp_delack_timer 200ns tcp_delack_timer_handler<tcp_delack_timer
tcp_data_ready 60ns tcp_data_ready<tcp_data_queue
call tcp_push_pending __tcp_push_pending_frames<tcp_rcv_established tcp_write_xmit
call tcp_check_space tcp_check_space<tcp_rcv_established
tcp_rcv_done 550ns
call tcp_ack_snd_check __tcp_ack_snd_check<tcp_v4_do_rcv
tcp_add_backlog 60ns tcp_add_backlog<tcp_v4_rcv
tcp_prequeue 0ns
tcp_prequeue_wake_up 0ns
tcp_prequeue_process 0ns
tcp_copy_to_iovec 0ns
tcp_data_queue_copy 0ns
sock_def_readable 60ns sock_def_readable
sock_def_error_report 40ns sock_def_error_report<sk_error_report
sk_stream_write_space 60ns sk_stream_write_space<tcp_check_space

wake_up 90ns __wake_up_sync_key<sock_def_readable __wake_up_common
sock_def_wakeup 40ns sock_def_wakeup
wake_up_all 60ns __wake_up<sock_def_wakeup __wake_up_common
wake_up_poll 60ns __wake_up<sock_def_error_report __wake_up_common
woken_wake_function 60ns woken_wake_function<__wake_up_common default_wake_function<__wake_up_common
receiver_wake_function 60ns receiver_wake_function<__wake_up_common autoremove_wake_function<__wake_up_common
  default_wake_function
autoremove_wake_function 60ns autoremove_wake_function<__wake_up_common default_wake_function
try_to_wake_up 120ns try_to_wake_up
ttwu_queue_wakelist 180ns ttwu_queue_wakelist<try_to_wake_up
ttwu_do_activate 800ns ttwu_queue_wakelist<try_to_wake_up ttwu_do_activate<try_to_wake_up
  enqueue_task_fair<enqueue_task wakeup_preempt<ttwu_do_activate
sched_ttwu_pending 500ns sched_ttwu_pending<__flush_smp_call_function_queue ttwu_do_activate
  enqueue_task_fair<enqueue_task wakeup_preempt<ttwu_do_activate
call resched_curr resched_curr<wakeup_preempt

dequeue_task 150ns dequeue_task_fair<__schedule
pick_next_task 150ns pick_next_task_fair<__schedule
context_switch 700ns

recvfrom 200ns __sys_recvfrom<__x64_sys_recvfrom sock_recvmsg security_socket_recvmsg
recvmsg 250ns __sys_recvmsg<__x64_sys_recvmsg ___sys_recvmsg ____sys_recvmsg sock_recvmsg security_socket_recvmsg
sock_read 230ns ksys_read<__x64_sys_read sock_read_iter<vfs_read sock_recvmsg security_socket_recvmsg
syscall_exit 120ns
tcp_recvmsg 250ns inet_recvmsg<sock_recvmsg tcp_recvmsg lock_sock_nested __local_bh_enable_ip<tcp_recvmsg
  tcp_recvmsg_locked<tcp_recvmsg
sk_wait_data 400ns tcp_cleanup_rbuf<tcp_recvmsg_locked sk_wait_data<tcp_recvmsg_locked add_wait_queue
release_before_wait 80ns release_sock<sk_wait_data
wait_woken 450ns wait_woken<sk_wait_data schedule_timeout schedule
tcp_woken 120ns __local_bh_enable_ip<sk_wait_data remove_wait_queue<sk_wait_data
tcp_copy 120ns skb_copy_datagram_iter<tcp_recvmsg_locked
call tcp_rcv_space_adjust tcp_rcv_space_adjust<tcp_recvmsg_locked
tcp_copied 120ns sock_rfree<tcp_recvmsg_locked skb_attempt_defer_free<tcp_recvmsg_locked
call skb_free_napi_cache __local_bh_enable_ip<tcp_recvmsg_locked
tcp_cleanup_rbuf 50ns tcp_cleanup_rbuf<tcp_recvmsg_locked
tcp_recvmsg_done 120ns release_sock<tcp_recvmsg
release_backlog 60ns __release_sock<release_sock __local_bh_enable_ip<__release_sock
call release_sock_done __local_bh_enable_ip<release_sock
udp_recvmsg 300ns inet_recvmsg<sock_recvmsg udp_recvmsg __skb_recv_udp __skb_try_recv_from_queue
call udp_splice __skb_try_recv_from_queue<__skb_recv_udp
call udp_queue_unlock __local_bh_enable_ip<__skb_recv_udp
wait_for_more_packets 150ns __skb_wait_for_more_packets<__skb_recv_udp prepare_to_wait_exclusive
udp_schedule_timeout 150ns schedule_timeout<__skb_wait_for_more_packets schedule
wait_for_more_done 80ns finish_wait<__skb_wait_for_more_packets
udp_woken 170ns __skb_try_recv_from_queue<__skb_recv_udp
udp_copy 150ns
call udp_copy_paged skb_copy_datagram_iter<udp_recvmsg
udp_recvmsg_done 200ns skb_consume_udp<udp_recvmsg
raw_recvmsg 300ns inet_recvmsg<sock_recvmsg raw_recvmsg skb_recv_datagram __skb_recv_datagram
  __skb_try_recv_datagram __skb_try_recv_from_queue
raw_wait_for_more_packets 150ns __skb_wait_for_more_packets<__skb_recv_datagram prepare_to_wait_exclusive
raw_woken 170ns __skb_try_recv_datagram<__skb_recv_datagram
  __skb_try_recv_from_queue
raw_copy 150ns skb_copy_datagram_iter<raw_recvmsg
raw_recvmsg_done 200ns skb_free_datagram<raw_recvmsg consume_skb<raw_recvmsg

sendto 200ns __sys_sendto<__x64_sys_sendto
sock_write 230ns ksys_write<__x64_sys_write sock_write_iter<vfs_write
udp_sendmsg 1000ns inet_sendmsg<__sys_sendto udp_sendmsg<__sys_sendto udp_send_skb ip_send_skb ip_output
  ip_finish_output2 __dev_queue_xmit
ip_fragment 200ns ip_finish_output2<ip_do_fragment __dev_queue_xmit
raw_sendmsg 1000ns inet_sendmsg<__sys_sendto raw_sendmsg<__sys_sendto lock_sock_nested __local_bh_enable_ip<raw_sendmsg
  ip_push_pending_frames<raw_sendmsg ip_send_skb ip_output ip_finish_output2 __dev_queue_xmit
raw_sendmsg_done 80ns release_sock<raw_sendmsg __local_bh_enable_ip<raw_sendmsg
tcp_sendmsg 400ns inet_sendmsg<__sys_sendto tcp_sendmsg<__sys_sendto lock_sock_nested
  __local_bh_enable_ip<tcp_sendmsg tcp_sendmsg_locked<tcp_sendmsg
tcp_sendmsg_copy 150ns
tcp_push 100ns tcp_push<tcp_sendmsg_locked __tcp_push_pending_frames<tcp_sendmsg_locked tcp_write_xmit
call tcp_new_data_sent tcp_check_space<tcp_write_xmit
tcp_sendmsg_done 650ns release_sock<tcp_sendmsg
tcp_transmit_skb 600ns __tcp_transmit_skb<tcp_write_xmit __tcp_select_window ip_queue_xmit<__tcp_transmit_skb
  __ip_queue_xmit<__tcp_transmit_skb ip_local_out ip_output<__ip_queue_xmit ip_finish_output2 __dev_queue_xmit
tcp_retransmit_skb 650ns tcp_retransmit_skb __tcp_retransmit_skb __tcp_transmit_skb __tcp_select_window
  ip_queue_xmit<__tcp_transmit_skb __ip_queue_xmit<__tcp_transmit_skb ip_local_out ip_output<__ip_queue_xmit
  ip_finish_output2 __dev_queue_xmit
tcp_xmit_probe_skb 650ns tcp_write_wakeup<tcp_send_probe0 tcp_xmit_probe_skb __tcp_transmit_skb __tcp_select_window
  ip_queue_xmit<__tcp_transmit_skb __ip_queue_xmit<__tcp_transmit_skb ip_local_out ip_output<__ip_queue_xmit
  ip_finish_output2 __dev_queue_xmit
tcp_send_ack 650ns tcp_send_ack<tcp_v4_do_rcv __tcp_transmit_skb<tcp_v4_do_rcv __tcp_select_window
  ip_queue_xmit<__tcp_transmit_skb __ip_queue_xmit<__tcp_transmit_skb ip_local_out ip_output<__ip_queue_xmit
  ip_finish_output2 __dev_queue_xmit
call inet_hash_connect __local_bh_enable_ip<__inet_hash_connect
tcp_send_syn 2500ns __tcp_transmit_skb<tcp_connect ip_queue_xmit __ip_queue_xmit<__tcp_transmit_skb ip_local_out
  ip_output<__ip_queue_xmit ip_finish_output2 __dev_queue_xmit
tcp_send_synack 1500ns ip_output<tcp_v4_send_synack ip_finish_output2 __dev_queue_xmit
tcp_send_active_reset 900ns tcp_send_active_reset<tcp_disconnect __tcp_transmit_skb __tcp_select_window
  ip_queue_xmit<__tcp_transmit_skb __ip_queue_xmit<__tcp_transmit_skb ip_local_out ip_output<__ip_queue_xmit
  ip_finish_output2 __dev_queue_xmit
nic_xmit 150ns
dev_hard_start_xmit 60ns dev_hard_start_xmit<__dev_queue_xmit
loopback_xmit 40ns loopback_xmit<dev_hard_start_xmit
veth_xmit 100ns veth_xmit<dev_hard_start_xmit
call tcp_wfree sk_free<loopback_xmit
netif_rx 40ns __netif_rx netif_rx_internal
enqueue_to_backlog 50ns enqueue_to_backlog<netif_rx_internal
xmit_done 60ns __local_bh_enable_ip<__dev_queue_xmit
softirq_on_enable 190ns __do_softirq<do_softirq.part.0 handle_softirqs<do_softirq.part.0

shutdown 150ns __sys_shutdown<__x64_sys_shutdown

unix_stream_recvmsg 250ns unix_stream_recvmsg<sock_recvmsg unix_stream_read_generic
unix_data_wait 100ns prepare_to_wait<unix_stream_read_generic
unix_schedule_timeout 150ns schedule_timeout<unix_stream_read_generic schedule
unix_finish_wait 80ns finish_wait<unix_stream_read_generic
unix_stream_copy 150ns unix_stream_read_actor<unix_stream_read_generic skb_copy_datagram_iter
unix_stream_copied 200ns
unix_stream_consume 100ns consume_skb<unix_stream_read_generic
unix_dgram_recvmsg 350ns unix_dgram_recvmsg<sock_recvmsg __unix_dgram_recvmsg<sock_recvmsg __skb_try_recv_datagram
  __skb_try_recv_from_queue
unix_seqpacket_recvmsg 370ns unix_seqpacket_recvmsg<sock_recvmsg unix_dgram_recvmsg<sock_recvmsg
  __unix_dgram_recvmsg<sock_recvmsg __skb_try_recv_datagram __skb_try_recv_from_queue
unix_wait_for_more_packets 150ns __skb_wait_for_more_packets<__unix_dgram_recvmsg prepare_to_wait_exclusive
unix_dgram_woken 170ns __skb_try_recv_datagram<__unix_dgram_recvmsg
  __skb_try_recv_from_queue
unix_dgram_copy 100ns skb_copy_datagram_iter<__unix_dgram_recvmsg
unix_dgram_copied 200ns
unix_dgram_consume 100ns consume_skb<__unix_dgram_recvmsg
unix_recvmsg_done 250ns
unix_stream_sendmsg 300ns unix_stream_sendmsg<__sys_sendto
unix_queue_tail 900ns
unix_dgram_sendmsg 300ns unix_dgram_sendmsg<__sys_sendto
unix_seqpacket_sendmsg 320ns unix_seqpacket_sendmsg<__sys_sendto unix_dgram_sendmsg<__sys_sendto
unix_dgram_deliver 1000ns sk_filter_trim_cap<unix_dgram_sendmsg security_sock_rcv_skb
unix_wait_for_peer 250ns prepare_to_wait_exclusive<unix_wait_for_peer schedule_timeout<unix_wait_for_peer schedule
sock_wait_for_wmem 100ns prepare_to_wait<sock_alloc_send_pskb
wmem_schedule_timeout 150ns schedule_timeout<sock_alloc_send_pskb schedule
wmem_woken 80ns finish_wait<sock_alloc_send_pskb
unix_release 400ns unix_release_sock<unix_release
unix_shutdown 150ns unix_shutdown<__sys_shutdown
unix_stream_connect 2500ns __sys_connect<__x64_sys_connect unix_create1<unix_stream_connect sk_alloc sk_prot_alloc
  sock_init_data<unix_create1 sock_init_data_uid
unix_accept 900ns __sys_accept4<__x64_sys_accept sock_alloc sock_alloc_inode sock_alloc_file<do_accept
  skb_recv_datagram<unix_accept __skb_recv_datagram __skb_try_recv_datagram __skb_try_recv_from_queue
unix_accept_done 400ns fd_install<__sys_accept4

tcp_connect 3000ns __sys_connect<__x64_sys_connect inet_stream_connect lock_sock_nested
  __local_bh_enable_ip<inet_stream_connect
connect_wait 150ns add_wait_queue<__inet_stream_connect release_sock<__inet_stream_connect
connect_schedule 100ns wait_woken<__inet_stream_connect
connect_woken 200ns lock_sock_nested<__inet_stream_connect __local_bh_enable_ip<__inet_stream_connect
  remove_wait_queue<__inet_stream_connect release_sock<inet_stream_connect
accept 500ns __sys_accept4<__x64_sys_accept inet_accept inet_csk_accept lock_sock_nested
  __local_bh_enable_ip<inet_csk_accept
accept_wait 150ns prepare_to_wait_exclusive<inet_csk_accept release_sock<inet_csk_accept
accept_schedule 100ns schedule_timeout<inet_csk_accept schedule
accept_woken 150ns lock_sock_nested<inet_csk_accept __local_bh_enable_ip<inet_csk_accept finish_wait<inet_csk_accept
accept_taken 100ns release_sock<inet_csk_accept
accept_done 700ns lock_sock_nested<inet_accept __local_bh_enable_ip<inet_accept __inet_accept
  release_sock<inet_accept fd_install<__sys_accept4
inet_shutdown 400ns inet_shutdown<__sys_shutdown lock_sock_nested __local_bh_enable_ip<inet_shutdown
  tcp_shutdown<inet_shutdown
tcp_send_fin 200ns tcp_send_fin<inet_shutdown __tcp_push_pending_frames<inet_shutdown tcp_write_xmit
inet_shutdown_done 120ns release_sock<inet_shutdown
tcp_close 600ns __sock_release<sock_close inet_release tcp_close lock_sock_nested __local_bh_enable_ip<tcp_close
tcp_close_orphan 100ns __local_bh_enable_ip<__tcp_close
call sock_put sk_free<inet_release
call tcp_close_no_backlog __release_sock<__tcp_close
tcp_close_done 150ns __local_bh_enable_ip<tcp_close release_sock<tcp_close
udp_close 600ns __sock_release<sock_close inet_release sk_common_release __local_bh_enable_ip<udp_destroy_sock
  __local_bh_enable_ip<sk_common_release
raw_close 600ns __sock_release<sock_close inet_release raw_close
setsockopt 500ns __sys_setsockopt<__x64_sys_setsockopt sk_setsockopt release_sock __local_bh_enable_ip<sk_setsockopt

tcp_poll 120ns tcp_poll<sock_poll
udp_poll 100ns udp_poll<sock_poll datagram_poll<sock_poll
datagram_poll 100ns datagram_poll<sock_poll
unix_poll 100ns unix_poll<sock_poll
unix_dgram_poll 100ns unix_dgram_poll<sock_poll
do_sys_poll 300ns do_sys_poll<__x64_sys_poll
do_pollfd 80ns sock_poll<do_sys_poll
do_select 400ns do_select<core_sys_select
select_poll_one 80ns sock_poll<do_select
pollwait 80ns add_wait_queue<__pollwait
poll_schedule_timeout 200ns schedule_hrtimeout_range<do_sys_poll schedule_hrtimeout_range_clock schedule
select_schedule_timeout 200ns schedule_hrtimeout_range<do_select schedule_hrtimeout_range_clock schedule
poll_freewait 60ns remove_wait_queue<poll_freewait
pollwake 60ns pollwake<__wake_up_common default_wake_function<__wake_up_common
epoll_create 900ns
epoll_ctl 250ns
ep_item_poll 80ns ep_item_poll.isra.0<do_epoll_ctl sock_poll<ep_item_poll.isra.0
ep_ptable_queue_proc 80ns add_wait_queue<ep_ptable_queue_proc
epoll_wait 200ns do_epoll_wait<__x64_sys_epoll_wait
ep_send_events 120ns ep_item_poll.isra.0<do_epoll_wait sock_poll<ep_item_poll.isra.0
ep_schedule_timeout 200ns schedule_hrtimeout_range<do_epoll_wait schedule_hrtimeout_range_clock schedule
ep_woken 100ns
ep_poll_callback 120ns ep_poll_callback<__wake_up_common
ep_wake_up 80ns __wake_up_sync<ep_poll_callback __wake_up_sync_key __wake_up_common
ep_autoremove_wake_function 60ns ep_autoremove_wake_function<__wake_up_common default_wake_function

pipe_read 150ns ksys_read<__x64_sys_read anon_pipe_read<vfs_read
pipe_read_copy 60ns
pipe_read_wait 0ns
pipe_read_done 80ns kill_fasync<anon_pipe_read
pipe_write 150ns ksys_write<__x64_sys_write anon_pipe_write<vfs_write
pipe_write_copy 200ns
pipe_write_wait 20ns kill_fasync<anon_pipe_write
pipe_write_done 80ns kill_fasync<anon_pipe_write
pipe_prepare_to_wait 80ns prepare_to_wait_event
pipe_schedule 100ns schedule
pipe_woken 80ns prepare_to_wait_event
pipe_finish_wait 60ns finish_wait
pipe_wake_up 90ns __wake_up_sync_key __wake_up_common
pipe_release 150ns pipe_release<__fput

kernel_clone 6000ns kernel_clone<__x64_sys_clone3 copy_process
do_send_specific 500ns do_send_sig_info<do_send_specific
send_sigio 400ns sock_wake_async<sock_def_readable kill_fasync send_sigio send_sigio_to_task
  do_send_sig_info<send_sigio
complete_signal 100ns complete_signal<__send_signal_locked
arch_do_signal 300ns arch_do_signal_or_restart<syscall_exit_to_user_mode get_signal
signal_handler 1500ns
rt_sigreturn 500ns
do_sigtimedwait 400ns schedule_hrtimeout_range_clock<do_sigtimedwait.isra.0 schedule

timer_entry 250ns irq_enter_rcu<sysvec_apic_timer_interrupt
timer_exit 120ns irq_exit_rcu<sysvec_apic_timer_interrupt
tick 1500ns
run_timer_softirq 150ns
process_timeout 100ns process_timeout<call_timer_fn
hrtimer_wakeup 100ns hrtimer_wakeup<__hrtimer_run_queues
nanosleep 600ns do_nanosleep schedule

socket_create_step 45ns

# A program that the kernel starts: see kernel/umh.c and kernel/workqueue.c. How long modprobe takes is a guess.
call_usermodehelper 900ns
wait_for_completion 150ns schedule_timeout<__wait_for_common schedule
usermodehelper_ended 150ns __wake_up<call_usermodehelper_exec __wake_up_common
user_mode_thread 30000ns
wake_up_new_task 900ns select_task_rq_fair<wake_up_new_task enqueue_task_fair<enqueue_task
  wakeup_preempt<wake_up_new_task
do_wait 400ns add_wait_queue<do_wait schedule<do_wait
do_wait_done 1500ns remove_wait_queue<do_wait
worker_idle 200ns schedule<worker_thread
kernel_execve 20000ns __wake_up<__d_add __wake_up_common
modprobe 3000000ns
do_exit 20000ns __wake_up<do_exit __wake_up_common __wake_up<do_notify_parent __wake_up_common
  __wake_up_sync_key<do_notify_parent __wake_up_common default_wake_function
