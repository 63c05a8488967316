package org.sockmodel.runtime.trace.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.ByteOutput;
import org.sockmodel.runtime.trace.bytes.Literal;

/**
 * How the fields of one tracepoint are printed: literals and values in turn. The same description reads and writes.
 * Reading is tolerant: what stands between a value and the next literal is passed over, and a literal that is missing
 * makes its value absent, because kernels add and leave out fields. A text in which nothing is found is read field by
 * field, {@code name=value}: as tracefs prints with the option {@code fields}, and {@code trace-cmd report -R}.
 *
 * <p>Written as {@code irq={irq:DEC} ret={ret:HANDLED}}; a value that only other kernels print is
 * {@code {?dport:DEC}}: it is read, but not written; in {@code {name|handler:REST}} the second name is that by which
 * older kernels print the field, or which it has in the record, as {@code trace-cmd report -R} prints it.
 */
final class TextFormat extends EventText {

  private static final Literal HANDLED = new Literal("handled");
  private static final Literal UNHANDLED = new Literal("unhandled");
  private static final Literal NO_ADDRESS = new Literal("0.0.0.0:");
  private static final Literal HEX = new Literal("0x");

  /**
   * A literal and the value behind it.
   *
   * @param name what stands before the value where a trace is printed field by field
   * @param older what older kernels or records call it; null if the same
   * @param next the literals of the parts that follow, at which a text with blanks ends
   */
  private record Part(Literal literal, Literal name, Literal older, int field, ValueStyle style, boolean written,
      Literal[] next) {
  }

  private final Tracepoint tracepoint;
  private final Part[] parts;

  /** The parts that somebody looks at, and those that only tell whether the text is of this form. */
  private final Part[] wanted;
  private final Part[] unwanted;

  private final int fields;
  private final boolean hasName;

  /** The fields that the record keeps as one, what a call returned; negative if there are none that somebody reads. */
  private final int length;
  private final int error;
  private TextFormat fieldByField;

  TextFormat(Tracepoint tracepoint, String description) {
    this(tracepoint, parse(tracepoint, description), TraceSink.ALL_FIELDS);
  }

  private TextFormat(Tracepoint tracepoint, Part[] parts, int fields) {
    this.tracepoint = tracepoint;
    this.parts = parts;
    this.fields = fields;
    error = tracepoint.fieldIndex("error");
    int returned = tracepoint.fieldIndex("length");
    boolean readsBoth = error >= 0 && returned >= 0 && (fields >>> error & fields >>> returned & 1) != 0;
    length = readsBoth ? returned : -1;
    hasName = tracepoint.fields().stream().anyMatch(field -> field.kind() == Field.Kind.COMM);
    wanted = Stream.of(parts).filter(part -> (fields >>> part.field & 1) != 0).toArray(Part[]::new);
    unwanted = Stream.of(parts).filter(part -> (fields >>> part.field & 1) == 0).toArray(Part[]::new);
  }

  private static Part[] parse(Tracepoint tracepoint, String description) {
    Deque<Part> parts = new ArrayDeque<>();
    int end = description.length();
    while (end > 0) {
      int open = description.lastIndexOf('{', end);
      int close = description.indexOf('}', open);
      int start = description.lastIndexOf('}', open) + 1;
      boolean written = description.charAt(open + 1) != '?';
      String[] value = description.substring(open + (written ? 1 : 2), close).split(":");
      String[] names = value[0].split("\\|");
      int field = tracepoint.fieldIndex(names[0]);
      if (field < 0) {
        throw new IllegalArgumentException(tracepoint + " has no field " + names[0]);
      }
      parts.addFirst(new Part(new Literal(description.substring(start, open)), new Literal(names[0] + "="),
          names.length > 1 ? new Literal(names[1] + "=") : null, field, style(tracepoint, field, value[1]), written,
          parts.stream().map(Part::literal).toArray(Literal[]::new)));
      end = start;
    }
    return parts.toArray(Part[]::new);
  }

  private static ValueStyle style(Tracepoint tracepoint, int field, String name) {
    ValueStyle style = ValueStyle.valueOf(name);
    boolean isName = style == ValueStyle.TEXT && tracepoint.fields().get(field).kind() == Field.Kind.COMM;
    return isName ? ValueStyle.NAME : style;
  }

  /** The same format, of which only some fields are read. */
  TextFormat reading(int fields) {
    return new TextFormat(tracepoint, parts, fields);
  }

  @Override
  public Tracepoint tracepoint() {
    return tracepoint;
  }

  /** Whether the first literal stands at the position. */
  boolean begins(TextCursor cursor) {
    return parts[0].literal.isAt(cursor.bytes(), cursor.position(), cursor.end());
  }

  @Override
  public boolean read(TextCursor cursor, TraceEvent event) {
    for (Part part : wanted) {
      event.set(part.field, TraceEvent.ABSENT);
    }
    byte[] bytes = cursor.bytes();
    int start = cursor.position();
    int end = cursor.end();
    boolean found = start >= end || parts.length == 0;
    boolean complete = true;
    for (Part part : wanted) {
      int at = cursor.position();
      if (!part.literal.isAt(bytes, at, end)) {
        // Where the first fields are left out, the blank before the others was passed over already.
        at = find(part.literal, bytes, found ? at : at - 1, end);
        if (at < 0) {
          complete = false;
          continue;
        }
      }
      cursor.moveTo(at + part.literal.length());
      long value = value(part, cursor);
      found |= part.literal.length() > 0 || value != TraceEvent.ABSENT;
      if (value != TraceEvent.ABSENT && (part.written || !event.has(part.field))) {
        event.set(part.field, value);
      }
    }
    if (!complete) {
      found |= readOlder(cursor, start, event);
    }
    if (found || isOther(bytes, start, end)) {
      if (!complete && !readByNames(cursor, start, event) && hasName) {
        cursor.setCut();
      }
      if (length >= 0 && event.has(length)) {
        tellError(event);
      }
      return true;
    }
    return fieldByField != this && fieldByField().read(cursor.reset(bytes, start, end), event);
  }

  /** What trace-cmd and perf print as a negative length, or as what the call returned, is its error. */
  private void tellError(TraceEvent event) {
    long returned = event.value(length);
    if (returned < 0) {
      event.set(length, 0).set(error, returned);
    }
  }

  /** Fields that are absent so far and stand behind their older names; whether there are any. */
  private boolean readOlder(TextCursor cursor, int start, TraceEvent event) {
    boolean found = false;
    for (Part part : wanted) {
      int at = part.older == null || event.has(part.field) ? -1 : find(part.older, cursor.bytes(), start, cursor.end());
      if (at >= 0) {
        cursor.moveTo(at + part.older.length());
        event.set(part.field, value(part, cursor));
        found = true;
      }
    }
    return found;
  }

  /**
   * Fields that stand elsewhere, or behind another literal, where a trace is printed field by field; whether all that
   * are printed are there.
   */
  private boolean readByNames(TextCursor cursor, int start, TraceEvent event) {
    boolean complete = true;
    for (Part part : wanted) {
      int at = event.has(part.field) ? -1 : find(part.name, cursor.bytes(), start, cursor.end());
      if (at >= 0) {
        cursor.moveTo(at + part.name.length());
        event.set(part.field, value(part, cursor));
      }
      complete &= !part.written || event.has(part.field);
    }
    return complete;
  }

  private TextFormat fieldByField() {
    if (fieldByField == null) {
      fieldByField = UnknownTexts.fieldByField(tracepoint).reading(fields);
      fieldByField.fieldByField = fieldByField;
    }
    return fieldByField;
  }

  /** Whether the text, in which nothing was found that is looked at, is of this form all the same. */
  private boolean isOther(byte[] bytes, int start, int end) {
    for (Part part : unwanted) {
      if (part.literal.isAt(bytes, start, end) || find(part.literal, bytes, start - 1, end) >= 0
          || part.older != null && find(part.older, bytes, start, end) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the literal stands; one that begins with a letter must not be the end of a longer word. */
  private static int find(Literal literal, byte[] bytes, int start, int end) {
    int at = literal.find(bytes, start, end);
    while (at > 0 && Character.isLetter(bytes[at]) && bytes[at - 1] != ' ' && bytes[at - 1] != '(') {
      at = literal.find(bytes, at + 1, end);
    }
    return at;
  }

  private static long value(Part part, TextCursor cursor) {
    // Most of them; a comparison is done before a switch has found its table.
    int base = part.style.base;
    if (base != 0) {
      return number(cursor, base == 10 ? cursor.decimal() : cursor.hex());
    }
    switch (part.style) {
      case WORD:
        return cursor.word();
      case TEXT, NAME:
        int end = textEnd(part, cursor);
        return cursor.peek() == 'A' ? cursor.printedTo(end) : cursor.textTo(end);
      case INT:
        long whole = cursor.decimal();
        return cursor.peek() == ' ' || cursor.peek() == 0 ? number(cursor, whole) : TraceEvent.ABSENT;
      default:
        return rare(part.style, cursor);
    }
  }

  private static long rare(ValueStyle style, TextCursor cursor) {
    switch (style) {
      case REST:
        return cursor.rest();
      case STATE:
        return Symbols.readState(cursor, Symbols.STATES);
      case HANDLED:
        return cursor.peek() == 'h' ? 1 : cursor.peek() == 'u' ? 0 : number(cursor, cursor.decimal());
      case FAMILY:
        return Symbols.readFamily(cursor);
      case PROTOCOL:
        return Symbols.readProtocol(cursor);
      case MODE:
        return Symbols.readMode(cursor);
      default:
        return port(cursor);
    }
  }

  private static long number(TextCursor cursor, long value) {
    return cursor.wasNumber() ? value : TraceEvent.ABSENT;
  }

  /** Reads {@code 127.0.0.1:80} or {@code [::1]:80}: the number behind the last colon. */
  private static long port(TextCursor cursor) {
    byte[] bytes = cursor.bytes();
    int colon = -1;
    int position = cursor.position();
    while (position < cursor.end() && bytes[position] != ' ') {
      if (bytes[position] == ':') {
        colon = position;
      }
      position++;
    }
    if (colon < 0) {
      return TraceEvent.ABSENT;
    }
    cursor.moveTo(colon + 1);
    return number(cursor, cursor.decimal());
  }

  /** Where a text with blanks ends: where the next literal stands. */
  private static int textEnd(Part part, TextCursor cursor) {
    for (Literal next : part.next) {
      int end = next.find(cursor.bytes(), cursor.position(), cursor.end());
      if (end >= 0) {
        return end;
      }
    }
    return cursor.end();
  }

  /** Prints the fields; absent ones are left out with their literals. */
  void print(TraceEvent event, ByteOutput out) {
    for (Part part : parts) {
      if (part.written && event.has(part.field)) {
        out.put(part.literal);
        printValue(part.style, event, part.field, out);
      }
    }
  }

  private static void printHandled(long value, ByteOutput out) {
    if (value == 0 || value == 1) {
      out.put(value == 1 ? HANDLED : UNHANDLED);
    } else {
      out.decimal(value);
    }
  }

  private static void printValue(ValueStyle style, TraceEvent event, int field, ByteOutput out) {
    long value = event.value(field);
    switch (style) {
      case DEC, INT -> out.decimal(value);
      case DEC3 -> out.decimal(Math.max(0, value), 3);
      case HEX -> out.put(HEX).hex(value, 1);
      case BARE -> out.hex(value, 1);
      case POINTER -> out.hex(value, 16);
      case NAME -> TaskNames.print(event.names().utf8((int) value), out);
      case WORD, TEXT, REST -> out.putLine(event.names().utf8((int) value));
      case STATE -> Symbols.printState(value, out);
      case HANDLED -> printHandled(value, out);
      case SOFTIRQ -> Symbols.printSoftirq(value, out);
      case FAMILY -> Symbols.printFamily(value, out);
      case PROTOCOL -> Symbols.printProtocol(value, out);
      case MODE -> Symbols.printMode(value, out);
      case PORT -> out.put(NO_ADDRESS).decimal(value);
    }
  }
}
