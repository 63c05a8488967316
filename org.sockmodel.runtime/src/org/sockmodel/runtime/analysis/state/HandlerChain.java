package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;

/** Moves the state by an event, and gives it to further handlers unless nobody is to be told. */
final class HandlerChain implements EventHandler {

  private final EventHandler first;
  private final EventHandler[] others;
  private final Listeners listeners;

  HandlerChain(EventHandler first, EventHandler[] others, Listeners listeners) {
    this.first = first;
    this.others = others;
    this.listeners = listeners;
  }

  @Override
  public void handle(TraceEvent event, CpuState cpu) {
    first.handle(event, cpu);
    if (!listeners.isSilent()) {
      for (EventHandler handler : others) {
        handler.handle(event, cpu);
      }
    }
  }
}
