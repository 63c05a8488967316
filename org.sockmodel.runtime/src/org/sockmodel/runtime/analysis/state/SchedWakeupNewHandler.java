package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;

/** {@code sched_wakeup_new}: a new task is put on a run queue. It is no wake-up, for the task has never slept. */
final class SchedWakeupNewHandler extends SchedWakeupTemplateHandler {

  SchedWakeupNewHandler(TaskTable tasks, CpuTable cpus) {
    super(tasks, cpus);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    TaskState task = task(event);
    task.wokenNs = event.timeNs();
    queue(event, task);
  }
}
