package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * A line of the function tracer: {@code func <-parent}, {@code func+0x4/0x90 <-parent+0x2a/0xc0},
 * {@code func [module] <-- parent}. Offsets and modules are left out. A line of the function graph tracer as
 * trace-cmd shows it ({@code 1.2 us | func();}) is a function without parent,
 * as is a name alone.
 */
final class FunctionText extends EventText {

  @Override
  public Tracepoint tracepoint() {
    return Function.TRACEPOINT;
  }

  @Override
  public boolean read(TextCursor cursor, TraceEvent event) {
    event.clear();
    cursor.skipBlanks();
    int arrow = arrow(cursor.bytes(), cursor.position(), cursor.end());
    if (arrow < 0) {
      return graph(cursor, event);
    }
    event.set(Function.FUNC, symbol(cursor, arrow));
    cursor.moveTo(arrow + 2);
    while (cursor.peek() == '-' || cursor.peek() == ' ') {
      cursor.moveTo(cursor.position() + 1);
    }
    event.set(Function.PARENT, symbol(cursor, cursor.end()));
    return true;
  }

  private static boolean graph(TextCursor cursor, TraceEvent event) {
    byte[] bytes = cursor.bytes();
    for (int i = cursor.position(); i < cursor.end(); i++) {
      if (bytes[i] == '|') {
        cursor.moveTo(i + 1);
        cursor.skipBlanks();
        event.set(Function.FUNC, symbol(cursor, cursor.end()));
        return cursor.peek() == '(' || cursor.peek() == ' ';
      }
    }
    event.set(Function.FUNC, symbol(cursor, cursor.end()));
    return cursor.position() == cursor.end();
  }

  /** Where {@code <-} stands, or -1. */
  static int arrow(byte[] bytes, int start, int end) {
    for (int i = start + 1; i + 1 < end; i++) {
      if (bytes[i] == '<' && bytes[i + 1] == '-' && bytes[i - 1] == ' ') {
        return i;
      }
    }
    return -1;
  }

  private static int symbol(TextCursor cursor, int end) {
    byte[] bytes = cursor.bytes();
    int stop = cursor.position();
    while (stop < end && bytes[stop] != ' ' && bytes[stop] != '+' && bytes[stop] != '(') {
      stop++;
    }
    return cursor.textTo(stop);
  }
}
