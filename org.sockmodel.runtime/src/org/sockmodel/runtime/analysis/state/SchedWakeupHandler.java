package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;

/**
 * {@code sched_wakeup}: a task is on a run queue again. It completes the {@code sched_waking} before it, perhaps on
 * another CPU; if that was not recorded, this is the wake-up.
 */
final class SchedWakeupHandler extends SchedWakeupTemplateHandler {

  private final Listeners listeners;

  SchedWakeupHandler(TaskTable tasks, CpuTable cpus, Listeners listeners) {
    super(tasks, cpus);
    this.listeners = listeners;
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    TaskState task = task(event);
    if (task.wakeupExpected) {
      task.wakeupExpected = false;
    } else {
      task.wokenNs = event.timeNs();
      listeners.woken(cpu, task, event.timeNs());
    }
    if (!task.running) {
      queue(event, task);
    }
  }
}
