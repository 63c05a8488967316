package org.sockmodel.runtime.kernel.timer;

import org.sockmodel.runtime.kernel.sched.Task;

/** A timer that wakes a task: {@code struct process_timer} with its {@code struct timer_list}. Pooled. */
final class ProcessTimer extends KernelTimer {

  Task task;

  ProcessTimer() {
    super(null, null);
  }
}
