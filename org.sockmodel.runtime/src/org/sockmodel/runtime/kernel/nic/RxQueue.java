package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.CpuTrace;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.netdev.Gro;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.snmp.NetMib;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicDrop;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicDma;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicRx;

/**
 * One receive queue of a network card: the ring that the card fills, its interrupt vector, and the NAPI context that
 * empties the ring.
 */
public final class RxQueue extends NapiStruct {

  private final RxQueueSettings settings;
  private final KernelFunction poll;
  private final KernelFunction receive;
  private final NetRxAction netRx;
  private final SkBuffPool pool;
  private final SkBuffHead ring = new SkBuffHead();
  private final Gro gro;
  private final RxDma dma;
  private InterruptVector vector;
  private TxRing transmits;
  private NapiTimer flushTimer;
  private NetMib mib;
  private int deferralsLeft;
  private boolean timed;
  private long packets;
  private long bytes;
  private long dropped;

  /**
   * @param poll a {@link DriverPoll}
   * @param receive takes a packet that the poll, or a handler without one, hands up to the protocols
   */
  public RxQueue(RxQueueSettings settings, KernelFunction poll, KernelFunction receive, Gro gro,
      NetRxAction netRx, SkBuffPool pool) {
    super(settings.address(), settings.deviceName(), settings.weightPackets());
    this.settings = settings;
    this.poll = poll;
    this.receive = receive;
    this.gro = gro;
    this.netRx = netRx;
    this.pool = pool;
    dma = new RxDma(this, settings.dmaNs());
  }

  /** Says which vector the queue raises, which timer can begin a poll instead, and where the card's network counts. */
  public void connect(InterruptVector newVector, NapiTimer newFlushTimer, NetMib newMib) {
    vector = newVector;
    flushTimer = newFlushTimer;
    mib = newMib;
  }

  public InterruptVector vector() {
    return vector;
  }

  /** Whether a packet is on its way to memory, or a timer is to begin a poll instead of an interrupt. */
  public boolean isPending() {
    return dma.packets() > 0 || flushTimer.isArmed();
  }

  /** A transmit queue that is cleaned with every poll. */
  public void cleans(TxRing ring) {
    transmits = ring;
  }

  /** A packet has come whole, and is on its way to memory; called as a simulator event. A full ring loses it. */
  public void arrive(SkBuff skb) {
    if (ring.length() + dma.packets() == settings.ringPackets()) {
      dropped++;
      vector.cpu().trace().fire(NicDrop.TRACEPOINT, deviceName(), settings.number(), skb.lengthBytes());
      pool.free(skb);
      return;
    }
    CpuTrace trace = vector.cpu().trace();
    if (trace.enabled()) {
      trace.fire(NicRx.TRACEPOINT, deviceName(), settings.number(), skb.address(), skb.lengthBytes());
    }
    dma.write(skb, vector.simulator());
  }

  /** Tells that a packet is in memory, which took time. */
  void traceDma(SkBuff skb) {
    vector.cpu().trace().fire(NicDma.TRACEPOINT, deviceName(), settings.number(), skb.address());
  }

  /** The card has written a packet and its descriptor to memory. */
  void written(SkBuff skb) {
    ring.add(skb);
    vector.announce(ring.length());
  }

  /** Packets lost to a full ring: {@code rx_missed_errors}. */
  public long droppedPackets() {
    return dropped;
  }

  @Override
  public void countBusyPolled(long polled) {
    mib.add(SnmpCounter.TCP_EXT_BUSY_POLL_RX_PACKETS, polled);
  }

  @Override
  public KernelFunction poll() {
    return poll;
  }

  /** Takes a packet that the poll, or a handler without one, hands up to the protocols. */
  KernelFunction receive() {
    return receive;
  }

  /** Takes the next packet from the ring; null if there is none. */
  SkBuff take() {
    SkBuff skb = ring.poll();
    if (skb != null) {
      packets++;
      bytes += skb.lengthBytes();
      settings.buffers().charge(skb);
    }
    return skb;
  }

  /** {@code skb->queue_mapping} of what is taken. */
  int queueMapping() {
    return settings.queueMapping();
  }

  boolean isEmpty() {
    return ring.isEmpty();
  }

  /** What merges packets, and keeps them until they are handed up. */
  Gro gro() {
    return gro;
  }

  /** {@code virtqueue_enable_cb_prepare}: a driver that looks again has interrupts before it hands packets up. */
  void prepareCompletion() {
    if (settings.looksAgain()) {
      vector.enable();
    }
  }

  /**
   * {@code napi_complete_done} before the packets are handed up: while a timer is to begin another poll, what GRO holds
   * since this jiffy is held on.
   */
  void flushGro(long nowNs, long work) {
    boolean holds = work > 0 && gro.isHolding();
    if (work > 0) {
      deferralsLeft = settings.deferHardIrqs();
    }
    timed = (holds || deferralsLeft > 0) && settings.groFlushTimeoutNs() > 0;
    if (timed && !isInBusyPoll()) {
      gro.flushOlder(Scheduler.jiffy(nowNs));
    } else {
      gro.flush();
    }
  }

  /**
   * {@code napi_complete_done} after the packets are handed up, and the driver's unmasking. With {@code
   * napi_defer_hard_irqs} the line stays masked for so many polls that find nothing, each begun by a timer.
   */
  void complete(Cpu by) {
    if (settings.looksAgain()) {
      vector.mask(); // virtqueue_disable_cb, unless the poll completes
    }
    if (isInBusyPoll()) {
      return;
    }
    boolean deferred = timed && deferralsLeft > 0;
    deferralsLeft -= deferralsLeft > 0 ? 1 : 0;
    if (!netRx.complete(by, this)) {
      return;
    }
    if (timed) {
      flushTimer.start(by, settings.groFlushTimeoutNs());
    }
    if (!deferred) {
      vector.pollCompleted(packets, bytes);
      unmask(by);
    }
  }

  @Override
  protected boolean deferInterrupts(Cpu cpu) {
    deferralsLeft = settings.deferHardIrqs();
    boolean deferred = deferralsLeft > 0 && settings.groFlushTimeoutNs() > 0;
    if (deferred) {
      flushTimer.start(cpu, settings.groFlushTimeoutNs());
    }
    return deferred;
  }

  @Override
  public boolean suspendsInterrupts() {
    return settings.irqSuspendTimeoutNs() > 0;
  }

  @Override
  public void suspendInterrupts(Cpu cpu) {
    if (suspendsInterrupts()) {
      flushTimer.start(cpu, settings.irqSuspendTimeoutNs());
    }
  }

  private void unmask(Cpu by) {
    if (settings.looksAgain() && !ring.isEmpty()) {
      netRx.scheduleByPoll(by, this);
    } else {
      unmask();
    }
  }

  /** Lets the vector interrupt again, and for what waits already. */
  void unmask() {
    vector.unmask(ring.length());
    if (transmits != null) {
      transmits.pollCompleted();
    }
  }

  /** {@code clean_tx_irq} at the beginning of a poll of both. */
  void cleanTransmits() {
    if (transmits != null) {
      transmits.clean();
    }
  }
}
