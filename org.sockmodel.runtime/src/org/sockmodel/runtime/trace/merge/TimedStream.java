package org.sockmodel.runtime.trace.merge;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;

/** The events of one CPU or of one file, in the order of their time, of which the next one's time is known. */
public interface TimedStream {

  /** Goes to the next event; false at the end. */
  boolean next();

  /** Time of the event that {@link #deliver} will deliver. */
  long timeNs();

  /** Decodes the event that {@link #next} found and delivers it. */
  void deliver(TraceEvent event, TraceSink sink);

  /** Tells the sink of lost events that were not told yet. */
  void tellLost(TraceSink sink);
}
