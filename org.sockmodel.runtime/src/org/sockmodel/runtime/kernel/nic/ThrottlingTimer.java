package org.sockmodel.runtime.kernel.nic;

import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * The throttling register of e1000-class cards ({@code ITR}, {@code EITR}): the first packet interrupts at once, and
 * the next interrupt comes no earlier than an interval later. As an event it is the end of the interval.
 *
 * <p>Some emulated cards raise the vector at the end of every interval, though nothing may have come and though it may
 * be masked; that interrupt begins no interval, and masks nothing.
 *
 * <p>Also the completion queues of mlx5 for what is sent, whose time may end early when so many packets wait.
 */
public final class ThrottlingTimer extends InterruptModeration implements Event {

  private static final long NOT_RUNNING = -1;

  private final boolean repeats;
  private long intervalNs;
  private int frames;
  private long timer = NOT_RUNNING;
  private boolean waiting;

  /**
   * @param intervalNs 0 interrupts for every packet at once
   * @param frames how many packets end an interval; 0 for no limit
   * @param repeats whether the end of an interval raises the vector in any case
   */
  public ThrottlingTimer(long intervalNs, int frames, boolean repeats) {
    this.repeats = repeats;
    set(intervalNs, frames);
  }

  @Override
  void set(long newIntervalNs, int newFrames) {
    intervalNs = newIntervalNs;
    frames = newFrames;
  }

  @Override
  void packetsWait(int packets) {
    if (timer == NOT_RUNNING || frames > 0 && packets >= frames) {
      interrupt();
    } else {
      waiting = true;
      vector().postponed();
    }
  }

  @Override
  boolean isPending() {
    return timer != NOT_RUNNING && (repeats || waiting);
  }

  @Override
  void masked() {
    waiting = false;
  }

  @Override
  public void fire(int argument) {
    timer = NOT_RUNNING;
    if (repeats) {
      waiting = false;
      vector().repeat();
    } else if (waiting) {
      interrupt();
    }
  }

  private void interrupt() {
    raise();
    Simulator simulator = vector().simulator();
    if (timer != NOT_RUNNING) {
      simulator.cancel(timer);
      timer = NOT_RUNNING;
    }
    if (intervalNs > 0) {
      timer = simulator.schedule(simulator.nowNs() + intervalNs, Simulator.DEVICE_PRIORITY, this, 0);
    }
  }
}
