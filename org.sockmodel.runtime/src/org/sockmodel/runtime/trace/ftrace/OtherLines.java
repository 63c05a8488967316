package org.sockmodel.runtime.trace.ftrace;

import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.Literal;

/** Lines that are no events: comments, stack traces, lost events, what tools say before and after. */
final class OtherLines {

  private static final int MAX_CPU = 4095;

  private static final Literal STACK = new Literal(" => ");
  /** The same of trace-cmd. */
  private static final Literal STACK_OF_REPORT = new Literal("=> ");
  private static final Literal TRACER = new Literal("# tracer:");
  private static final Literal CPU = new Literal("CPU:");
  private static final Literal CPU_BLANK = new Literal("CPU ");
  private static final Literal CPUS = new Literal("cpus=");
  /** The same behind the name of one of several files. */
  private static final Literal CPUS_OF_FILE = new Literal(": cpus=");
  private static final Literal CPU_COUNT = new Literal("#P:");
  private static final Literal ENTRIES = new Literal("entries-in-buffer/entries-written:");
  private static final Literal LATENCY = new Literal("# latency: ");
  private static final Literal LOST = new Literal("LOST");
  private static final Literal DROPPED = new Literal("DROPPED");
  private static final Literal VERSION = new Literal("version = ");
  /** What {@code trace-cmd report -w} says in the end. */
  private static final Literal[] WAKEUPS = {new Literal("Average wakeup latency: "), new Literal("Maximum Latency: "),
      new Literal("Minimum Latency: "), new Literal("RT task timings:")};
  /** What atrace says before the trace. */
  private static final Literal[] ATRACE = {new Literal("capturing trace..."), new Literal("TRACE:")};
  /** A page of systrace holds the trace in a script of its own. */
  private static final Literal PAGE = new Literal("<!DOCTYPE ");
  private static final Literal SCRIPT_END = new Literal("</script>");
  private static final Literal RULE = new Literal("------------------------------------------");

  private final TraceStatistics statistics;
  private boolean ofTracefs;
  private boolean ofFiles;
  private boolean inPage;

  OtherLines(TraceStatistics statistics) {
    this.statistics = statistics;
  }

  /** Whether the text begins as tracefs's files do. */
  boolean isOfTracefs() {
    return ofTracefs;
  }

  /** Whether the lines are of several files, which may tell of several machines. */
  boolean areOfFiles() {
    return ofFiles;
  }

  /** Takes one line; false if it is not understood. */
  boolean accept(byte[] bytes, int start, int end, TraceSink sink) {
    if (start == end || STACK.isAt(bytes, start, end) || STACK_OF_REPORT.isAt(bytes, start, end)) {
      return true;
    }
    if (bytes[start] == '#') {
      header(bytes, start, end);
      return true;
    }
    if (inPage || PAGE.isAt(bytes, start, end) || SCRIPT_END.find(bytes, start, end) >= 0) {
      inPage = true;
      return true;
    }
    if (CPU.isAt(bytes, start, end)) {
      return lost(bytes, start + CPU.length(), end, sink);
    }
    if (CPUS.isAt(bytes, start, end)) {
      cpus(bytes, start + CPUS.length(), end);
      return true;
    }
    return CPU_BLANK.isAt(bytes, start, end) || VERSION.isAt(bytes, start, end)
        || RULE.find(bytes, start, end) >= 0 || isAnyAt(WAKEUPS, bytes, start, end)
        || isAnyAt(ATRACE, bytes, start, end) || isOneOfFiles(bytes, start, end);
  }

  /** {@code b.dat: cpus=2}: the files that are printed as one; each counts its own CPUs. */
  private boolean isOneOfFiles(byte[] bytes, int start, int end) {
    int cpus = CPUS_OF_FILE.find(bytes, start, end);
    if (cpus < 0) {
      return false;
    }
    ofFiles = true;
    cpus(bytes, cpus + CPUS_OF_FILE.length(), end);
    return true;
  }

  /**
   * What the kernel says first of its buffers: {@code # entries-in-buffer/entries-written: 3740/125102   #P:2}, and in
   * the latency format {@code # latency: 0 us, #3740/125102, CPU#0 | (... #P:2)}.
   */
  private void header(byte[] bytes, int start, int end) {
    boolean begins = TRACER.isAt(bytes, start, end);
    ofTracefs |= begins;
    inPage &= !begins;
    int cpus = CPU_COUNT.find(bytes, start, end);
    if (cpus < 0) {
      return;
    }
    cpus(bytes, cpus + CPU_COUNT.length(), end);
    int entries = ENTRIES.find(bytes, start, cpus);
    if (entries >= 0) {
      entries(bytes, entries + ENTRIES.length(), cpus);
    } else if (LATENCY.isAt(bytes, start, end)) {
      entries(bytes, indexOf('#', bytes, start + LATENCY.length(), cpus) + 1, cpus);
    }
  }

  private void cpus(byte[] bytes, int start, int end) {
    statistics.atLeastCpus((int) Math.min(number(bytes, start, end), MAX_CPU + 1));
  }

  /** How many entries there are of how many that were written; the others were overwritten by later ones. */
  private void entries(byte[] bytes, int start, int end) {
    int slash = indexOf('/', bytes, start, end);
    if (slash < end) {
      statistics.overwritten(number(bytes, slash + 1, end) - number(bytes, start, slash));
    }
  }

  private static int indexOf(char sign, byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != sign) {
      at++;
    }
    return at;
  }

  private static boolean isAnyAt(Literal[] literals, byte[] bytes, int start, int end) {
    for (Literal literal : literals) {
      if (literal.isAt(bytes, start, end)) {
        return true;
      }
    }
    return false;
  }

  /** {@code CPU:1 [LOST 12 EVENTS]} of the kernel and {@code CPU:1 [12 EVENTS DROPPED]} of trace-cmd. */
  private boolean lost(byte[] bytes, int start, int end, TraceSink sink) {
    int bracket = indexOf('[', bytes, start, end);
    if (LOST.find(bytes, bracket, end) < 0 && DROPPED.find(bytes, bracket, end) < 0) {
      return false;
    }
    int cpu = (int) Math.min(number(bytes, start, bracket), MAX_CPU);
    long count = 0;
    for (int at = bracket; at < end; at++) {
      if (bytes[at] >= '0' && bytes[at] <= '9') {
        count = number(bytes, at, end);
        break;
      }
    }
    statistics.lost(cpu, Math.max(1, count));
    sink.lost(cpu, count);
    return true;
  }

  private static long number(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    long value = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && value < Long.MAX_VALUE / 100) {
      value = value * 10 + bytes[at++] - '0';
    }
    return value;
  }
}
