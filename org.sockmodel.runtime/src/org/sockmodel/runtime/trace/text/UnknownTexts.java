package org.sockmodel.runtime.trace.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;

/**
 * Makes tracepoints for events that nobody knows, from the first text that is seen: with the fields of the text if it
 * consists of {@code key=value} alone, with one text field otherwise. Not for hot paths: once for each name.
 */
final class UnknownTexts {

  /** Name of the only field of an event whose text has no regular fields. */
  static final String WHOLE_TEXT = "text";

  private static final Pattern PAIR = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=([^= ,;]+)");
  private static final Pattern ARGUMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*): [^,]*");
  private static final Pattern FIELD_OF_CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=.*");
  private static final String NUMBER_OF_CALL = "__syscall_nr";
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{1,16}|[0-9a-f]{16}");

  private final TracepointRegistry registry;

  UnknownTexts(TracepointRegistry registry) {
    this.registry = registry;
  }

  /** The event of that name, whose first text is {@code sample}. */
  TextFormat event(String name, String sample) {
    List<Field> fields = new ArrayList<>();
    StringBuilder format = new StringBuilder();
    for (String word : sample.trim().split(" +")) {
      var pair = PAIR.matcher(word);
      boolean isNew = pair.matches() && fields.stream().noneMatch(field -> field.name().equals(pair.group(1)));
      if (!isNew || fields.size() == TraceEvent.MAX_FIELDS) {
        return whole(name);
      }
      Field.Kind kind = kindOf(pair.group(2));
      fields.add(new Field(pair.group(1), kind));
      format.append(format.isEmpty() ? "" : " ").append(pair.group(1)).append("={").append(pair.group(1)).append(':')
          .append(kind == Field.Kind.S64 ? "INT" : kind == Field.Kind.POINTER ? "POINTER" : "TEXT").append('}');
    }
    return new TextFormat(registry.add(name, fields), format.toString());
  }

  /** The entry of an unknown system call, whose arguments are first seen in {@code sample}. */
  TextFormat syscallEnter(String symbol, String sample) {
    String text = sample.trim();
    boolean byField = text.startsWith(NUMBER_OF_CALL);
    Pattern form = byField ? FIELD_OF_CALL : ARGUMENT;
    List<Field> fields = new ArrayList<>();
    for (String argument : byField ? text.split(" +") : text.replace(")", "").split(", ")) {
      var matcher = form.matcher(argument);
      if (matcher.matches() && fields.size() < TraceEvent.MAX_FIELDS && !matcher.group(1).equals(NUMBER_OF_CALL)
          && fields.stream().noneMatch(field -> field.name().equals(matcher.group(1)))) {
        fields.add(new Field(matcher.group(1), Field.Kind.S64));
      }
    }
    return syscallEnter(registry.add(Syscall.ENTER_PREFIX + symbol, fields));
  }

  TextFormat syscallExit(String symbol) {
    return syscallExit(registry.add(Syscall.EXIT_PREFIX + symbol, List.of(new Field("ret", Field.Kind.S64))));
  }

  /** Arguments as {@code name: value, name: value}; without arguments there is nothing to read. */
  static TextFormat syscallEnter(Tracepoint tracepoint) {
    StringBuilder format = new StringBuilder();
    for (Field field : tracepoint.fields()) {
      format.append(format.isEmpty() ? "" : ", ").append(field.name()).append(": {").append(field.name())
          .append(":HEX}");
    }
    return new TextFormat(tracepoint, format.toString());
  }

  /** Arguments of a call whose tracepoint has names of its own for them, or none. */
  static TextFormat syscallEnterByPlace(Tracepoint tracepoint) {
    return byPlace(tracepoint, ": ", "HEX");
  }

  /** Arguments of a call, or its result, that are printed field by field, by whatever names. */
  static TextFormat callFieldsByPlace(Tracepoint tracepoint) {
    return byPlace(tracepoint, "=", "DEC");
  }

  private static TextFormat byPlace(Tracepoint tracepoint, String before, String style) {
    StringBuilder format = new StringBuilder();
    for (Field field : tracepoint.fields()) {
      format.append(before).append('{').append(field.name()).append(':').append(style).append('}');
    }
    return new TextFormat(tracepoint, format.toString());
  }

  /** A system call that is told by number, as {@code NR 45 (3, 7f15d6559d00, 64)} or {@code NR 45 = 50}. */
  static TextFormat rawCall(Tracepoint tracepoint) {
    StringBuilder format = new StringBuilder("NR {id:DEC}");
    for (Field field : tracepoint.fields().subList(1, tracepoint.fields().size())) {
      boolean isReturned = field.name().equals("ret");
      format.append(isReturned ? " = {" : format.indexOf("(") < 0 ? " ({" : ", {").append(field.name())
          .append(isReturned ? ":DEC}" : ":HEX}");
    }
    return new TextFormat(tracepoint, format.toString());
  }

  static TextFormat syscallExit(Tracepoint tracepoint) {
    return new TextFormat(tracepoint, "{ret:HEX}");
  }

  /** How an event that has no format of its own is printed. */
  static TextFormat formatOf(Tracepoint tracepoint) {
    if (tracepoint.fields().size() == 1 && tracepoint.fields().get(0).name().equals(WHOLE_TEXT)) {
      return new TextFormat(tracepoint, "{" + WHOLE_TEXT + ":REST}");
    }
    return fieldByField(tracepoint);
  }

  /** The fields in turn, as {@code name=value name=value}. */
  static TextFormat fieldByField(Tracepoint tracepoint) {
    StringBuilder format = new StringBuilder();
    for (Field field : tracepoint.fields()) {
      String style = field.kind().isText() ? "TEXT" : field.kind() == Field.Kind.POINTER ? "POINTER" : "DEC";
      format.append(format.isEmpty() ? "" : " ").append(field.name()).append("={").append(field.name()).append(':')
          .append(style).append('}');
    }
    return new TextFormat(tracepoint, format.toString());
  }

  private TextFormat whole(String name) {
    Tracepoint tracepoint = registry.add(name, List.of(new Field(WHOLE_TEXT, Field.Kind.TEXT)));
    return formatOf(tracepoint);
  }

  private static Field.Kind kindOf(String value) {
    if (NUMBER.matcher(value).matches()) {
      return Field.Kind.S64;
    }
    return ADDRESS.matcher(value).matches() ? Field.Kind.POINTER : Field.Kind.TEXT;
  }
}
