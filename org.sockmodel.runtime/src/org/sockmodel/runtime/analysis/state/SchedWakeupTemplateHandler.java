package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupTemplate.COMM;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupTemplate.PID;
import static org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupTemplate.TARGET_CPU;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** What the events of {@code sched_wakeup_template} have in common: they name a task and the CPU that it is for. */
abstract class SchedWakeupTemplateHandler extends StateHandler {

  private final TaskTable tasks;
  private final CpuTable cpus;

  SchedWakeupTemplateHandler(TaskTable tasks, CpuTable cpus) {
    this.tasks = tasks;
    this.cpus = cpus;
  }

  @Override
  final int fields() {
    return Tracepoint.bits(COMM, PID, TARGET_CPU);
  }

  /** The task of an event, which tells its name. */
  final TaskState task(TraceEvent event) {
    TaskState task = tasks.get(event.intValue(PID));
    if (event.has(COMM)) {
      task.comm = event.intValue(COMM);
    }
    return task;
  }

  /** Puts the task of an event on the run queue of its CPU, if the event tells that. */
  final void queue(TraceEvent event, TaskState task) {
    if (event.has(TARGET_CPU)) {
      Switching.queue(cpus, task, event.intValue(TARGET_CPU));
    }
  }
}
