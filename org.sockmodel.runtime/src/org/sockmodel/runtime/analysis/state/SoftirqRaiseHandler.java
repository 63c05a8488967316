package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.IrqTracepoints.SoftirqRaise.VEC;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code softirq_raise}: a softirq is pending on the CPU from now on. */
final class SoftirqRaiseHandler extends StateHandler {

  private final Listeners listeners;

  SoftirqRaiseHandler(Listeners listeners) {
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(VEC);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    listeners.raised(cpu, event.intValue(VEC), event.timeNs());
  }
}
