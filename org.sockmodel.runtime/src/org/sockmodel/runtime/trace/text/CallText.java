package org.sockmodel.runtime.trace.text;

import java.util.function.Consumer;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.calls.RawCalls;

/** The text of a system call's event, which {@link RawCalls} is shown when it was read. */
final class CallText implements EventText {

  private final TextFormat format;
  private final Consumer<TraceEvent> calls;

  CallText(TextFormat format, Consumer<TraceEvent> calls) {
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
    calls.accept(event);
    return true;
  }
}
