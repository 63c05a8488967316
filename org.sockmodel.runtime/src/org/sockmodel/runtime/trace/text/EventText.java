package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** Reads the text of one kind of event. A class, not an interface: a call costs a jump less for every line. */
public abstract class EventText {

  /** What the event is. */
  public abstract Tracepoint tracepoint();

  /**
   * Reads the fields from what follows the event's name; those that are not there become absent.
   *
   * @return false if nothing of the text was understood
   */
  public abstract boolean read(TextCursor cursor, TraceEvent event);
}
