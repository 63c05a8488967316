package org.sockmodel.tests.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;

/** Keeps every event as one line of text, so that tests can compare whole traces. */
public final class EventLog implements TraceSink {

  private final List<String> lines = new ArrayList<>();
  private final boolean withTask;

  public EventLog() {
    this(true);
  }

  public EventLog(boolean withTask) {
    this.withTask = withTask;
  }

  @Override
  public void accept(TraceEvent event) {
    lines.add(describe(event, withTask));
  }

  @Override
  public void lost(int cpu, long count) {
    lines.add("lost " + count + " on " + cpu);
  }

  public List<String> lines() {
    return lines;
  }

  /** Fails with the first line that differs. */
  public static void assertSame(List<String> expected, List<String> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      assertEquals(expected.get(i), actual.get(i), "event " + i);
    }
    assertEquals(expected.size(), actual.size(), "number of events");
  }

  /** The event in one line; absent fields are left out. */
  public static String describe(TraceEvent event, boolean withTask) {
    StringBuilder line = new StringBuilder();
    line.append(event.timeNs()).append(" [").append(event.cpu()).append("] ");
    if (withTask) {
      line.append(event.names().text(event.comm())).append('-').append(event.tid()).append(' ');
    }
    line.append(event.tracepoint().name());
    List<Field> fields = event.tracepoint().fields();
    for (int i = 0; i < fields.size(); i++) {
      if (event.has(i)) {
        line.append(' ').append(fields.get(i).name()).append('=').append(value(event, i, fields.get(i)));
      }
    }
    return line.toString();
  }

  private static String value(TraceEvent event, int index, Field field) {
    return switch (field.kind()) {
      case TEXT, COMM -> event.text(index);
      case POINTER -> Long.toHexString(event.value(index));
      default -> Long.toString(event.value(index));
    };
  }
}
