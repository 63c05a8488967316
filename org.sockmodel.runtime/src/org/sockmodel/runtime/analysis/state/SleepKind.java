package org.sockmodel.runtime.analysis.state;

/** How a task sleeps: {@code prev_state} of the switch from it, by {@code TASK_*} of {@code include/linux/sched.h}. */
public enum SleepKind {
  /** S: for what a program may wait for, such as a file, a lock or a timer; also if no event tells how. */
  ASLEEP,
  /** D, uninterruptible: in the kernel, for a disk, a page or one of its locks. */
  BLOCKED,
  /** T or t: a signal or a debugger has stopped it. */
  STOPPED;

  private static final long TASK_UNINTERRUPTIBLE = 0x2;
  private static final long TASK_STOPPED_OR_TRACED = 0xc;

  static SleepKind of(long state) {
    if ((state & TASK_STOPPED_OR_TRACED) != 0) {
      return STOPPED;
    }
    return (state & TASK_UNINTERRUPTIBLE) != 0 ? BLOCKED : ASLEEP;
  }
}
