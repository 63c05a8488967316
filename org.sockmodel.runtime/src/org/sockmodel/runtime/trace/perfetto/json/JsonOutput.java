package org.sockmodel.runtime.trace.perfetto.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.ByteOutput;

/** Events of the trace viewer as JSON objects, one on a line. */
final class JsonOutput {

  private static final int US = 1000;

  private final ByteOutput out;
  private boolean first = true;

  JsonOutput(ByteOutput out) {
    this.out = out;
    out.put("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n");
  }

  /** Begins an event of phase {@code phase} on a track; {@link #end} ends it. */
  JsonOutput begin(char phase, int pid, int tid, long timeNs) {
    out.put(first ? "" : ",\n").put("{\"ph\":\"").put(phase).put("\",\"pid\":").decimal(pid).put(",\"tid\":");
    first = false;
    out.decimal(tid).put(",\"ts\":");
    long ns = Math.max(0, timeNs);
    out.decimal(ns / US).put('.').decimal(ns % US, 3);
    return this;
  }

  /** The name of a process or of a thread in the viewer. */
  void name(String what, int pid, int tid, String name) {
    begin('M', pid, tid, 0).text("name", what);
    out.put(",\"args\":{\"name\":");
    quoted(name.getBytes(StandardCharsets.UTF_8));
    out.put("}}");
  }

  JsonOutput text(String key, String value) {
    return text(key, value.getBytes(StandardCharsets.UTF_8));
  }

  JsonOutput text(String key, byte[] utf8) {
    out.put(",\"").put(key).put("\":");
    quoted(utf8);
    return this;
  }

  JsonOutput number(String key, long value) {
    out.put(",\"").put(key).put("\":").decimal(value);
    return this;
  }

  /** The event's fields as its arguments. */
  JsonOutput arguments(TraceEvent event) {
    out.put(",\"args\":{");
    List<Field> fields = event.tracepoint().fields();
    boolean firstField = true;
    for (int i = 0; i < fields.size(); i++) {
      if (event.has(i)) {
        out.put(firstField ? "\"" : ",\"").put(fields.get(i).name()).put("\":");
        firstField = false;
        value(event, i, fields.get(i).kind());
      }
    }
    out.put('}');
    return this;
  }

  /** An address is a text, because JSON's numbers are too short for it. */
  private void value(TraceEvent event, int index, Field.Kind kind) {
    switch (kind) {
      case TEXT, COMM -> quoted(event.names().utf8(event.intValue(index)));
      case POINTER -> out.put("\"0x").hex(event.value(index), 1).put('"');
      default -> out.decimal(event.value(index));
    }
  }

  void end() {
    out.put('}');
  }

  void close() {
    out.put("\n]}\n");
  }

  /** A name that the kernel cut may end within a character, of which JSON must not have a part. */
  private void quoted(byte[] utf8) {
    out.put('"');
    for (byte b : isAscii(utf8) ? utf8 : new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)) {
      if (b == '"' || b == '\\') {
        out.put('\\').put((char) b);
      } else if (b >= 0 && b < ' ') {
        out.put("\\u00").hex(b, 2);
      } else {
        out.put((char) (b & 0xff));
      }
    }
    out.put('"');
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
