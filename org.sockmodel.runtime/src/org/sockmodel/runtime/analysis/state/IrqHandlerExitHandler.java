package org.sockmodel.runtime.analysis.state;

import static org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit.IRQ;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code irq_handler_exit}: the CPU leaves a device's interrupt handler. */
final class IrqHandlerExitHandler extends StateHandler {

  private final Listeners listeners;

  IrqHandlerExitHandler(Listeners listeners) {
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(IRQ);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    Contexts.leave(cpu, ContextKind.HARDIRQ, event.intValue(IRQ), event.timeNs(), listeners);
  }
}
