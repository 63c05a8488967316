package org.sockmodel.runtime.kernel.timer;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.sched.LocalTimerInterrupt;
import org.sockmodel.runtime.sim.Event;
import org.sockmodel.runtime.sim.Simulator;

/**
 * A high resolution timer: {@code struct hrtimer}, {@code include/linux/hrtimer.h}. As an event it is the timer's
 * expiry. It interrupts by itself, also where it would share the interrupt of another timer that expires in the same
 * nanosecond.
 */
public abstract class InterruptingTimer extends LocalTimerInterrupt implements Event {

  private static final long NOT_ARMED = -1;

  private Cpu cpu;
  private long expiry = NOT_ARMED;

  /** {@code hrtimer_start}: expires on this CPU; a timer that runs already begins anew. */
  protected final void arm(Cpu on, long atNs) {
    disarm();
    cpu = on;
    expiry = cpu.simulator().schedule(atNs, Simulator.DEVICE_PRIORITY, this, 0);
  }

  /** Whether it is to expire. */
  public final boolean isArmed() {
    return expiry != NOT_ARMED;
  }

  /** Takes the expiry back; whether there was one. */
  protected final boolean disarm() {
    boolean armed = isArmed();
    if (armed) {
      cpu.simulator().cancel(expiry);
      expiry = NOT_ARMED;
    }
    return armed;
  }

  @Override
  public final void fire(int argument) {
    expiry = NOT_ARMED;
    cpu.interrupt(this);
  }
}
