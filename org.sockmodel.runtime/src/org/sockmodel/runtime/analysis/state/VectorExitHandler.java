package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code local_timer_exit}, {@code reschedule_exit}, ...: the CPU leaves the handler of one of its own vectors. */
final class VectorExitHandler extends StateHandler {

  private final int vectorField;
  private final VectorPairing pairing;
  private final Listeners listeners;

  VectorExitHandler(int vectorField, VectorPairing pairing, Listeners listeners) {
    this.vectorField = vectorField;
    this.pairing = pairing;
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(vectorField);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    pairing.exit();
    Contexts.leave(cpu, ContextKind.VECTOR, event.intValue(vectorField), event.timeNs(), listeners);
  }
}
