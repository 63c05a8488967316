package org.sockmodel.runtime.kernel.cpu;

/**
 * Calls that a decision adds between two stretches, in time that the stretch around them has already. Which functions
 * they enter is said by a {@link PathProfile} in the lines that begin with {@code call}; a kernel without such a line
 * enters none.
 */
public enum CallPoint {

  /** A woken task is to preempt the current one. */
  RESCHED_CURR,
  /** The destructor of a segment with data or flags, when a device takes it: {@code tcp_wfree}. */
  TCP_WFREE,
  /** The same, when IP receives the segment from a device that keeps the sender. */
  TCP_WFREE_IN_IP_RCV,
  /** {@code tcp_set_state} of any state. */
  TCP_SET_STATE,
  /** A socket that closes leaves the table of connections. */
  INET_UNHASH,
  /** A socket that closes gives back a port that the kernel chose. */
  INET_PUT_PORT,
  /** {@code tcp_ack} of a segment with data. */
  TCP_ACK_OF_DATA,
  /** {@code tcp_ack} frees a segment that the peer has received. */
  TCP_CLEAN_RTX,
  /** A segment without data ends on the slow path. */
  TCP_DATA_QUEUE_EMPTY,
  /** A segment without data ends on the fast path. */
  TCP_FAST_ACK_DONE,
  /** {@code tcp_event_data_recv} on the slow path. */
  TCP_EVENT_DATA_RECV,
  /** {@code tcp_push_pending_frames} with something to send. */
  TCP_PUSH_PENDING,
  /** {@code tcp_check_space}, after every segment. */
  TCP_CHECK_SPACE,
  /** {@code tcp_event_new_data_sent}. */
  TCP_NEW_DATA_SENT,
  /** {@code __tcp_ack_snd_check}. */
  TCP_ACK_SND_CHECK,
  /** {@code tcp_reset} frees the segment. */
  TCP_RESET_DONE,
  /** A connecting socket gets its port. */
  INET_HASH_CONNECT,
  /** The end of a listener's work on a SYN. */
  TCP_CONN_REQUEST_DONE,
  /** The end of a connecting socket's work on the answer to its SYN. */
  TCP_SYNSENT_DONE,
  /** {@code __release_sock} of a socket that closes and has no backlog. */
  TCP_CLOSE_NO_BACKLOG,
  /** A closed socket that nobody has any more: {@code sock_put}. */
  SOCK_PUT,
  /** The socket's lock is free: the end of {@code release_sock}. */
  RELEASE_SOCK_DONE,
  /** {@code tcp_rcv_space_adjust}. */
  TCP_RCV_SPACE_ADJUST,
  /** The end of {@code tcp_prequeue_process}: softirqs may run again. */
  TCP_PREQUEUE_DONE,
  /** {@code skb_attempt_defer_free} leaves a packet to another CPU. */
  SKB_DEFER_FREE,
  /** {@code skb_attempt_defer_free} frees a packet that is nobody's copy. */
  SKB_FREE_NAPI_CACHE,
  /** {@code __skb_recv_udp} takes over what stands in {@code sk_receive_queue} and looks again. */
  UDP_SPLICE,
  /** {@code __skb_recv_udp} is done with the queue. */
  UDP_QUEUE_UNLOCK,
  /** A datagram in page fragments to user space. */
  UDP_COPY_PAGED;

  /** The functions, among all paths of a profile; see {@link PathProfile#paths}. */
  public Path in(Path[] paths) {
    return paths[PathPoint.values().length + ordinal()];
  }
}
