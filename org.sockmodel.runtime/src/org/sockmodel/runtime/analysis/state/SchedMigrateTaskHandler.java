package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.SchedTracepoints.SchedMigrateTask.DEST_CPU;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedMigrateTask.PID;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code sched_migrate_task}: a task that waits to run is moved to another CPU's run queue. */
final class SchedMigrateTaskHandler extends StateHandler {

  private final TaskTable tasks;
  private final CpuTable cpus;

  SchedMigrateTaskHandler(TaskTable tasks, CpuTable cpus) {
    this.tasks = tasks;
    this.cpus = cpus;
  }

  @Override
  int fields() {
    return Tracepoint.bits(PID, DEST_CPU);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    TaskState task = tasks.find(event.intValue(PID));
    if (task != null && task.queuedCpu != TaskState.UNKNOWN && event.has(DEST_CPU)) {
      Switching.queue(cpus, task, event.intValue(DEST_CPU));
    }
  }
}
