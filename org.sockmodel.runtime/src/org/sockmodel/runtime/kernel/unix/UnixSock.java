package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.PollEvent;
import org.sockmodel.runtime.uapi.SocketType;

/** An AF_UNIX socket: {@code struct unix_sock}, {@code include/net/af_unix.h}. */
public final class UnixSock extends Sock {

  private final int type;
  private final WaitQueueHead peerWait = new WaitQueueHead();
  private UnixSock peer;
  private int wmemAllocBytes;
  private int maxAckBacklog;
  private boolean listening;
  private boolean dead;

  /**
   * @param type see {@link SocketType}, without flags
   * @param maxAckBacklog how many packets may wait in the queue: {@code net.unix.max_dgram_qlen}
   */
  public UnixSock(long address, int type, int maxAckBacklog) {
    super(address, AddressFamily.AF_UNIX, 0);
    this.type = type;
    this.maxAckBacklog = maxAckBacklog;
  }

  public int type() {
    return type;
  }

  /** Whether the socket has a peer that knows when it ends: all but datagram sockets. */
  boolean isConnectionBased() {
    return type != SocketType.SOCK_DGRAM;
  }

  /** {@code unix_peer}: the socket that data goes to; null if it is not connected. */
  public UnixSock peer() {
    return peer;
  }

  public void peer(UnixSock other) {
    peer = other;
  }

  /** {@code TCP_LISTEN}: what is in the receive queue are connections that nobody has accepted. */
  public boolean isListening() {
    return listening;
  }

  /** {@code unix_listen}. */
  public void listen(int backlog) {
    listening = true;
    maxAckBacklog = backlog;
  }

  /** {@code peer_wait}: senders, at a listener those who connect, that wait for room in this socket's queue. */
  WaitQueueHead peerWait() {
    return peerWait;
  }

  /** {@code SOCK_DEAD}: closed by its owner. */
  boolean isDead() {
    return dead;
  }

  void kill() {
    dead = true;
  }

  /** {@code sock_alloc_send_pskb}: whether one more packet may be allocated. */
  boolean maySend() {
    return wmemAllocBytes < sndbufBytes();
  }

  /** {@code unix_writable}: less than a quarter of the buffer is taken; {@code sk_wmem_alloc} of none is 1. */
  public boolean isWritable() {
    return !listening && wmemAllocBytes + 1 << 2 <= sndbufBytes();
  }

  /** {@code skb_set_owner_w} and {@code skb_queue_tail} at the receiver. */
  void sendTo(UnixSock other, SkBuff skb) {
    skb.socket(this);
    wmemAllocBytes += skb.truesizeBytes();
    other.receiveQueue().add(skb);
  }

  /** {@code sock_wfree}. */
  void sent(SkBuff skb) {
    wmemAllocBytes -= skb.truesizeBytes();
  }

  /** {@code unix_poll} and {@code unix_dgram_poll}. */
  @Override
  public int pollMask() {
    int mask = pollState();
    if (!receiveQueue().isEmpty()) {
      mask |= PollEvent.POLLIN;
    }
    if (isConnectionBased() && peer == null && !listening) {
      mask |= PollEvent.POLLHUP;
    }
    return isWritable() ? mask | PollEvent.POLLOUT : mask;
  }

  @Override
  public PathPoint pollPoint() {
    return type == SocketType.SOCK_STREAM ? PathPoint.UNIX_POLL : PathPoint.UNIX_DGRAM_POLL;
  }

  /** {@code unix_recvq_full}: whether the queue holds one packet more than {@code sk_max_ack_backlog}. */
  boolean isQueueFull() {
    return receiveQueue().length() > maxAckBacklog;
  }
}
