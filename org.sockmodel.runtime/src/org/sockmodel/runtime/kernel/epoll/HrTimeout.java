package org.sockmodel.runtime.kernel.epoll;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/**
 * {@code schedule_hrtimeout_range}, {@code kernel/time/sleep_timeout.c}, with {@code select_estimate_accuracy}: a sleep
 * up to a time, or up to a little later if no other timer of the CPU expires before. Not a step machine of its own: the
 * caller calls {@link #call} and, when it goes on, {@link #isOver}.
 */
final class HrTimeout {

  /** Waits as long as it takes. */
  static final long NEVER = Long.MAX_VALUE;
  /** {@code timer_slack_ns} of a task. */
  private static final long TIMER_SLACK_NS = 50_000;
  /** {@code MAX_SLACK}. */
  private static final long MAX_SLACK_NS = 100_000_000;

  private final Scheduler scheduler;

  HrTimeout(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * When a timeout that begins now ends at last.
   *
   * @param timeoutNs less than 0 for no timeout
   */
  long endNs(Cpu cpu, long timeoutNs) {
    if (timeoutNs < 0) {
      return NEVER;
    }
    int share = scheduler.current(cpu).nice() > 0 ? 200 : 1000;
    long slackNs = Math.max(TIMER_SLACK_NS, Math.min(MAX_SLACK_NS, timeoutNs / share));
    return cpu.nowNs() + timeoutNs + slackNs;
  }

  /** Lets the current task sleep; it goes on at {@code nextPc} with what {@link #isOver} needs as its {@code m}. */
  void call(Cpu cpu, Frame frame, long endNs, int nextPc) {
    if (endNs != NEVER) {
      frame.m = scheduler.startTimer(cpu, endNs);
    }
    cpu.call(frame, scheduler.schedule(), nextPc);
  }

  /** Whether the timeout ended the sleep. */
  boolean isOver(Cpu cpu, Frame frame, long endNs) {
    scheduler.current(cpu).state(Task.RUNNING);
    return endNs != NEVER && !scheduler.cancelTimer(cpu, frame.m);
  }

  boolean signalPending(Cpu cpu) {
    return scheduler.current(cpu).signalPending();
  }

  void prepareToSleep(Cpu cpu) {
    scheduler.current(cpu).state(Task.INTERRUPTIBLE);
  }
}
