package org.sockmodel.runtime.trace;

/**
 * Reads one trace from beginning to end. An instance reads once.
 *
 * <p>Damaged input ends in a normal return: what could be read was delivered, and {@link #statistics()} says how much
 * was not. Only a trace of which nothing can be made throws.
 */
public interface TraceReader {

  /**
   * Delivers every event to {@code sink}.
   *
   * @throws TraceException if the input cannot be read at all; its message names the file and what to do
   */
  void read(TraceSink sink) throws TraceException;

  /** Names that the events of this trace refer to; filled while reading. */
  Names names();

  /** Where the trace was recorded; known once the first event was delivered. */
  default TraceOrigin origin() {
    return TraceOrigin.UNKNOWN;
  }

  /** What was read; final once {@link #read} has returned. */
  TraceStatistics statistics();
}
