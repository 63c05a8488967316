package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry.VEC;

import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;

/**
 * {@code softirq_entry}: the CPU starts a softirq's action. It interrupts only tasks: contexts that are left over have
 * lost their exit events.
 */
final class SoftirqEntryHandler extends SoftirqHandler {

  SoftirqEntryHandler(Listeners listeners) {
    super(listeners);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    Contexts.forget(cpu, 0, event.timeNs(), listeners);
    Contexts.enter(cpu, ContextKind.SOFTIRQ, event.intValue(VEC), Names.EMPTY, event.timeNs(), listeners);
  }
}
