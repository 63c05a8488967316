package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry.IRQ;
import static org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry.NAME;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code irq_handler_entry}: the CPU enters a device's interrupt handler. */
final class IrqHandlerEntryHandler extends StateHandler {

  private final Listeners listeners;

  IrqHandlerEntryHandler(Listeners listeners) {
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(IRQ, NAME);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    int name = event.name(NAME);
    Contexts.enter(cpu, ContextKind.HARDIRQ, event.intValue(IRQ), name, event.timeNs(), listeners);
  }
}
