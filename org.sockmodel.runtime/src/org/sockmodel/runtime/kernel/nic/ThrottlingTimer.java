package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * The throttling register of e1000-class cards ({@code ITR}, {@code EITR}): the first packet interrupts at once, and
 * the next interrupt comes no earlier than an interval later. As an event it is the end of the interval.
 *
 * <p>Some emulated cards raise the line at the end of every interval once more, though nothing has arrived.
 */
public final class ThrottlingTimer extends InterruptModeration implements Event {

  private final long intervalNs;
  private final boolean repeats;
  private boolean running;
  private boolean waiting;

  /**
   * @param intervalNs 0 interrupts for every packet at once
   * @param repeats whether the end of an interval raises the line even if nothing waits
   */
  public ThrottlingTimer(long intervalNs, boolean repeats) {
    this.intervalNs = intervalNs;
    this.repeats = repeats;
  }

  @Override
  void packetsWait(int packets) {
    if (running) {
      waiting = true;
    } else {
      interrupt();
    }
  }

  @Override
  public void fire(int argument) {
    running = false;
    if (waiting) {
      interrupt();
    } else if (repeats) {
      queue().raiseThoughMasked();
    }
  }

  private void interrupt() {
    waiting = false;
    queue().raise();
    if (intervalNs > 0) {
      running = true;
      Simulator simulator = queue().simulator();
      simulator.schedule(simulator.nowNs() + intervalNs, Simulator.DEVICE_PRIORITY, this, 0);
    }
  }
}
