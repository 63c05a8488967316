package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * {@code rx-usecs} and {@code rx-frames} of {@code ethtool -C}: the interrupt comes a time after the first packet that
 * waits, or at once when so many wait. With {@code cqe-mode-rx} the time is counted from the last packet instead, as
 * cards do that time completion queue entries. As an event it is the end of that time.
 *
 * <p>From the first packet, packets that arrive as a Poisson process of rate {@code r} so give
 * {@code r / (1 + r * time)} interrupts a second, as long as frames do not end the time before.
 */
public final class CoalescingTimer extends InterruptModeration implements Event {

  private static final long NOT_ARMED = -1;

  private final boolean restarts;
  private long delayNs;
  private int frames;
  private long timer = NOT_ARMED;

  /**
   * @param delayNs 0 interrupts at once
   * @param frames 0 for no limit
   * @param restarts whether every packet starts the time anew
   */
  public CoalescingTimer(long delayNs, int frames, boolean restarts) {
    this.restarts = restarts;
    set(delayNs, frames);
  }

  @Override
  void set(long newDelayNs, int newFrames) {
    delayNs = newDelayNs;
    frames = newFrames;
  }

  @Override
  void packetsWait(int packets) {
    if (delayNs == 0 || frames > 0 && packets >= frames) {
      raise();
    } else if (restarts || timer == NOT_ARMED) {
      disarm();
      Simulator simulator = vector().simulator();
      timer = simulator.schedule(simulator.nowNs() + delayNs, Simulator.DEVICE_PRIORITY, this, 0);
    }
  }

  @Override
  boolean isPending() {
    return timer != NOT_ARMED;
  }

  @Override
  public void fire(int argument) {
    timer = NOT_ARMED;
    raise();
  }

  @Override
  void masked() {
    disarm();
  }

  private void disarm() {
    if (timer != NOT_ARMED) {
      vector().simulator().cancel(timer);
      timer = NOT_ARMED;
    }
  }
}
