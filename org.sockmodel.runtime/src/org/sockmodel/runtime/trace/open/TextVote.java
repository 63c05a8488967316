package org.sockmodel.runtime.trace.open;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.Literal;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.perf.PerfScriptReader;

/** Which text the beginning of a file is: each reader tries it, and the one that understands more lines wins. */
enum TextVote {
  FTRACE, PERF, OTHER_TEXT, NO_TEXT;

  /** Its page begins with the program that shows the trace, which is longer than what is looked at. */
  private static final Literal SYSTRACE_TITLE = new Literal("<title>Android System Trace</title>");
  private static final Literal PERF_RECORD = new Literal(": PERF_RECORD_");

  static TextVote of(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 32), StandardCharsets.ISO_8859_1);
    boolean isOfTracefs = start.startsWith("# tracer:");
    for (byte b : head) {
      if (b == 0) {
        return isOfTracefs ? FTRACE : NO_TEXT;
      }
    }
    byte[] lines = wholeLines(head);
    TraceStatistics ftrace = tried(new FtraceReader(new ByteArrayInputStream(lines), ""));
    TraceStatistics perf = tried(new PerfScriptReader(new ByteArrayInputStream(lines), ""));
    if (ftrace.events() > 0 && ftrace.events() >= perf.events()) {
      return looksLikeFtrace(ftrace, lines) ? FTRACE : OTHER_TEXT;
    }
    if (perf.events() > 0) {
      return PERF;
    }
    if (SYSTRACE_TITLE.find(lines, 0, lines.length) >= 0) {
      return FTRACE;
    }
    if (PERF_RECORD.find(lines, 0, lines.length) >= 0) {
      // A recording may begin with what perf tells of the tasks that ran already.
      return PERF;
    }
    if (isOfTracefs || start.startsWith("cpus=")) {
      return FTRACE;
    }
    return isPrintable(head) ? OTHER_TEXT : NO_TEXT;
  }

  /** How many lines a reader understands, whether or not it takes the whole. */
  private static TraceStatistics tried(TraceReader reader) {
    try {
      reader.read(event -> { });
    } catch (TraceException refused) {
      return reader.statistics();
    }
    return reader.statistics();
  }

  /** A perf script that tells no threads does so where a task is called like one of ftrace: {@code worker-91}. */
  private static boolean looksLikeFtrace(TraceStatistics ftrace, byte[] lines) {
    return ftrace.unparsedCount() <= ftrace.events()
        || PerfScriptFields.answer(new String(lines, StandardCharsets.ISO_8859_1)).isEmpty();
  }

  private static byte[] wholeLines(byte[] head) {
    int end = head.length;
    while (end > 0 && head[end - 1] != '\n') {
      end--;
    }
    return end == 0 ? head : Arrays.copyOf(head, end);
  }

  private static boolean isPrintable(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
