package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup.COMM;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup.PID;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup.TARGET_CPU;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * {@code sched_wakeup}: a task is on a run queue again. It completes the {@code sched_waking} before it, perhaps on
 * another CPU; if that was not recorded, this is the wake-up.
 */
final class SchedWakeupHandler extends StateHandler {

  private final TaskTable tasks;
  private final CpuTable cpus;
  private final Listeners listeners;

  SchedWakeupHandler(TaskTable tasks, CpuTable cpus, Listeners listeners) {
    this.tasks = tasks;
    this.cpus = cpus;
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(COMM, PID, TARGET_CPU);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    TaskState task = tasks.get(event.intValue(PID));
    if (event.has(COMM)) {
      task.comm = event.intValue(COMM);
    }
    if (task.wakeupExpected) {
      task.wakeupExpected = false;
    } else {
      task.wokenNs = event.timeNs();
      listeners.woken(cpu, task, event.timeNs());
    }
    if (!task.running && event.has(TARGET_CPU)) {
      Switching.queue(cpus, task, event.intValue(TARGET_CPU));
    }
  }
}
