package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;

/** Takes the events of one tracepoint. The event is valid only during the call. */
@FunctionalInterface
public interface EventHandler {

  /**
   * Takes one event.
   *
   * @param cpu the CPU that recorded it, as it is at this time
   */
  void handle(TraceEvent event, CpuState cpu);
}
