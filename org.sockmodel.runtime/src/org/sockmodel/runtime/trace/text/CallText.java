package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.calls.RawCalls;

/** The text of an event of a system call's own tracepoint, which {@link RawCalls} is shown when it was read. */
final class CallText implements EventText {

  private final TextFormat format;
  private final RawCalls calls;

  CallText(TextFormat format, RawCalls calls) {
    this.format = format;
    this.calls = calls;
  }

  @Override
  public Tracepoint tracepoint() {
    return format.tracepoint();
  }

  @Override
  public boolean read(TextCursor cursor, TraceEvent event) {
    if (!format.read(cursor, event)) {
      return false;
    }
    calls.meet(event);
    return true;
  }
}
