package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking.COMM;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking.PID;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking.TARGET_CPU;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code sched_waking}: in its waker's context, a task begins to be woken, so far for the CPU it ran on last. */
final class SchedWakingHandler extends StateHandler {

  private final TaskTable tasks;
  private final CpuTable cpus;
  private final Listeners listeners;

  SchedWakingHandler(TaskTable tasks, CpuTable cpus, Listeners listeners) {
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
    task.wokenNs = event.timeNs();
    task.wakeupExpected = true;
    if (!task.running && event.has(TARGET_CPU)) {
      Switching.queue(cpus, task, event.intValue(TARGET_CPU));
    }
    listeners.woken(cpu, task, event.timeNs());
  }
}
