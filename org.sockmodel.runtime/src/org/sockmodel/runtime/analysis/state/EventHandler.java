package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;

/** Takes the events of one tracepoint. The event is valid only during the call. */
@FunctionalInterface
public interface EventHandler {

  /** The fields that it looks at, as {@link TraceSink#fields} gives them. */
  default int fields() {
    return TraceSink.ALL_FIELDS;
  }

  /**
   * Takes one event.
   *
   * @param cpu the CPU that recorded it, as it is at this time
   */
  void handle(TraceEvent event, CpuState cpu);
}
