package org.sockmodel.runtime.trace.ftrace;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Clocks of the tracer that count something else than nanoseconds: events, cycles, jiffies. Source:
 * {@code trace_clocks[].in_ns} (kernel/trace/trace.c); the tracer prints their times without a point.
 */
public final class CountingClocks {

  /** What is to be said of a trace with such a clock. */
  public static final String DOUBT = "times are counts of a clock that does not tell time (counter, x86-tsc, uptime)"
      + " as trace_clock mono does";

  private static final Set<String> NAMES = Set.of("counter", "x86-tsc", "uptime");

  /** A time in what tracefs tells of a buffer, such as {@code oldest event ts: 91172881324278}. */
  private static final Pattern COUNT = Pattern.compile("(?m)^(oldest event|now) ts: +[0-9]+$");

  private CountingClocks() {
  }

  /**
   * Whether the clock of a buffer is one, by its file {@code stats} ({@code tracing_stats_read}). Of a private buffer
   * this is the only word: {@code trace-cmd extract -B} names the clock of the buffer that all share.
   */
  public static boolean shownBy(String stats) {
    return COUNT.matcher(stats.replace("\0", "")).find();
  }

  /** Whether the chosen clock is one; it is given by name or as the file {@code trace_clock}, in brackets. */
  public static boolean chosen(String text) {
    int open = text.indexOf('[');
    int close = text.indexOf(']', open);
    return NAMES.contains(open < 0 || close < 0 ? text.replace("\0", "").strip() : text.substring(open + 1, close));
  }
}
