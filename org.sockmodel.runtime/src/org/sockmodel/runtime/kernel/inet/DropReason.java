package org.sockmodel.runtime.kernel.inet;

/** Why a packet is thrown away: {@code enum skb_drop_reason}, {@code include/net/dropreason-core.h}. */
public enum DropReason {

  /** The kernel does not say. */
  NOT_SPECIFIED,
  /** Nobody has the port. */
  NO_SOCKET,
  /** Nobody knows the protocol. */
  IP_NOPROTO,
  /** Too many fragments of its sender came before the next one of its packet. */
  FRAG_TOO_FAR,
  /** Other fragments of its packet did not come in time. */
  FRAG_REASM_TIMEOUT,
  /** Its checksum is wrong. */
  UDP_CSUM,
  /** Its checksum is wrong. */
  TCP_CSUM,
  /** The socket's receive buffer is full. */
  SOCKET_RCVBUFF,
  /** A task owns the socket, and too much waits for it to let go. */
  SOCKET_BACKLOG,
  /** No memory for a segment that is next. */
  PROTO_MEM,
  /** All of it was received before. */
  TCP_OLD_DATA,
  /** It is ahead of the window. */
  TCP_OVERWINDOW,
  /** The window is closed. */
  TCP_ZEROWINDOW,
  /** It is in the out-of-order queue already. */
  TCP_OFOMERGE,
  /** It waited in the out-of-order queue, and came by another way meanwhile. */
  TCP_OFO_DROP,
  /** It waited in the out-of-order queue, and memory was short. */
  TCP_OFO_QUEUE_PRUNE
}
