package org.sockmodel.runtime.trace.ftrace;

import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.Literal;

/** Lines that are no events: comments, stack traces, lost events, what trace-cmd says before and after. */
final class OtherLines {

  private static final int MAX_CPU = 4095;

  private static final Literal STACK = new Literal(" => ");
  private static final Literal CPU = new Literal("CPU:");
  private static final Literal CPU_BLANK = new Literal("CPU ");
  private static final Literal CPUS = new Literal("cpus=");
  private static final Literal CPU_COUNT = new Literal("#P:");
  private static final Literal LOST = new Literal("LOST");
  private static final Literal DROPPED = new Literal("DROPPED");
  private static final Literal VERSION = new Literal("version = ");
  /** What {@code trace-cmd report -w} says in the end. */
  private static final Literal[] WAKEUPS = {new Literal("Average wakeup latency: "), new Literal("Maximum Latency: "),
      new Literal("Minimum Latency: "), new Literal("RT task timings:")};
  private static final Literal RULE = new Literal("------------------------------------------");

  private final TraceStatistics statistics;

  OtherLines(TraceStatistics statistics) {
    this.statistics = statistics;
  }

  /** Takes one line; false if it is not understood. */
  boolean accept(byte[] bytes, int start, int end, TraceSink sink) {
    if (start == end || STACK.isAt(bytes, start, end)) {
      return true;
    }
    if (bytes[start] == '#') {
      int count = CPU_COUNT.find(bytes, start, end);
      if (count >= 0) {
        statistics.atLeastCpus(Math.min(number(bytes, count + CPU_COUNT.length(), end), MAX_CPU + 1));
      }
      return true;
    }
    if (CPU.isAt(bytes, start, end)) {
      return lost(bytes, start + CPU.length(), end, sink);
    }
    if (CPUS.isAt(bytes, start, end)) {
      statistics.atLeastCpus(Math.min(number(bytes, start + CPUS.length(), end), MAX_CPU + 1));
      return true;
    }
    return CPU_BLANK.isAt(bytes, start, end) || VERSION.isAt(bytes, start, end)
        || RULE.find(bytes, start, end) >= 0 || isAnyAt(WAKEUPS, bytes, start, end);
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
    int bracket = start;
    while (bracket < end && bytes[bracket] != '[') {
      bracket++;
    }
    if (LOST.find(bytes, bracket, end) < 0 && DROPPED.find(bytes, bracket, end) < 0) {
      return false;
    }
    int cpu = number(bytes, start, bracket);
    int count = 0;
    for (int at = bracket; at < end; at++) {
      if (bytes[at] >= '0' && bytes[at] <= '9') {
        count = number(bytes, at, end);
        break;
      }
    }
    statistics.lost(Math.max(1, count));
    sink.lost(Math.min(cpu, MAX_CPU), count);
    return true;
  }

  private static int number(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    long value = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && value < Integer.MAX_VALUE / 10) {
      value = value * 10 + bytes[at++] - '0';
    }
    return (int) value;
  }
}
