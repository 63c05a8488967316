package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.Literal;
import org.sockmodel.runtime.trace.calls.RawCalls;

/**
 * The text of an event that tells a system call by number: as the kernel prints it, or field by field. Of that,
 * {@code trace-cmd report -R} prints the arguments as bytes, {@code id=45 args=ARRAY[03, 00, 00, ...]}, the lowest of
 * each first.
 */
final class RawCallText extends EventText {

  private static final Literal NUMBER = new Literal("NR ");
  private static final Literal ARGUMENTS = new Literal("args=ARRAY[");

  private final TextFormat printed;
  private final TextFormat fieldByField;
  private final RawCalls calls;
  private final int firstArgument;

  RawCallText(Tracepoint tracepoint, RawCalls calls) {
    this.calls = calls;
    int fields = calls.fields(tracepoint);
    printed = UnknownTexts.rawCall(tracepoint).reading(fields);
    fieldByField = UnknownTexts.fieldByField(tracepoint).reading(fields);
    firstArgument = tracepoint.fieldIndex(RawCalls.argument(0));
  }

  @Override
  public Tracepoint tracepoint() {
    return printed.tracepoint();
  }

  @Override
  public boolean read(TextCursor cursor, TraceEvent event) {
    byte[] bytes = cursor.bytes();
    int start = cursor.position();
    int end = cursor.end();
    TextFormat format = NUMBER.isAt(bytes, start, end) ? printed : fieldByField;
    if (!format.read(cursor, event)) {
      return false;
    }
    if (firstArgument >= 0 && !event.has(firstArgument)) {
      int array = ARGUMENTS.find(bytes, start, end);
      if (array >= 0) {
        readArray(bytes, array + ARGUMENTS.length(), end, event);
      }
    }
    calls.name(event);
    return true;
  }

  private void readArray(byte[] bytes, int start, int end, TraceEvent event) {
    int width = PrintedArray.count(start, end) / RawCalls.ARGUMENTS;
    if (width != Long.BYTES && width != Integer.BYTES) {
      return;
    }
    for (int i = 0; i < RawCalls.ARGUMENTS; i++) {
      long value = 0;
      for (int k = 0; k < width; k++) {
        value |= (long) PrintedArray.value(bytes, start, i * width + k) << Byte.SIZE * k;
      }
      event.set(firstArgument + i, value);
    }
  }
}
