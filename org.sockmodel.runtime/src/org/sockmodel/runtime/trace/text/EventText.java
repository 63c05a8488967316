package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** Reads the text of one kind of event. */
public interface EventText {

  /** What the event is. */
  Tracepoint tracepoint();

  /**
   * Reads the fields from what follows the event's name; those that are not there become absent.
   *
   * @return false if nothing of the text was understood
   */
  boolean read(TextCursor cursor, TraceEvent event);
}
