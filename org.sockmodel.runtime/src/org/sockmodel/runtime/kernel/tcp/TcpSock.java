package org.sockmodel.runtime.kernel.tcp;

import java.util.ArrayDeque;
import org.sockmodel.runtime.kernel.congestion.Congestion;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.PageFrag;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.kernel.timer.KernelTimer;
import org.sockmodel.runtime.kernel.timer.SoftHrtimer;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.IpProtocol;
import org.sockmodel.runtime.uapi.PollEvent;

/**
 * A TCP socket: {@code struct tcp_sock} with {@code struct inet_connection_sock}, {@code include/linux/tcp.h}. Fields
 * carry the kernel's names; the functions of this package are the methods.
 */
final class TcpSock extends Sock {

  /** The longest IP packet. */
  private static final int LONGEST_BYTES = 65_535;
  private static final int PAGE_BYTES = 4096;
  private static final int NO_CPU = -1;
  private static final int NOT_PREDICTED = -1;

  /** How long a CPU waits before it looks at a lock again. */
  private static final long SPIN_NS = 40;

  final SkBuffHead writeQueue = new SkBuffHead();
  final SkBuffHead rtxQueue = new SkBuffHead();
  final DelayedAck ack;
  final Congestion congestion;
  final Scoreboard scoreboard;
  final TcpRecovery recovery;
  final LossProbe probe;
  final SelectiveAcks sacks = new SelectiveAcks(this);
  final OutOfOrderQueue outOfOrder = new OutOfOrderQueue();
  final TcpWindow window;
  final TcpUcopy ucopy = new TcpUcopy();
  final ArrayDeque<TcpSock> acceptQueue = new ArrayDeque<>();
  TcpState state = TcpState.TCP_CLOSE;
  KernelTimer delackTimer;
  XmitTimer rtoTimer;
  /** {@code pacing_timer}: when the next segment may leave. */
  SoftHrtimer pacingTimer;
  CompressedAcks compressed;
  NetDevice device;
  TcpSock listener;
  long sndNxt;
  long sndUna;
  long sndSml;
  long writeSeq;
  /** {@code pushed_seq}: up to where the peer was told not to wait for more. */
  long pushedSeq;
  long rcvNxt;
  long rcvWup;
  long copiedSeq;
  /** {@code snd_wl1}: which segment has told the window. */
  long sndWl1;
  int sndWndBytes;
  int rcvWndBytes;
  int maxWindowBytes;
  int mssBytes;
  long srttNs;
  /** {@code ts_recent}: the newest time by the peer's clock. */
  long peerClockMs;
  int wmemQueuedBytes;
  /** {@code sk_page_frag}: where the next data are copied to. */
  final PageFrag pageFrag = new PageFrag();
  int maxAckBacklog;
  int requests;
  /** How often a request has answered its SYN. */
  int synacks;
  /** When the first of them was sent: {@code snt_synack}. */
  long synackNs;
  long lingerNs = -1;
  /** {@code SOCK_BINDPORT_LOCK}: the user chose the port, so that it stays when the connection ends. */
  boolean bound;
  boolean nodelay;
  boolean noSpace;
  /** {@code SS_CONNECTING}: what has become of {@code connect(2)} is still to be told. */
  boolean connecting;
  /** {@code SOCK_SNDBUF_LOCK}: the program has set the buffer, which does not grow any more. */
  boolean sndbufLocked;
  boolean done;
  boolean dead;
  /** {@code tcp_v4_destroy_sock} has been called. */
  boolean destroyed;
  boolean timeWait;
  boolean openLoopPeer;
  int deferred;
  int backlogBytes;
  private final boolean reclaims;
  private int forwardAllocBytes;
  private int slockCpu = NO_CPU;
  private int predictedWndBytes = NOT_PREDICTED;

  /**
   * How a kernel finds what is lost.
   *
   * @param usesRack by {@link Rack}, or by {@link ForwardAck}
   * @param probe when it probes
   */
  record Loss(boolean usesRack, LossProbe.Timing probe) {

    static Loss of(PathProfile profile) {
      return new Loss(profile.has("rack"), LossProbe.Timing.of(profile));
    }
  }

  /**
   * @param reclaims whether memory goes back as soon as a page of it is free; otherwise the socket keeps it
   * @param growth how the receive window grows
   * @param pushesFullSegments see {@link DelayedAck}
   * @param loss how it learns of losses
   */
  TcpSock(long address, boolean reclaims, TcpWindow.Growth growth, boolean pushesFullSegments,
      Congestion congestion, Loss loss) {
    super(address, AddressFamily.AF_INET, IpProtocol.IPPROTO_TCP);
    this.reclaims = reclaims;
    ack = new DelayedAck(pushesFullSegments);
    window = new TcpWindow(this, growth);
    this.congestion = congestion;
    LossDetection detection = loss.usesRack ? new Rack() : new ForwardAck();
    scoreboard = new Scoreboard(this, detection);
    recovery = new TcpRecovery(this, detection);
    probe = new LossProbe(this, loss.probe);
  }

  /** {@code lock_sock}: false if the caller has to spin and go on at {@code retryPc}; nobody sleeps as an owner. */
  boolean lock(Cpu cpu, Frame frame, int retryPc) {
    if (isOwnedByUser() || slockCpu != NO_CPU) {
      cpu.spend(frame, SPIN_NS, retryPc);
      return false;
    }
    ownedByUser(true);
    return true;
  }

  /** {@code bh_lock_sock}: false if another CPU has the spin lock, and the caller goes on at {@code retryPc}. */
  boolean bhLock(Cpu cpu, Frame frame, int retryPc) {
    if (slockCpu != NO_CPU) {
      cpu.spend(frame, SPIN_NS, retryPc);
      return false;
    }
    slockCpu = cpu.id();
    return true;
  }

  /** {@code bh_unlock_sock}. */
  void bhUnlock() {
    slockCpu = NO_CPU;
  }

  /** {@code sk_rmem_schedule}: reserves whole pages if the segment needs more than is reserved. */
  void scheduleRmem(int truesizeBytes) {
    int missing = truesizeBytes - forwardAllocBytes;
    if (missing > 0) {
      forwardAllocBytes += (missing + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    }
  }

  /** {@code tcp_fast_path_on}: the next segment is expected to bring nothing but data or an acknowledgement. */
  void fastPathOn() {
    predictedWndBytes = sndWndBytes;
  }

  /** {@code tcp_fast_path_check}: the window is the one to expect, if there is room for data. */
  void fastPathCheck() {
    if (outOfOrder.isEmpty() && rcvWndBytes > 0 && rmemAllocBytes() < rcvbufBytes()) {
      fastPathOn();
    }
  }

  /** {@code pred_flags = 0}: nothing is expected. */
  void fastPathOff() {
    predictedWndBytes = NOT_PREDICTED;
  }

  /** {@code pred_flags}: whether the segment is the one that header prediction expects. */
  boolean predicts(SkBuff skb) {
    TcpHeader header = skb.tcp();
    boolean acknowledges = openLoopPeer || header.windowBytes() == predictedWndBytes && header.ackSeq() <= sndNxt;
    return acknowledges && outOfOrder.isEmpty() && header.seq() == rcvNxt && !header.has(TcpHeader.FIN)
        && !header.has(TcpHeader.SYN);
  }

  /** Whether data is what header prediction expects and fits into memory that is reserved already. */
  boolean isFastPath(SkBuff skb) {
    return predicts(skb) && skb.truesizeBytes() <= forwardAllocBytes
        && skb.payloadBytes() <= receiveWindowBytes();
  }

  /** {@code sk_rcvqueues_full}: whether the backlog can take no more, when it may have {@code limitBytes}. */
  boolean isBacklogFull(long limitBytes) {
    return backlogBytes + rmemAllocBytes() > limitBytes;
  }

  /** {@code tcp_queue_rcv}: true if the data joined the last segment, and the segment itself is left to the caller. */
  boolean queueRcv(SkBuff skb) {
    int overlapBytes = (int) (rcvNxt - skb.tcp().seq());
    skb.consume(overlapBytes);
    rcvNxt = skb.tcp().endSeq();
    if (overlapBytes > 0 || !receiveQueue().coalesce(skb)) {
      queue(skb);
      forwardAllocBytes -= skb.truesizeBytes();
      return false;
    }
    count(SnmpCounter.TCP_EXT_RCV_COALESCE);
    charge(skb.payloadBytes());
    forwardAllocBytes -= skb.payloadBytes();
    return true;
  }

  /** {@code skb_set_owner_r}: the segment's memory is the socket's. */
  void own(SkBuff skb) {
    charge(skb.truesizeBytes());
    forwardAllocBytes -= skb.truesizeBytes();
  }

  /** {@code sock_rfree}: the segment's memory is the socket's no more. */
  void uncharge(SkBuff skb) {
    charge(-skb.truesizeBytes());
    forwardAllocBytes += skb.truesizeBytes();
  }

  /** {@code tcp_rearm_rto}: the first segment that is not acknowledged is to be from now on, in time. */
  void rearmRto(Cpu cpu, TimerSoftirq timers) {
    if (rtxQueue.isEmpty()) {
      rtoTimer.delete();
      return;
    }
    long jiffies = recovery.rtoJiffies(srttNs);
    if (rtoTimer.purpose() != XmitTimer.Purpose.RETRANSMIT) {
      long leftNs = rtxQueue.peek().sentNs() + jiffies * Scheduler.TICK_NS - cpu.nowNs();
      jiffies = Scheduler.jiffies(Math.max(leftNs, 1));
    }
    rtoTimer.start(cpu, timers, XmitTimer.Purpose.RETRANSMIT, jiffies);
  }

  /** {@code forced_push}: whether so much was written since then that the peer is to be told. */
  boolean forcesPush() {
    return writeSeq > pushedSeq + (maxWindowBytes >> 1);
  }

  /** {@code tcp_mark_push}. */
  void markPush(SkBuff skb) {
    skb.tcp().add(TcpHeader.PSH);
    pushedSeq = writeSeq;
  }

  /** {@code tcp_add_write_queue_tail}: the segment waits to be sent, and its memory counts. */
  void queueWrite(SkBuff skb) {
    wmemQueuedBytes += skb.truesizeBytes();
    writeQueue.add(skb);
  }

  /** Keeps a segment until it is acknowledged; the copy is what goes out. */
  SkBuff keepForResend(SkBuff skb, TcpSegments segments, long nowNs) {
    skb.sentNs(nowNs);
    rtxQueue.add(skb);
    congestion.sent(skb.tcp().tx(), skb.payloadBytes(), skb.gsoSegments());
    return segments.clone(skb);
  }

  /** {@code sock_rfree} with {@code sk_mem_uncharge}. */
  @Override
  public SkBuff unqueue() {
    SkBuff skb = super.unqueue();
    forwardAllocBytes += skb.truesizeBytes();
    if (reclaims) {
      forwardAllocBytes %= PAGE_BYTES;
    }
    return skb;
  }

  /** {@code tcp_event_data_recv}: data has joined the receive queue. */
  void eventDataRecv(SkBuff skb, long nowNs) {
    window.received(skb, nowNs);
    ack.dataReceived(nowNs / Scheduler.TICK_NS, skb.gsoSizeBytes(), skb.tcp().has(TcpHeader.PSH), rcvWndBytes);
    window.grow(skb, advmssBytes());
  }

  /** The largest segment that this end takes: the interface's MTU less headers, in bytes. */
  int advmssBytes() {
    return Math.min(device.mtuBytes(), LONGEST_BYTES) - SkBuff.IP_HEADER_BYTES - SkBuff.TCP_HEADER_BYTES;
  }

  /** {@code tcp_receive_window}: what the peer may still send, in bytes. */
  int receiveWindowBytes() {
    return (int) Math.max(rcvWup + rcvWndBytes - rcvNxt, 0);
  }

  /** Bytes that have come since the last acknowledgement. */
  long unackedBytes() {
    return rcvNxt - rcvWup;
  }

  /** {@code tcp_epollin_ready}: whether the low water mark is reached. */
  boolean isReadable() {
    long available = rcvNxt - copiedSeq;
    return available > 0 && (available >= rcvlowatBytes() || receiveWindowBytes() <= ack.rcvMssBytes());
  }

  /** {@code sk_stream_memory_free}. */
  boolean hasSendSpace() {
    return wmemQueuedBytes < sndbufBytes();
  }

  /** {@code tcp_poll}. */
  @Override
  public int pollMask() {
    if (state == TcpState.TCP_LISTEN) {
      return acceptQueue.isEmpty() ? 0 : PollEvent.POLLIN;
    }
    int mask = pollState() | (state == TcpState.TCP_CLOSE ? PollEvent.POLLHUP : 0);
    if (state == TcpState.TCP_SYN_SENT) {
      return mask;
    }
    mask |= isReadable() ? PollEvent.POLLIN : 0;
    if (isShutdown(SEND_SHUTDOWN) || hasSendSpace()) {
      return mask | PollEvent.POLLOUT;
    }
    noSpace = true;
    return mask;
  }

  /** {@code sk_acceptq_is_full}. */
  boolean isAcceptQueueFull() {
    return acceptQueue.size() > maxAckBacklog;
  }

  /** Whether it is a listener's request, for which the third segment of the handshake has not come. */
  boolean isRequest() {
    return state == TcpState.TCP_LISTEN && listener != null;
  }

  boolean isShutdown(int side) {
    return (shutdown() & side) != 0;
  }
}
