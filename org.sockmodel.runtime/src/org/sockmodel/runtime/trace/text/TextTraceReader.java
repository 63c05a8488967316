package org.sockmodel.runtime.trace.text;

import java.io.IOException;
import java.io.InputStream;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.LineSource;
import org.sockmodel.runtime.trace.merge.ReorderWindow;

/**
 * Reads a trace that is text, line by line, and judges the whole: what could be read of damaged input is a trace with a
 * warning, and input of which no line could be is none.
 */
public abstract class TextTraceReader implements TraceReader {

  /** The last CPU that is believed; higher numbers are damage. */
  protected static final int MAX_CPU = 4095;

  /** In so many columns names of tasks are printed, aligned to the right. */
  protected static final int NAME_WIDTH = 16;
  private static final int MOST_LINE_BREAKS = NAME_WIDTH - 1;

  private final InputStream in;
  private final String name;
  private final Names names = new Names();
  private final TraceStatistics statistics;
  private EventTexts texts;
  private LineSource lines;

  /**
   * Names the input, which is closed when it has been read.
   *
   * @param in the text
   * @param name what to call it in messages
   * @param format the format's name in reports
   */
  protected TextTraceReader(InputStream in, String name, String format) {
    this.in = in;
    this.name = name;
    statistics = new TraceStatistics(format);
  }

  /** How events are read; there once the first line is. */
  protected final EventTexts texts() {
    return texts;
  }

  /** Takes one line; false if it is not understood. */
  protected abstract boolean accept(byte[] bytes, int start, int end, TraceSink sink) throws IOException;

  /** Whether the line tells an event. */
  protected abstract boolean isEvent(byte[] bytes, int start, int end);

  /** Whether a task's name ends where names do that are aligned. */
  protected abstract boolean isAligned(byte[] bytes, int start, int end);

  /** Says that no line is of this format; {@code reason} is empty or begins with a colon. */
  protected abstract String refusal(String reason);

  @Override
  public final void read(TraceSink sink) throws TraceException {
    ReorderWindow window = new ReorderWindow(names, sink, statistics);
    try (in) {
      texts = new EventTexts(window::fields);
      lines = new LineSource(in);
      while (lines.next()) {
        if (!accept(lines.bytes(), lines.start(), lines.end(), window) && !acceptName(window)) {
          statistics.unparsed();
        }
      }
    } catch (IOException e) {
      statistics.warn("the text cannot be read to its end (" + e.getMessage() + "); what could be read was read");
    }
    window.flush();
    if (statistics.events() == 0 && (statistics.unparsedCount() > 0 || !statistics.warning().isEmpty())) {
      throw new TraceException(name + refusal(statistics.warning().isEmpty() ? "" : ": " + statistics.warning()));
    }
    String nonsense = nonsense();
    if (!nonsense.isEmpty()) {
      throw new TraceException(name + nonsense);
    }
    warn();
  }

  /** Takes the line with those behind it if it is the beginning of a task's name that holds line breaks. */
  private boolean acceptName(TraceSink sink) throws IOException {
    while (lines.end() - lines.start() < NAME_WIDTH && lines.append()) {
      if (isAligned(lines.bytes(), lines.start(), lines.end())
          && isEvent(lines.bytes(), lines.start(), lines.end())) {
        lines.keep();
        return accept(lines.bytes(), lines.start(), lines.end(), sink);
      }
    }
    lines.takeBack();
    return false;
  }

  /** Reads the text of an event, on which the cursor is; false if it is not one of such an event. */
  protected final boolean readText(EventText text, TextCursor cursor, TraceEvent event) throws IOException {
    int start = cursor.position();
    boolean isRead = text.read(cursor, event);
    if (isRead && cursor.isCut()) {
      readOn(text, start, cursor, event);
    }
    return isRead;
  }

  /** Reads an event again, the text of which is cut, with further lines of it if a task's name holds line breaks. */
  private void readOn(EventText text, int start, TextCursor cursor, TraceEvent event) throws IOException {
    int distance = start - lines.start();
    for (int i = 0; i < MOST_LINE_BREAKS && cursor.isCut() && lines.append()
        && !isEvent(lines.bytes(), lines.lastStart(), lines.end()); i++) {
      text.read(cursor.reset(lines.bytes(), lines.start() + distance, lines.end()), event);
    }
    if (cursor.isCut()) {
      lines.takeBack();
      text.read(cursor.reset(lines.bytes(), lines.start() + distance, lines.end()), event);
    }
  }

  /** Why what was read is to be refused when all of it has been seen, as the end of a sentence; empty if it is not. */
  protected String nonsense() {
    return "";
  }

  /** Why the times of this format mean nothing; empty if they do. */
  protected String doubtOfTimes() {
    return "";
  }

  /** Why the tasks of this format may be others, as a warning; empty if they are not. */
  protected String doubtOfTasks() {
    return "";
  }

  private void warn() {
    if (!doubtOfTimes().isEmpty()) {
      statistics.timesAreCounts(doubtOfTimes());
    }
    if (statistics.unparsedCount() > 0) {
      long lines = statistics.unparsedCount();
      statistics.warn(lines + (lines == 1 ? " line is" : " lines are") + " not understood");
    }
    if (statistics.backwardsCount() > 0) {
      long events = statistics.backwardsCount();
      statistics.warn(events + (events == 1 ? " event is" : " events are") + " earlier than the one before");
    }
    if (statistics.lateCount() > 0) {
      long events = statistics.lateCount();
      statistics.warn(events + (events == 1 ? " event comes" : " events come")
          + " far behind later ones of other CPUs; sort the lines by time");
    }
    statistics.warn(doubtOfTasks());
    statistics.warn(texts.calls().doubt());
  }

  @Override
  public final Names names() {
    return names;
  }

  @Override
  public final TraceStatistics statistics() {
    return statistics;
  }
}
