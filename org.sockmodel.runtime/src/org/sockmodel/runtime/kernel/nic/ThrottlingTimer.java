package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * The throttling register of e1000-class cards ({@code ITR}, {@code EITR}): the first packet interrupts at once, and
 * the next interrupt comes no earlier than an interval later. As an event it is the end of the interval.
 *
 * <p>Some emulated cards raise the vector at the end of every interval, though nothing may have come and though it may
 * be masked; that interrupt begins no interval, and masks nothing.
 */
public final class ThrottlingTimer extends InterruptModeration implements Event {

  private long intervalNs;
  private final boolean repeats;
  private boolean running;
  private boolean waiting;

  /**
   * @param intervalNs 0 interrupts for every packet at once
   * @param repeats whether the end of an interval raises the vector in any case
   */
  public ThrottlingTimer(long intervalNs, boolean repeats) {
    this.intervalNs = intervalNs;
    this.repeats = repeats;
  }

  /** Of the card's limits only the time: it counts no packets. */
  @Override
  void set(long newIntervalNs, int frames) {
    intervalNs = newIntervalNs;
  }

  @Override
  void packetsWait(int packets) {
    if (running) {
      waiting = true;
      vector().postponed();
    } else {
      interrupt();
    }
  }

  @Override
  void masked() {
    waiting = false;
  }

  @Override
  public void fire(int argument) {
    running = false;
    if (repeats) {
      waiting = false;
      vector().repeat();
    } else if (waiting) {
      interrupt();
    }
  }

  private void interrupt() {
    raise();
    if (intervalNs > 0) {
      running = true;
      Simulator simulator = vector().simulator();
      simulator.schedule(simulator.nowNs() + intervalNs, Simulator.DEVICE_PRIORITY, this, 0);
    }
  }
}
