package org.sockmodel.runtime.trace.merge;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;

/** The events of one CPU or of one file, in the order of their time, of which the next one's time is known. */
public abstract class TimedStream {

  /** Time of the event that {@link #next} found. */
  protected long timeNs;

  /** Goes to the next event and sets its time; false at the end. */
  protected abstract boolean next();

  /** Delivers the event that was found. */
  protected abstract void deliver(TraceEvent event, TraceSink sink);

  /** Tells the sink of lost events that were not told yet. */
  protected abstract void tellLost(TraceSink sink);

  /** Delivers the event that was found and all that follow before {@code limitNs}; false at the end. */
  final boolean deliverBefore(long limitNs, TraceEvent event, TraceSink sink) {
    do {
      deliver(event, sink);
      if (!next()) {
        return false;
      }
    } while (timeNs < limitNs);
    return true;
  }
}
