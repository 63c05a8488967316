package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;

/** {@code sched_waking}: in its waker's context, a task begins to be woken, so far for the CPU it ran on last. */
final class SchedWakingHandler extends SchedWakeupTemplateHandler {

  private final Listeners listeners;

  SchedWakingHandler(TaskTable tasks, CpuTable cpus, Listeners listeners) {
    super(tasks, cpus);
    this.listeners = listeners;
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    TaskState task = task(event);
    task.wokenNs = event.timeNs();
    task.wakeupExpected = true;
    if (!task.running) {
      queue(event, task);
    }
    listeners.woken(cpu, task, event.timeNs());
  }
}
