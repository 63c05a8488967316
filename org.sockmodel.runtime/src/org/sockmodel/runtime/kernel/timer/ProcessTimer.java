package org.sockmodel.runtime.kernel.timer;

import org.sockmodel.runtime.kernel.sched.Task;

/** A timer that wakes a task: {@code struct process_timer} with its {@code struct timer_list}. Pooled. */
final class ProcessTimer {

  Task task;
  long expiresJiffies;
  int cpu;
  int bucket;
  ProcessTimer previous;
  ProcessTimer next;
}
