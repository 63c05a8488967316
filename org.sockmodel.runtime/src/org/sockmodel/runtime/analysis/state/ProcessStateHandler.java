package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.SchedTracepoints.ProcessState.COMM;
import static org.sockmodel.runtime.trace.SchedTracepoints.ProcessState.TID;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code lttng_statedump_process_state}: a task that existed when the trace began, and its name. */
final class ProcessStateHandler extends StateHandler {

  private final TaskTable tasks;

  ProcessStateHandler(TaskTable tasks) {
    this.tasks = tasks;
  }

  @Override
  int fields() {
    return Tracepoint.bits(TID, COMM);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    int tid = event.intValue(TID);
    if (tid > 0 && event.has(COMM)) {
      tasks.get(tid).comm = event.intValue(COMM);
    }
  }
}
