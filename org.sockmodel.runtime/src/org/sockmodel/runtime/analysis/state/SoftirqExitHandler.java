package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit.VEC;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code softirq_exit}: the CPU has finished a softirq's action. */
final class SoftirqExitHandler extends StateHandler {

  private final Listeners listeners;

  SoftirqExitHandler(Listeners listeners) {
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(VEC);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    Contexts.leave(cpu, ContextKind.SOFTIRQ, event.intValue(VEC), event.timeNs(), listeners);
  }
}
