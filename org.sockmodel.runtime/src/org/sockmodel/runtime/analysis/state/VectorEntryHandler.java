package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** {@code local_timer_entry}, {@code reschedule_entry}, ...: the CPU enters the handler of one of its own vectors. */
final class VectorEntryHandler extends StateHandler {

  private final int vectorField;
  private final int name;
  private final VectorPairing pairing;
  private final Listeners listeners;

  VectorEntryHandler(int vectorField, int name, VectorPairing pairing, Listeners listeners) {
    this.vectorField = vectorField;
    this.name = name;
    this.pairing = pairing;
    this.listeners = listeners;
  }

  @Override
  int fields() {
    return Tracepoint.bits(vectorField);
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    int vector = event.intValue(vectorField);
    Contexts.enter(cpu, ContextKind.VECTOR, vector, name, event.timeNs(), listeners);
    if (!pairing.opens()) {
      Contexts.leave(cpu, ContextKind.VECTOR, vector, event.timeNs(), listeners);
    }
  }
}
