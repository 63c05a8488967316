package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking.COMM;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking.PID;

import org.sockmodel.runtime.trace.TraceEvent;

/** {@code sched_waking}: in its waker's context, a task begins to be woken. */
final class SchedWakingHandler implements EventHandler {

  private final TaskTable tasks;
  private final Listeners listeners;

  SchedWakingHandler(TaskTable tasks, Listeners listeners) {
    this.tasks = tasks;
    this.listeners = listeners;
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    TaskState task = tasks.get(event.intValue(PID));
    if (event.has(COMM)) {
      task.comm = event.intValue(COMM);
    }
    task.wokenNs = event.timeNs();
    task.wakeupExpected = true;
    listeners.woken(cpu, task, event.timeNs());
  }
}
