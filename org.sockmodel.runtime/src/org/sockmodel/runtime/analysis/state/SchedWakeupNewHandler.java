package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupNew.COMM;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupNew.PID;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupNew.TARGET_CPU;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code sched_wakeup_new}: a new task is put on a run queue. It is no wake-up, for the task has never slept. */
final class SchedWakeupNewHandler extends StateHandler {

  private final TaskTable tasks;
  private final CpuTable cpus;

  SchedWakeupNewHandler(TaskTable tasks, CpuTable cpus) {
    this.tasks = tasks;
    this.cpus = cpus;
  }

  @Override
  int fields() {
    return Tracepoint.bits(COMM, PID, TARGET_CPU);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    TaskState task = tasks.get(event.intValue(PID));
    task.comm = event.has(COMM) ? event.intValue(COMM) : task.comm;
    task.wokenNs = event.timeNs();
    if (event.has(TARGET_CPU)) {
      Switching.queue(cpus, task, event.intValue(TARGET_CPU));
    }
  }
}
