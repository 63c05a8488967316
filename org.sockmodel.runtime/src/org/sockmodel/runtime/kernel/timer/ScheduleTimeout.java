package org.sockmodel.runtime.kernel.timer;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/**
 * {@code schedule_timeout}, {@code kernel/time/timer.c}: a sleep that ends when the task is woken or its timeout is
 * over. Not a step machine of its own: the caller calls {@link #call} and, when it goes on, {@link #left}. Which CPU
 * runs the timer says {@link TimerMigration}.
 */
public final class ScheduleTimeout {

  /** {@code MAX_SCHEDULE_TIMEOUT}: sleeps as long as it takes. */
  public static final long MAX = Long.MAX_VALUE;

  private final Scheduler scheduler;
  private final TimerSoftirq timers;

  public ScheduleTimeout(Scheduler scheduler, TimerSoftirq timers) {
    this.scheduler = scheduler;
    this.timers = timers;
  }

  /** The time that {@code ns} are, rounded up to whole jiffies. */
  public static long jiffies(long ns) {
    return (ns + Scheduler.TICK_NS - 1) / Scheduler.TICK_NS;
  }

  /** Lets the current task sleep; the caller has set its state and goes on at {@code nextPc}. */
  public void call(Cpu cpu, Frame frame, long jiffies, int nextPc) {
    if (jiffies != MAX) {
      timers.start(cpu, scheduler.current(cpu), jiffies);
    }
    cpu.call(frame, scheduler.schedule(), nextPc);
  }

  /**
   * The same of a caller that goes on within its step if it can.
   *
   * @return {@code nextPc}, or {@link Cpu#SUSPENDED}
   */
  public int callOn(Cpu cpu, Frame frame, long jiffies, int nextPc) {
    if (jiffies != MAX) {
      timers.start(cpu, scheduler.current(cpu), jiffies);
    }
    return cpu.callOn(frame, scheduler.schedule(), null, nextPc);
  }

  /**
   * What is left of a timeout after the sleep.
   *
   * @param jiffies what {@link #call} was given
   */
  public long left(Cpu cpu, long jiffies) {
    return jiffies == MAX ? MAX : timers.stop(cpu, scheduler.current(cpu));
  }

  /** {@code current}. */
  public Task task(Cpu cpu) {
    return scheduler.current(cpu);
  }

  /** {@code signal_pending(current)}. */
  public boolean signalPending(Cpu cpu) {
    return scheduler.current(cpu).signalPending();
  }
}
