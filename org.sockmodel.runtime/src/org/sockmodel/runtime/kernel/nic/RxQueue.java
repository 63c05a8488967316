package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Interrupt;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.netdev.Gro;
import org.sockmodel.runtime.kernel.netdev.NapiStruct;
import org.sockmodel.runtime.kernel.netdev.NetRxAction;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicDrop;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicRx;

/**
 * One receive queue of a network card: the ring that the card fills, its interrupt line, and the NAPI context that
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
  private Interrupt line;
  private Cpu cpu;
  private InterruptModeration moderation;
  private NapiTimer flushTimer;
  private boolean masked;
  private int deferralsLeft;
  private long interrupts;
  private long packets;
  private long bytes;
  private long dropped;

  /**
   * @param poll a {@link DriverPoll}
   * @param receive takes a packet that the poll hands up to the protocols
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
  }

  /** Says which line the queue raises, which CPU takes it ({@code /proc/irq/N/smp_affinity}), and when. */
  public void connect(Interrupt newLine, Cpu target, InterruptModeration newModeration, NapiTimer newFlushTimer) {
    line = newLine;
    cpu = target;
    moderation = newModeration;
    flushTimer = newFlushTimer;
    moderation.attach(this);
  }

  /** The card has written a packet to memory; called as a simulator event. A full ring loses it. */
  public void arrive(SkBuff skb) {
    if (ring.length() == settings.ringPackets()) {
      dropped++;
      cpu.trace().fire(NicDrop.TRACEPOINT, deviceName(), settings.number(), skb.lengthBytes());
      pool.free(skb);
      return;
    }
    cpu.trace().fire(NicRx.TRACEPOINT, deviceName(), settings.number(), skb.address(), skb.lengthBytes());
    ring.add(skb);
    announce();
  }

  /** Packets lost to a full ring: {@code rx_missed_errors}. */
  public long droppedPackets() {
    return dropped;
  }

  @Override
  public KernelFunction poll() {
    return poll;
  }

  /** Takes a packet that the poll hands up to the protocols. */
  KernelFunction receive() {
    return receive;
  }

  /** Interrupts although nothing may wait, moderated as for a packet: a cause that software sets ({@code ICS}). */
  void trigger() {
    if (!masked) {
      moderation.packetsWait(ring.length());
    }
  }

  /** Raises the line though it may be masked, as an emulated card does. */
  void raiseThoughMasked() {
    interrupts++;
    masked = true;
    cpu.interrupt(line);
  }

  /** Interrupts and masks the line, until the driver says that it is done. */
  void raise() {
    if (!masked) {
      raiseThoughMasked();
    }
  }

  /** {@code napi_schedule} by the handler of the line, which goes on at {@code nextPc}. */
  void schedule(Cpu by, Frame frame, int nextPc) {
    netRx.schedule(by, frame, this, nextPc);
  }

  /** Takes the next packet from the ring; null if there is none. */
  SkBuff take() {
    SkBuff skb = ring.poll();
    if (skb != null) {
      packets++;
      bytes += skb.lengthBytes();
    }
    return skb;
  }

  boolean isEmpty() {
    return ring.isEmpty();
  }

  /** What merges packets, and keeps them until they are handed up. */
  Gro gro() {
    return gro;
  }

  /**
   * {@code napi_complete_done} after the packets are handed up, and the driver's unmasking. With {@code
   * napi_defer_hard_irqs} the line stays masked for so many polls that find nothing, each begun by a timer.
   */
  void complete(Cpu by, long work) {
    if (isInBusyPoll()) {
      return;
    }
    if (work > 0) {
      deferralsLeft = settings.deferHardIrqs();
    }
    boolean deferred = deferralsLeft > 0 && settings.groFlushTimeoutNs() > 0;
    deferralsLeft -= deferralsLeft > 0 ? 1 : 0;
    if (!netRx.complete(by, this)) {
      return;
    }
    if (deferred) {
      flushTimer.start(settings.groFlushTimeoutNs());
    } else {
      moderation.pollCompleted(interrupts, packets, bytes);
      unmask(by);
    }
  }

  @Override
  protected boolean deferInterrupts() {
    deferralsLeft = settings.deferHardIrqs();
    boolean deferred = deferralsLeft > 0 && settings.groFlushTimeoutNs() > 0;
    if (deferred) {
      flushTimer.start(settings.groFlushTimeoutNs());
    }
    return deferred;
  }

  private void unmask(Cpu by) {
    if (settings.looksAgain() && !ring.isEmpty()) {
      netRx.scheduleByPoll(by, this);
    } else {
      unmask();
    }
  }

  /** Lets the line interrupt again, and for what waits already. */
  void unmask() {
    masked = false;
    announce();
  }

  private void announce() {
    if (!masked && !ring.isEmpty()) {
      moderation.packetsWait(ring.length());
    }
  }

  Simulator simulator() {
    return cpu.simulator();
  }
}
