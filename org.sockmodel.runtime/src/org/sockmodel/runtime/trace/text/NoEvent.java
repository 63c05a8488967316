package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/** What stands among events and is none. */
final class NoEvent extends EventText {

  @Override
  public Tracepoint tracepoint() {
    throw new UnsupportedOperationException("no event has no tracepoint");
  }

  @Override
  public boolean read(TextCursor cursor, TraceEvent event) {
    throw new UnsupportedOperationException("no event has no fields");
  }
}
