package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.IrqTracepoints.SoftirqRaise.VEC;

import org.sockmodel.runtime.trace.TraceEvent;

/** {@code softirq_raise}: a softirq is pending on the CPU from now on. */
final class SoftirqRaiseHandler extends SoftirqHandler {

  SoftirqRaiseHandler(Listeners listeners) {
    super(listeners);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    listeners.raised(cpu, event.intValue(VEC), event.timeNs());
  }
}
