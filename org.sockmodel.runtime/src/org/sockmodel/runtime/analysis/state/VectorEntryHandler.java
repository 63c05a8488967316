package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;

/** {@code local_timer_entry}, {@code reschedule_entry}, ...: the CPU enters the handler of one of its own vectors. */
final class VectorEntryHandler implements EventHandler {

  private final int vectorField;
  private final int name;
  private final Listeners listeners;

  VectorEntryHandler(int vectorField, int name, Listeners listeners) {
    this.vectorField = vectorField;
    this.name = name;
    this.listeners = listeners;
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    Contexts.enter(cpu, ContextKind.VECTOR, event.intValue(vectorField), name, event.timeNs(), listeners);
  }
}
