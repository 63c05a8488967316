package org.sockmodel.runtime.analysis.state;

/** Moves the state by the events of one tracepoint, of which it gets the CPU as it is before the event. */
abstract class StateHandler implements EventHandler {

  /** The fields that it looks at, as {@link org.sockmodel.runtime.trace.TraceSink#fields} gives them. */
  abstract int fields();
}
