package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit.VEC;

import org.sockmodel.runtime.trace.TraceEvent;

/** {@code softirq_exit}: the CPU has finished a softirq's action. */
final class SoftirqExitHandler extends SoftirqHandler {

  SoftirqExitHandler(Listeners listeners) {
    super(listeners);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    Contexts.leave(cpu, ContextKind.SOFTIRQ, event.intValue(VEC), event.timeNs(), listeners);
  }
}
