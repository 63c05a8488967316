package org.sockmodel.runtime.kernel.sock;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.wait.WaitQueueHead;

/** A socket below the file descriptor: {@code struct sock}, {@code include/net/sock.h}. */
public final class Sock {

  /** {@code net.core.rmem_default} of a kernel with 4 KiB pages. */
  public static final int RMEM_DEFAULT_BYTES = 212_992;

  private final long address;
  private final int family;
  private final int protocol;
  private final SkBuffHead receiveQueue = new SkBuffHead();
  private final SkBuffHead backlog = new SkBuffHead();
  private final WaitQueueHead wait = new WaitQueueHead();
  private KernelFunction dataReady;
  private KernelFunction recvmsg;
  private KernelFunction sendmsg;
  private boolean ownedByUser;
  private int rmemAllocBytes;
  private int rcvbufBytes = RMEM_DEFAULT_BYTES;
  private int rcvlowatBytes = 1;
  private int port;
  private int peerPort;

  /**
   * @param address what a trace shows as {@code sk}
   * @param protocol the transport: 6 for TCP, 17 for UDP
   */
  public Sock(long address, int family, int protocol) {
    this.address = address;
    this.family = family;
    this.protocol = protocol;
  }

  /** Sets {@code sk_data_ready} and the protocol's {@code recvmsg} and {@code sendmsg}. */
  public Sock callbacks(KernelFunction newDataReady, KernelFunction newRecvmsg, KernelFunction newSendmsg) {
    dataReady = newDataReady;
    recvmsg = newRecvmsg;
    sendmsg = newSendmsg;
    return this;
  }

  public long address() {
    return address;
  }

  public int family() {
    return family;
  }

  public int protocol() {
    return protocol;
  }

  /** {@code sk_receive_queue}. */
  public SkBuffHead receiveQueue() {
    return receiveQueue;
  }

  /** {@code sk_backlog}: packets that came while a task owned the socket. */
  public SkBuffHead backlog() {
    return backlog;
  }

  /** {@code sk_sleep}: those who wait for this socket. */
  public WaitQueueHead sleepers() {
    return wait;
  }

  /** {@code sk_data_ready}: called with this socket as its {@code self}. */
  public KernelFunction dataReady() {
    return dataReady;
  }

  /** {@code sk_prot->recvmsg}. */
  public KernelFunction recvmsg() {
    return recvmsg;
  }

  /** {@code sk_prot->sendmsg}. */
  public KernelFunction sendmsg() {
    return sendmsg;
  }

  /** {@code sock_owned_by_user}. */
  public boolean isOwnedByUser() {
    return ownedByUser;
  }

  public void ownedByUser(boolean owned) {
    ownedByUser = owned;
  }

  /** {@code skb_set_owner_r} and {@code __skb_queue_tail}. */
  public void queue(SkBuff skb) {
    rmemAllocBytes += skb.truesizeBytes();
    receiveQueue.add(skb);
  }

  /** {@code __skb_unlink} and {@code sock_rfree} of the first packet. */
  public SkBuff unqueue() {
    SkBuff skb = receiveQueue.poll();
    rmemAllocBytes -= skb.truesizeBytes();
    return skb;
  }

  /** {@code sk_rmem_alloc}, in bytes. */
  public int rmemAllocBytes() {
    return rmemAllocBytes;
  }

  /** {@code sk_rcvbuf}, in bytes. */
  public int rcvbufBytes() {
    return rcvbufBytes;
  }

  public void rcvbufBytes(int bytes) {
    rcvbufBytes = bytes;
  }

  /** {@code sk_rcvlowat}, in bytes. */
  public int rcvlowatBytes() {
    return rcvlowatBytes;
  }

  public void rcvlowatBytes(int bytes) {
    rcvlowatBytes = bytes;
  }

  /** The port that the socket is connected to; 0 if it is not. */
  public int peerPort() {
    return peerPort;
  }

  public void peerPort(int number) {
    peerPort = number;
  }

  public int port() {
    return port;
  }

  public void port(int number) {
    port = number;
  }
}
