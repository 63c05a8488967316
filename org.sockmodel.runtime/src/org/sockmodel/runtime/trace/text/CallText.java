package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.Literal;
import org.sockmodel.runtime.trace.calls.RawCalls;

/**
 * The text of an event of a system call's own tracepoint, which {@link RawCalls} is shown when it was read. It is that
 * call also if its arguments are printed in a way of their own, as some are by libtraceevent's plugins, or have other
 * names than this trace calls them by; arguments that are printed field by field are then read by their place.
 */
final class CallText extends EventText {

  private static final Literal NUMBER = new Literal("__syscall_nr=");

  private final TextFormat format;
  private final TextFormat byPlace;
  private final RawCalls calls;

  /**
   * Names the call.
   *
   * @param byPlace how arguments are read that are printed field by field and by other names
   */
  CallText(TextFormat format, TextFormat byPlace, RawCalls calls) {
    this.format = format;
    this.byPlace = byPlace;
    this.calls = calls;
  }

  @Override
  public Tracepoint tracepoint() {
    return format.tracepoint();
  }

  @Override
  public boolean read(TextCursor cursor, TraceEvent event) {
    int start = cursor.position();
    if (!format.read(cursor, event) && NUMBER.isAt(cursor.bytes(), start, cursor.end())) {
      cursor.moveTo(start + NUMBER.length());
      cursor.decimal();
      byPlace.read(cursor, event);
    }
    calls.meet(event);
    return true;
  }
}
