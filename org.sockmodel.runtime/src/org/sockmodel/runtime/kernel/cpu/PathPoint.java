package org.sockmodel.runtime.kernel.cpu;

import java.util.Locale;

/**
 * The stretches of the kernel between two decisions, in the order in which a received packet meets them. A {@link
 * PathProfile} says their functions and times; a model may override the time of {@code hardirq_entry} and its like.
 */
public enum PathPoint {

  /** From the interrupted code to the handler of a device's line. */
  HARDIRQ_ENTRY,
  /** The device's own handler, without what it schedules. */
  IRQ_HANDLER,
  /** {@code napi_schedule} in a handler. */
  NAPI_SCHEDULE,
  /** From the handler's end to the interrupted code, or to the softirqs. */
  HARDIRQ_EXIT,
  /** From the CPU's entry into an IPI's vector to its work, and from there to the interrupted code. */
  IPI_ENTRY, IPI_EXIT,
  /** How long an IPI travels to another CPU. */
  IPI_LATENCY,
  /** {@code handle_softirqs} up to the first action. */
  SOFTIRQ_ENTRY,
  /** From one softirq action to the next or to the end. */
  SOFTIRQ_EXIT,
  /** {@code net_rx_action} before its first poll. */
  NET_RX_ACTION,
  /** {@code __napi_poll} and the driver's poll function before its first packet. */
  NAPI_POLL,
  /** A packet from the ring through GRO. */
  NAPI_GRO_RECEIVE,
  /** {@code napi_complete_done} without what it hands up. */
  NAPI_COMPLETE,
  /** A reader's busy polling from one poll to the next, and its end. */
  NAPI_BUSY_LOOP, BUSY_POLL_STOP,
  /** A packet of a polled device from GRO to the protocols. */
  NETIF_RECEIVE_SKB_LIST,
  /** {@code process_backlog} before its first packet. */
  PROCESS_BACKLOG,
  /** A packet of a CPU's backlog up to the protocols. */
  NETIF_RECEIVE_SKB_CORE,
  /** IP receive of a packet that a polled device handed up, up to the question of where it goes. */
  IP_LIST_RCV,
  /** IP receive of a packet from a CPU's backlog, likewise. */
  IP_RCV,
  /** {@code ip_rcv_finish_core} of the one, and of the other. */
  IP_SUBLIST_RCV, IP_RCV_FINISH,
  /** The look for the TCP or UDP socket of a packet whose route is not known, or else for the route itself. */
  TCP_EARLY_DEMUX, UDP_EARLY_DEMUX, IP_ROUTE_INPUT,
  /** A packet of a list that is for this machine, and a single one, up to the question whether it is a fragment. */
  IP_SUBLIST_DELIVER, IP_LOCAL_DELIVER,
  /** {@code ip_defrag} of one fragment. */
  IP_DEFRAG,
  /** A packet of a list, and a single one, from there to its protocol. */
  IP_SUBLIST_DELIVER_FINISH, IP_LOCAL_DELIVER_FINISH,

  /** {@code raw_rcv}: the copy of a packet that a raw socket gets. */
  RAW_RCV,
  /** {@code arp_rcv} with the answer to a request, up to the device. */
  ARP_RCV,
  /** {@code icmp_rcv}, {@code __icmp_send} up to the device, and {@code udp_err} up to its socket. */
  ICMP_RCV, ICMP_SEND, UDP_ERR,
  /** UDP receive up to the socket's queue. */
  UDP_RCV,
  /** {@code tcp_v4_rcv} up to the question of who owns the socket. */
  TCP_RCV,
  /** {@code tcp_v4_do_rcv} and the beginning of {@code tcp_rcv_established}. */
  TCP_DO_RCV,
  /** {@code tcp_ack} of a segment without data, and freeing it. */
  TCP_ACK,
  /** TCP receive of data on the fast path, up to the socket's queue. */
  TCP_QUEUE_RCV,
  /** {@code tcp_ack} and {@code tcp_data_queue} of data on the slow path, up to the socket's queue. */
  TCP_DATA_QUEUE,
  /** {@code tcp_data_queue_ofo}: data that is ahead of what is missing. */
  TCP_DATA_QUEUE_OFO,
  /** {@code tcp_fin}: the peer sends no more. */
  TCP_FIN,
  /** {@code tcp_data_ready}: from TCP's receive queue to the data ready callback. */
  TCP_DATA_READY,
  /** The rest of {@code tcp_rcv_established} after the data ready callback. */
  TCP_RCV_DONE,
  /** {@code tcp_rcv_state_process} up to its decision. */
  TCP_RCV_STATE_PROCESS,
  /** {@code tcp_conn_request}: a listener takes a SYN. */
  TCP_CONN_REQUEST,
  /** {@code tcp_check_req}: the third segment of a handshake finds its request. */
  TCP_CHECK_REQ,
  /** {@code tcp_child_process} up to the child's new state. */
  TCP_CHILD_PROCESS,
  /** {@code tcp_reset}: a reset has come. */
  TCP_RESET,
  /** {@code tcp_v4_send_reset}, and whatever else no socket answers. */
  TCP_SEND_RESET,
  /** {@code tcp_delack_timer_handler} up to its decision. */
  TCP_DELACK_TIMER,
  /** What a sender's timer calls, up to its decision; {@code tcp_resume_early_retransmit} where there is no RACK. */
  TCP_RETRANSMIT_TIMER, TCP_SEND_LOSS_PROBE, TCP_RACK_REO_TIMEOUT,
  /** A segment is put on the backlog of a socket that a task owns. */
  TCP_ADD_BACKLOG,
  /** {@code tcp_prequeue} up to its decision. */
  TCP_PREQUEUE,
  /** A reader is woken for what waits in its prequeue. */
  TCP_PREQUEUE_WAKE_UP,
  /** {@code tcp_prequeue_process} up to its first segment. */
  TCP_PREQUEUE_PROCESS,
  /** {@code tcp_copy_to_iovec}: a segment of the fast path straight to its reader, but for the copy. */
  TCP_COPY_TO_IOVEC,
  /** {@code tcp_data_queue} of a segment that goes straight to its reader, but for the copy. */
  TCP_DATA_QUEUE_COPY,
  /** {@code sock_def_readable} up to its tracepoint. */
  SOCK_DEF_READABLE,
  /** {@code sock_def_error_report} and {@code sk_stream_write_space} up to the question whether somebody sleeps. */
  SOCK_DEF_ERROR_REPORT, SK_STREAM_WRITE_SPACE,

  /** {@code __wake_up_sync_key} up to the first entry. */
  WAKE_UP,
  /** {@code sock_def_wakeup} up to the question whether somebody sleeps. */
  SOCK_DEF_WAKEUP,
  /** {@code __wake_up} of all sleepers, and of one exclusive sleeper, up to the first entry. */
  WAKE_UP_ALL, WAKE_UP_POLL,
  /** {@code woken_wake_function}: the entry of a TCP reader since 3.19. */
  WOKEN_WAKE_FUNCTION,
  /** The entry of a datagram reader, and that of {@code DEFINE_WAIT}. */
  RECEIVER_WAKE_FUNCTION, AUTOREMOVE_WAKE_FUNCTION,
  /** {@code try_to_wake_up} up to the choice of a CPU. */
  TRY_TO_WAKE_UP,
  /** {@code ttwu_queue_wakelist}: the wake-up is left to the task's CPU. */
  TTWU_QUEUE_WAKELIST,
  /** {@code ttwu_do_activate}: the task goes on a run queue. */
  TTWU_DO_ACTIVATE,
  /** {@code sched_ttwu_pending}: a CPU takes the wake-ups that others left to it. */
  SCHED_TTWU_PENDING,
  /** {@code __schedule} before a task that sleeps is taken off its run queue. */
  DEQUEUE_TASK,
  /** {@code __schedule} when it picks the next task. */
  PICK_NEXT_TASK,
  /** {@code context_switch}: registers, stack and address space. */
  CONTEXT_SWITCH,
  /** {@code recvfrom(2)}, {@code recvmsg(2)} and {@code read(2)} of a socket down to the protocol. */
  RECVFROM, RECVMSG, SOCK_READ,
  /** From the protocol's return to user space. */
  SYSCALL_EXIT,
  /** {@code tcp_recvmsg} with the socket locked. */
  TCP_RECVMSG,
  /** {@code sk_wait_data} up to its wait queue entry. */
  SK_WAIT_DATA,
  /** {@code release_sock} before the sleep. */
  RELEASE_BEFORE_WAIT,
  /** From the wait queue to the scheduler. */
  WAIT_WOKEN,
  /** From the scheduler back to {@code tcp_recvmsg_locked}. */
  TCP_WOKEN,
  /** A segment's data to user space, without the copying itself. */
  TCP_COPY,
  /** {@code tcp_rcv_space_adjust} and the freeing of the segment. */
  TCP_COPIED,
  /** {@code tcp_cleanup_rbuf} up to its decision. */
  TCP_CLEANUP_RBUF,
  /** The end of {@code tcp_recvmsg}: {@code release_sock}. */
  TCP_RECVMSG_DONE,
  /** {@code __release_sock}: the backlog of a socket that its owner lets go. */
  RELEASE_BACKLOG,
  /** {@code udp_recvmsg} up to the first look into the queue. */
  UDP_RECVMSG,
  /** The datagram reader's wait queue entry. */
  WAIT_FOR_MORE_PACKETS,
  /** From the wait queue to the scheduler. */
  UDP_SCHEDULE_TIMEOUT,
  /** From the scheduler out of the datagram reader's wait queue, and from there back to the queue of datagrams. */
  WAIT_FOR_MORE_DONE, UDP_WOKEN,
  /** A datagram's data to user space, without the copying itself. */
  UDP_COPY,
  /** The end of {@code udp_recvmsg}. */
  UDP_RECVMSG_DONE,
  /** {@code raw_recvmsg}: to the first look into the queue, into the wait queue, awake again, the copy, the rest. */
  RAW_RECVMSG, RAW_WAIT_FOR_MORE_PACKETS, RAW_WOKEN, RAW_COPY, RAW_RECVMSG_DONE,
  /** {@code sendto(2)}, or {@code write(2)} of a socket, down to the protocol. */
  SENDTO, SOCK_WRITE,
  /** UDP send down to the device's queue. */
  UDP_SENDMSG,
  /** The next fragment to the device. */
  IP_FRAGMENT,
  /** {@code raw_sendmsg}: up to the device, and the rest. */
  RAW_SENDMSG, RAW_SENDMSG_DONE,
  /** {@code tcp_sendmsg} with the socket locked. */
  TCP_SENDMSG,
  /** A segment of the write queue, without the copying itself. */
  TCP_SENDMSG_COPY,
  /** {@code tcp_push} up to {@code tcp_write_xmit}. */
  TCP_PUSH,
  /** The end of {@code tcp_sendmsg}: {@code release_sock}. */
  TCP_SENDMSG_DONE,
  /** {@code __tcp_transmit_skb} of what stood in the write queue, down to the device's queue. */
  TCP_TRANSMIT_SKB,
  /** The same of a segment that was sent before: {@code tcp_retransmit_skb}. */
  TCP_RETRANSMIT_SKB,
  /** A segment that asks for the peer's window: {@code tcp_xmit_probe_skb}. */
  TCP_XMIT_PROBE_SKB,
  /** {@code tcp_send_ack} down to the device's queue. */
  TCP_SEND_ACK,
  /** {@code tcp_connect} down to the device's queue. */
  TCP_SEND_SYN,
  /** {@code tcp_v4_send_synack} down to the device's queue. */
  TCP_SEND_SYNACK,
  /** {@code tcp_send_active_reset} down to the device's queue. */
  TCP_SEND_ACTIVE_RESET,
  /** The transmit function of a network card. */
  NIC_XMIT,
  /** {@code shutdown(2)} down to the protocol. */
  SHUTDOWN,
  /** AF_UNIX stream receive up to the first look into the queue. */
  UNIX_STREAM_RECVMSG,
  /** {@code unix_stream_data_wait} up to its wait queue entry. */
  UNIX_DATA_WAIT,
  /** From the wait queue to the scheduler. */
  UNIX_SCHEDULE_TIMEOUT,
  /** {@code unix_stream_data_wait} after the sleep. */
  UNIX_FINISH_WAIT,
  /** {@code unix_stream_read_actor} before it copies. */
  UNIX_STREAM_COPY,
  /** A stream packet's data to user space, without the copying itself. */
  UNIX_STREAM_COPIED,
  /** A stream packet that is read is freed. */
  UNIX_STREAM_CONSUME,
  /** AF_UNIX datagram receive up to the first look into the queue. */
  UNIX_DGRAM_RECVMSG,
  /** The same of a sequenced packet socket. */
  UNIX_SEQPACKET_RECVMSG,
  /** The datagram reader's wait queue entry. */
  UNIX_WAIT_FOR_MORE_PACKETS,
  /** From the wait queue back to the datagram queue. */
  UNIX_DGRAM_WOKEN,
  /** A datagram from the queue to the copying. */
  UNIX_DGRAM_COPY,
  /** A datagram's data to user space, without the copying itself. */
  UNIX_DGRAM_COPIED,
  /** A datagram that is read is freed. */
  UNIX_DGRAM_CONSUME,
  /** The end of an AF_UNIX receive. */
  UNIX_RECVMSG_DONE,
  /** AF_UNIX stream send up to its first packet. */
  UNIX_STREAM_SENDMSG,
  /** A stream packet into the peer's queue. */
  UNIX_QUEUE_TAIL,
  /** AF_UNIX datagram send up to the packet. */
  UNIX_DGRAM_SENDMSG,
  /** The same of a sequenced packet socket. */
  UNIX_SEQPACKET_SENDMSG,
  /** A datagram into the receiver's queue. */
  UNIX_DGRAM_DELIVER,
  /** {@code unix_wait_for_peer}: the receiver's queue is full. */
  UNIX_WAIT_FOR_PEER,
  /** {@code sock_wait_for_wmem}: the sender's memory is used up. */
  SOCK_WAIT_FOR_WMEM,
  /** From the wait queue to the scheduler. */
  WMEM_SCHEDULE_TIMEOUT,
  /** From the scheduler back to the question for memory. */
  WMEM_WOKEN,
  /** {@code unix_release_sock} and {@code unix_shutdown} up to the first callback. */
  UNIX_RELEASE, UNIX_SHUTDOWN,
  /** {@code unix_stream_connect} and {@code unix_accept} up to the listener's queue, and the end of the latter. */
  UNIX_STREAM_CONNECT, UNIX_ACCEPT, UNIX_ACCEPT_DONE,
  /** From a device's queue to its transmit function. */
  DEV_HARD_START_XMIT,
  /** The transmit functions of the loopback device and of a veth up to {@code netif_rx}. */
  LOOPBACK_XMIT, VETH_XMIT,
  /** {@code __netif_rx}: from a transmit function to a backlog. */
  NETIF_RX,
  /** A packet is put on a CPU's backlog. */
  ENQUEUE_TO_BACKLOG,
  /** The end of {@code __dev_queue_xmit}, up to the softirqs that it lets run. */
  XMIT_DONE,
  /** {@code do_softirq} when a task lets softirqs run again. */
  SOFTIRQ_ON_ENABLE,
  /** {@code connect(2)} down to the new state. */
  TCP_CONNECT,
  /** {@code inet_wait_for_connect} up to the release of the socket, and from there to the scheduler. */
  CONNECT_WAIT, CONNECT_SCHEDULE,
  /** From the scheduler to the end of {@code inet_stream_connect}. */
  CONNECT_WOKEN,
  /** {@code accept(2)} down to {@code inet_csk_accept} with the socket locked. */
  ACCEPT,
  /** {@code inet_csk_wait_for_connect} up to the release of the listener, and from there to the scheduler. */
  ACCEPT_WAIT, ACCEPT_SCHEDULE,
  /** From the scheduler back to the queue of connections. */
  ACCEPT_WOKEN,
  /** {@code inet_csk_accept} with a connection, up to the release of the listener, and on to the new descriptor. */
  ACCEPT_TAKEN, ACCEPT_DONE,
  /** {@code inet_shutdown} with the socket locked. */
  INET_SHUTDOWN,
  /** {@code tcp_send_fin} up to {@code tcp_write_xmit}. */
  TCP_SEND_FIN,
  /** The end of {@code inet_shutdown}. */
  INET_SHUTDOWN_DONE,
  /** {@code close(2)} down to {@code __tcp_close} with the socket locked. */
  TCP_CLOSE,
  /** {@code __tcp_close} when the connection's end is on its way: {@code sock_orphan}; and from the backlog on. */
  TCP_CLOSE_ORPHAN, TCP_CLOSE_DONE,
  /** {@code close(2)} of a UDP socket. */
  UDP_CLOSE,
  /** {@code close} of a raw socket. */
  RAW_CLOSE,
  /** {@code setsockopt(2)}. */
  SETSOCKOPT,
  /** What answers {@code poll} for each kind of socket; {@code datagram_poll} is that of a raw socket. */
  TCP_POLL, UDP_POLL, DATAGRAM_POLL, UNIX_POLL, UNIX_DGRAM_POLL,
  /** {@code poll(2)} down to the first socket. */
  DO_SYS_POLL,
  /** One socket of {@code poll(2)} up to its protocol. */
  DO_POLLFD,
  /** {@code select(2)} down to the first socket. */
  DO_SELECT,
  /** One socket of {@code select(2)} up to its protocol. */
  SELECT_POLL_ONE,
  /** {@code __pollwait}: the caller's entry in a socket's wait queue. */
  POLLWAIT,
  /** {@code poll_schedule_timeout} of {@code poll(2)} up to the scheduler. */
  POLL_SCHEDULE_TIMEOUT,
  /** The same of {@code select(2)}. */
  SELECT_SCHEDULE_TIMEOUT,
  /** {@code poll_freewait}, for each socket. */
  POLL_FREEWAIT,
  /** {@code pollwake}: the entry of a task in {@code poll(2)} or {@code select(2)}. */
  POLLWAKE,
  /** {@code epoll_create1(2)}. */
  EPOLL_CREATE,
  /** {@code epoll_ctl(2)} up to what it changes. */
  EPOLL_CTL,
  /** {@code ep_item_poll} up to the socket's protocol. */
  EP_ITEM_POLL,
  /** {@code ep_ptable_queue_proc}: an item's entry in its socket's wait queue. */
  EP_PTABLE_QUEUE_PROC,
  /** {@code epoll_wait(2)} up to the ready list. */
  EPOLL_WAIT,
  /** {@code ep_send_events} for one item, up to the socket's protocol. */
  EP_SEND_EVENTS,
  /** From an epoll instance's wait queue to the scheduler, and back to {@code ep_poll}. */
  EP_SCHEDULE_TIMEOUT, EP_WOKEN,
  /** {@code ep_poll_callback}: the entry of an epoll item. */
  EP_POLL_CALLBACK,
  /** From {@code ep_poll_callback} to the first entry of the epoll instance's own wait queue. */
  EP_WAKE_UP,
  /** The entry of a task in {@code epoll_wait(2)}. */
  EP_AUTOREMOVE_WAKE_FUNCTION,
  /** {@code pipe_read} and {@code pipe_write}: down to the mutex, a page without its bytes, up to a wait, the rest. */
  PIPE_READ, PIPE_READ_COPY, PIPE_READ_WAIT, PIPE_READ_DONE,
  PIPE_WRITE, PIPE_WRITE_COPY, PIPE_WRITE_WAIT, PIPE_WRITE_DONE,
  /** The wait for a pipe: into the wait queue, to the scheduler, awake again, out of the wait queue. */
  PIPE_PREPARE_TO_WAIT, PIPE_SCHEDULE, PIPE_WOKEN, PIPE_FINISH_WAIT,
  /** {@code wake_up_interruptible_sync_poll} of a pipe's wait queue; {@code close(2)} of one end. */
  PIPE_WAKE_UP, PIPE_RELEASE,
  /** {@code clone(2)} of a thread up to its wake-up; {@code tgkill(2)} up to the signal's pending mask. */
  KERNEL_CLONE, DO_SEND_SPECIFIC,
  /** {@code sock_wake_async} and {@code send_sigio} up to the signal's pending mask. */
  SEND_SIGIO,
  /** {@code complete_signal}: the choice of a thread. */
  COMPLETE_SIGNAL,
  /** {@code get_signal} on the way to user space. */
  ARCH_DO_SIGNAL,
  /** The signal's frame and its handler. */
  SIGNAL_HANDLER,
  /** {@code rt_sigreturn(2)}. */
  RT_SIGRETURN,
  /** {@code do_sigtimedwait} up to the scheduler. */
  DO_SIGTIMEDWAIT,
  /** From the CPU's entry into the local timer's vector to its work, and from there to the interrupted code. */
  TIMER_ENTRY, TIMER_EXIT,
  /** {@code tick_nohz_handler}: the accounting of one jiffy. */
  TICK,
  /** {@code run_timer_softirq} before its first timer. */
  RUN_TIMER_SOFTIRQ,
  /** {@code process_timeout}: the timeout of a sleep. */
  PROCESS_TIMEOUT,
  /** {@code hrtimer_wakeup}: the end of a sleep. */
  HRTIMER_WAKEUP,
  /** {@code clock_nanosleep(2)} down to the scheduler. */
  NANOSLEEP,

  /** A program for a task: the request, the wait until it has ended, and the way back to the task. */
  CALL_USERMODEHELPER, WAIT_FOR_COMPLETION, USERMODEHELPER_ENDED,
  /** A worker up to the program's thread, that thread's start, the wait for its end, the end, the worker's sleep. */
  USER_MODE_THREAD, WAKE_UP_NEW_TASK, DO_WAIT, DO_WAIT_DONE, WORKER_IDLE,
  /** The program's thread: {@code kernel_execve}, modprobe in user space, {@code do_exit} up to its parent. */
  KERNEL_EXECVE, MODPROBE, DO_EXIT,
  /** One function of {@code socket(2)}'s creation; their number is that of the functions that the creation enters. */
  SOCKET_CREATE_STEP;

  /** The name in profiles and in a model's costs. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What lies there, among all paths of a profile; see {@link PathProfile#paths}. */
  public Path in(Path[] paths) {
    return paths[ordinal()];
  }
}
