package org.sockmodel.runtime.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.ByteOutput;
import org.sockmodel.runtime.trace.text.EventPrints;

/** Events as lines of text, as tracefs prints them. An instance is for one thread. */
public final class EventLines {

  private static final String AFTER_NAME = ": ";
  private static final int BATCH = 1 << 10;

  /**
   * One event as a person reads it.
   *
   * @param thread the current task's name and number; empty if the trace does not tell
   * @param fields what is printed after the name
   */
  public record Line(long timeNs, int cpu, String thread, String name, String fields) {
  }

  private final EventLog events;
  private final EventLog.Cursor cursor;
  private final EventPrints prints = new EventPrints();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteOutput out = new ByteOutput(bytes);

  /** Prints events of this log. */
  public EventLines(EventLog events) {
    this.events = events;
    cursor = events.cursor(0);
  }

  /** The line of an event that has been recorded. */
  public Line get(int index) {
    TraceEvent event = cursor.seek(index).next();
    String name = event.tracepoint().name();
    String text = print(event);
    String fields = text.startsWith(name + AFTER_NAME) ? text.substring(name.length() + AFTER_NAME.length()) : text;
    return new Line(event.timeNs(), event.cpu(), thread(event), name, fields);
  }

  /**
   * Finds the events from one on, as far as they have been recorded, whose thread or text holds a pattern.
   *
   * @param found is given the index of each
   * @param continues is asked now and then whether to go on
   * @return the event to go on from later
   */
  public int find(Pattern pattern, int from, IntConsumer found, BooleanSupplier continues) {
    cursor.seek(from);
    int end = events.size();
    int index = from;
    do {
      int pause = Math.min(end, index + BATCH);
      for (; index < pause; index++) {
        TraceEvent event = cursor.next();
        if (pattern.matcher(print(event)).find() || pattern.matcher(thread(event)).find()) {
          found.accept(index);
        }
      }
    } while (index < end && continues.getAsBoolean());
    return index;
  }

  private static String thread(TraceEvent event) {
    if (event.tid() < 0) {
      return "";
    }
    return event.tid() == 0 ? "idle" : event.names().text(event.comm()) + " (" + event.tid() + ")";
  }

  private String print(TraceEvent event) {
    bytes.reset();
    prints.print(event, out);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
