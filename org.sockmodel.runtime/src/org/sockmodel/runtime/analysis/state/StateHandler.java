package org.sockmodel.runtime.analysis.state;

import org.sockmodel.runtime.trace.TraceEvent;

/** Moves the state by the events of one tracepoint. A class, since calls of interfaces are found more slowly. */
abstract class StateHandler {

  /** The fields that it looks at, as {@link org.sockmodel.runtime.trace.TraceSink#fields} gives them. */
  abstract int fields();

  /**
   * Takes one event.
   *
   * @param cpu the CPU that recorded it, as it is before the event
   */
  abstract void handle(TraceEvent event, CpuState cpu);
}
