package org.sockmodel.runtime.trace.convert;

import java.util.BitSet;
import org.sockmodel.runtime.trace.TraceWriter;

/**
 * Tells a writer of events before the trace of which the tracer only says how many all CPUs overwrote: they are lost on
 * the first CPU, before its first event. What single CPUs say of theirs later is a part of the same.
 */
final class Overwritten {

  private final BitSet begun = new BitSet();
  private long left;

  /** Tells a trace's writer of so many events, 0 or more. */
  void tell(long events, TraceWriter writer) {
    if (events > 0) {
      writer.lost(0, events);
    }
    left = events;
  }

  /** Is told of an event's CPU. */
  void event(int cpu) {
    if (left > 0) {
      begun.set(cpu);
    }
  }

  /** How many of the events that a CPU lost are still to be told; 0 if none are. */
  long untold(int cpu, long count) {
    long told = begun.get(cpu) ? 0 : Math.min(left, count);
    left -= told;
    return count - told;
  }
}
