package org.sockmodel.runtime.trace.ftrace;

import java.io.IOException;
import java.io.InputStream;
import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.FunctionTracepoints.TracingMarkWrite;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.bytes.Ascii;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.bytes.Words;
import org.sockmodel.runtime.trace.text.EventText;
import org.sockmodel.runtime.trace.text.EventTexts;
import org.sockmodel.runtime.trace.text.TextCursor;
import org.sockmodel.runtime.trace.text.TextTraceReader;

/**
 * Reads the text of ftrace: tracefs' {@code trace} file, {@code trace-cmd report}, and the function and function graph
 * tracers in either. Cost: some 200 ns a line, no allocation; memory: one block of lines.
 *
 * <p>Stack traces and the ends of functions in a graph are understood and left out, and so are the second and later
 * lines of a mark.
 */
public final class FtraceReader extends TextTraceReader {

  private final TraceEvent event = new TraceEvent(names());
  private final NameCache cache = new NameCache(names());
  private final TextCursor cursor = new TextCursor(cache);
  private final FtraceLine line = new FtraceLine(cache);
  private final RepeatedLines repeated = new RepeatedLines();
  private final GraphLine graph = new GraphLine(cache);
  private final OtherLines others = new OtherLines(statistics());

  /**
   * Names the input, which is closed when it has been read.
   *
   * @param in the text
   * @param name what to call it in messages
   */
  public FtraceReader(InputStream in, String name) {
    super(in, name, "ftrace");
  }

  @Override
  protected String refusal(String reason) {
    if (others.isOfTracefs()) {
      return " is of tracefs, but no line tells an event with its CPU and time" + reason
          + "; print it again with the options bin, hex, raw and verbose off, and with context-info on";
    }
    return " holds no line of an ftrace text" + reason + "; name a trace, such as the output of trace-cmd report";
  }

  @Override
  protected String doubtOfTimes() {
    return line.hasCounts() ? CountingClocks.DOUBT : "";
  }

  @Override
  protected boolean isEvent(byte[] bytes, int start, int end) {
    return line.parse(bytes, start, end);
  }

  @Override
  protected boolean isAligned(byte[] bytes, int start, int end) {
    int at = start + NAME_WIDTH;
    return at + 1 < end && bytes[at] == '-' && Ascii.isDigit(bytes[at + 1]);
  }

  @Override
  protected boolean accept(byte[] bytes, int start, int end, TraceSink sink) throws IOException {
    if (start < end && bytes[start] != '#' && line.parse(bytes, start, end)) {
      return line.cpu() <= MAX_CPU && body(bytes, end, sink);
    }
    if (start < end && bytes[start] == '#') {
      texts().comment(bytes, start, end);
    }
    return others.accept(bytes, start, end, sink) || graph(bytes, start, end, sink) || goesOn();
  }

  /** Whether the line belongs to a mark, of which what a program writes may have several. */
  private boolean goesOn() {
    return statistics().events() > 0 && event.tracepoint() == TracingMarkWrite.TRACEPOINT;
  }

  /** Reads what follows the time stamp. */
  private boolean body(byte[] bytes, int end, TraceSink sink) throws IOException {
    int start = line.body();
    int at = nameEnd(bytes, start, end);
    if (at == start) {
      start = differenceEnd(bytes, start, end);
      at = nameEnd(bytes, start, end);
    }
    if (at == start) {
      return false;
    }
    if (line.buffer() != BufferColumn.NONE && !others.areOfFiles() && repeated.isRepeated(line, bytes, start, end)) {
      return true;
    }
    EventText text;
    if (at < end && bytes[at] == ':') {
      cursor.reset(bytes, at + 1, end).skipBlanks();
      text = texts().event(bytes, start, at, cursor);
      if (text == EventTexts.NO_EVENT) {
        return true;
      }
    } else if (bytes[start] == '<') {
      return true;
    } else {
      text = call(bytes, start, at, end);
    }
    if (text == null) {
      return false;
    }
    event.begin(text.tracepoint(), line.timeNs(), line.cpu()).task(line.tid(), line.comm());
    if (!readText(text, cursor, event)) {
      return false;
    }
    deliver(sink);
    return true;
  }

  /** Where {@code (+2243)} ends, if it is there: the time since the event before, of {@code --ts-diff}. */
  private static int differenceEnd(byte[] bytes, int start, int end) {
    int at = start + 2;
    if (at >= end || bytes[start] != '(' || bytes[start + 1] != '+') {
      return start;
    }
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at < end && bytes[at] == ')' ? Words.skipBlanks(bytes, at + 1, end) : start;
  }

  /** Where the first colon, bracket or blank stands. */
  private static int nameEnd(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end) {
      long marks = Words.noLetters(LittleEndian.i64(bytes, at));
      at += Words.first(marks);
      if (marks != 0) {
        byte sign = bytes[at];
        if (sign == ':' || sign == '(' || sign == ' ') {
          return Math.min(end, at);
        }
        at++;
      }
    }
    return end;
  }

  /** A system call, as {@code sys_read(...)} or {@code sys_read -> 0x1}, or a function. */
  private EventText call(byte[] bytes, int start, int nameEnd, int end) {
    boolean isSyscall = nameEnd - start > 4 && bytes[start] == 's' && bytes[start + 1] == 'y' && bytes[start + 2] == 's'
        && bytes[start + 3] == '_';
    if (isSyscall && nameEnd < end && bytes[nameEnd] == '(') {
      int textEnd = bytes[end - 1] == ')' ? end - 1 : end;
      cursor.reset(bytes, nameEnd + 1, textEnd);
      return texts().syscallEnter(bytes, start + 4, nameEnd, cursor);
    }
    if (isSyscall && nameEnd + 3 < end && bytes[nameEnd + 1] == '-' && bytes[nameEnd + 2] == '>') {
      cursor.reset(bytes, nameEnd + 3, end).skipBlanks();
      return texts().syscallExit(bytes, start + 4, nameEnd, cursor);
    }
    cursor.reset(bytes, start, end);
    return texts().function();
  }

  private boolean graph(byte[] bytes, int start, int end, TraceSink sink) {
    switch (graph.parse(bytes, start, end)) {
      case FUNCTION:
        event.begin(Function.TRACEPOINT, graph.timeNs(), graph.cpu()).task(graph.tid(), graph.comm()).clear();
        event.set(Function.FUNC, graph.function());
        if (graph.parent() >= 0) {
          event.set(Function.PARENT, graph.parent());
        }
        deliver(sink);
        return true;
      case COMMENT:
        comment(bytes, sink);
        return true;
      case OTHER:
        return true;
      default:
        return false;
    }
  }

  /** The graph tracer prints events and marks as comments between the functions. */
  private void comment(byte[] bytes, TraceSink sink) {
    int start = graph.commentStart();
    int at = start;
    while (at < graph.commentEnd() && bytes[at] != ':' && bytes[at] != ' ') {
      at++;
    }
    EventText text = null;
    if (at + 1 < graph.commentEnd() && bytes[at] == ':' && bytes[at + 1] == ' ') {
      cursor.reset(bytes, at + 2, graph.commentEnd());
      text = texts().event(bytes, start, at, cursor);
    }
    if (text == EventTexts.NO_EVENT) {
      return;
    }
    if (text != null) {
      event.begin(text.tracepoint(), graph.timeNs(), graph.cpu()).task(graph.tid(), graph.comm());
      if (text.read(cursor, event)) {
        deliver(sink);
      }
      return;
    }
    event.begin(TracingMarkWrite.TRACEPOINT, graph.timeNs(), graph.cpu()).task(graph.tid(), graph.comm());
    event.set(TracingMarkWrite.BUF, cursor.reset(bytes, start, graph.commentEnd()).rest());
    deliver(sink);
  }

  private void deliver(TraceSink sink) {
    statistics().unsortedEvent(event.cpu(), event.timeNs());
    sink.accept(event);
  }
}
