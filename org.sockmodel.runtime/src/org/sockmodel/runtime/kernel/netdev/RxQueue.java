package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;
import org.sockmodel.runtime.trace.DeviceTracepoints.NicRx;

/**
 * One receive queue of a network card: the ring that the card fills, the interrupt line and its moderation, and the
 * NAPI context that empties the ring. As an event it is the moderation timer.
 */
public final class RxQueue extends NapiStruct implements Event {

  private static final long NOT_ARMED = -1;

  private final int number;
  private final int ringPackets;
  private final RxModeration moderation;
  private final KernelFunction poll;
  private final SkBuffPool pool;
  private final SkBuffHead ring = new SkBuffHead();
  private final SkBuffHead held = new SkBuffHead();
  private DeviceInterrupt line;
  private Cpu cpu;
  private boolean interruptsOn = true;
  private long timer = NOT_ARMED;
  private long dropped;

  /**
   * @param number the queue's number at its card
   */
  public RxQueue(long address, int deviceName, int number, int weightPackets, int ringPackets, RxModeration moderation,
      KernelFunction poll, SkBuffPool pool) {
    super(address, deviceName, weightPackets);
    this.number = number;
    this.ringPackets = ringPackets;
    this.moderation = moderation;
    this.poll = poll;
    this.pool = pool;
  }

  /** Says which line the queue raises and which CPU takes it ({@code /proc/irq/N/smp_affinity}). */
  public void connect(DeviceInterrupt interrupt, Cpu target) {
    line = interrupt;
    cpu = target;
  }

  /** The card has written a packet to memory; called as a simulator event. A full ring loses it. */
  public void arrive(SkBuff skb) {
    if (ring.length() == ringPackets) {
      dropped++;
      pool.free(skb);
      return;
    }
    cpu.trace().fire(NicRx.TRACEPOINT, deviceName(), number, skb.address(), skb.lengthBytes());
    ring.add(skb);
    if (interruptsOn) {
      moderate();
    }
  }

  /** Packets lost to a full ring: {@code rx_missed_errors}. */
  public long droppedPackets() {
    return dropped;
  }

  @Override
  public KernelFunction poll() {
    return poll;
  }

  /** The moderation time is over. */
  @Override
  public void fire(int argument) {
    timer = NOT_ARMED;
    raise();
  }

  SkBuffHead ring() {
    return ring;
  }

  /** Packets that GRO holds until the end of the poll: {@code napi->rx_list}. */
  SkBuffHead held() {
    return held;
  }

  /** The handler masks the line before it schedules the poll. */
  void interruptsOff() {
    interruptsOn = false;
  }

  /** The poll is complete: the line is unmasked, and packets that came meanwhile are announced. */
  @Override
  protected void complete() {
    super.complete();
    interruptsOn = true;
    if (!ring.isEmpty()) {
      moderate();
    }
  }

  private void moderate() {
    if (moderation.delayNs() == 0 || moderation.frames() > 0 && ring.length() >= moderation.frames()) {
      raise();
    } else if (timer == NOT_ARMED) {
      Simulator simulator = cpu.simulator();
      timer = simulator.schedule(simulator.nowNs() + moderation.delayNs(), Simulator.DEVICE_PRIORITY, this, 0);
    }
  }

  private void raise() {
    if (timer != NOT_ARMED) {
      cpu.simulator().cancel(timer);
      timer = NOT_ARMED;
    }
    cpu.interrupt(line);
  }
}
