package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.bytes.Ascii;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.Words;

/**
 * The CPU and the time stamp in a line of ftrace or perf: {@code [CPU] flags SECONDS.FRACTION:}, where the flags may
 * be missing, or {@code CPUflags SECONDS.FRACTION:} and {@code CPUflags MICROSECONDSus :} in ftrace's latency format.
 * It is found by its form, because what stands before it may hold brackets too.
 */
public final class CpuAndTime {

  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final long NS_PER_MICROSECOND = 1_000L;
  /** More seconds than any clock tells, though fewer than the nanoseconds of a long could hold. */
  private static final long MAX_SECONDS = Long.MAX_VALUE / NS_PER_SECOND - 1;
  private static final int MICROSECOND_DIGITS = 6;
  private static final int MAX_PID_DIGITS = 9;
  /** {@code TASK_COMM_LEN} without the 0 behind it. */
  private static final int MAX_NAME_BYTES = 15;
  /** A name, and the columns of its task and of the task's group, which the CPU follows. */
  private static final int NAME_AND_TASK = 64;
  private static final String IRQS_OFF_FLAGS = ".dDbBX";
  private static final long BLANKS = Words.repeat(' ');

  /** The last seconds and the point behind them, if they fit a word: most lines have the same. */
  private long lastWord = -1;
  private long lastMask;
  private int lastDigits;
  private long lastSeconds;

  private int cpu;
  private long timeNs;
  private boolean counts;
  private int body;

  public int cpu() {
    return cpu;
  }

  public long timeNs() {
    return timeNs;
  }

  /** Whether a time was a count of a clock that does not tell time. */
  public boolean hasCounts() {
    return counts;
  }

  /** Where what follows the time stamp begins. */
  public int body() {
    return body;
  }

  /**
   * Looks for it in a line; where its bracket is, or -1. A task's name may have the same form: what is so near before
   * another task, its CPU and time that a name holds it, is in the name.
   *
   * @param namesEnd where names of tasks end at the latest
   */
  public int find(byte[] bytes, int start, int end, int namesEnd) {
    boolean counted = counts;
    int found = next(bytes, start + 1, end, end);
    int later = found < 0 || found >= namesEnd ? -1 : behindName(bytes, found, end);
    if (later < 0) {
      return found;
    }
    for (; later >= 0; later = behindName(bytes, found, end)) {
      found = later;
    }
    counts = counted;
    cpuAndTime(bytes, found + 1, end);
    return found;
  }

  private int next(byte[] bytes, int from, int to, int end) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '[' && bytes[at - 1] == ' ' && cpuAndTime(bytes, at + 1, end)) {
        return at;
      }
    }
    return -1;
  }

  /** Where the CPU's bracket is, if one that was found is in the name of the CPU's task; -1 if it is the CPU's. */
  private int behindName(byte[] bytes, int found, int end) {
    int foundCpu = cpu;
    long foundNs = timeNs;
    int foundBody = body;
    int later = next(bytes, found + 1, Math.min(end, found + NAME_AND_TASK), end);
    if (later >= 0 && nameEnd(bytes, found, later) - found <= MAX_NAME_BYTES) {
      return later;
    }
    cpu = foundCpu;
    timeNs = foundNs;
    body = foundBody;
    return -1;
  }

  /** Where the name ends before {@code -PID}, {@code -PID (TGID)}, {@code TID} or {@code PID/TID}; far away if none. */
  private static int nameEnd(byte[] bytes, int start, int bracket) {
    int at = Ascii.skipBlanksBack(bytes, start, bracket);
    if (bytes[at - 1] == ')') {
      while (at > start && bytes[at - 1] != '(') {
        at--;
      }
      at = Ascii.skipBlanksBack(bytes, start, at - 1);
    }
    int digits = Ascii.skipDigitsBack(bytes, start, at, MAX_PID_DIGITS);
    if (digits < at && bytes[digits - 1] == '/') {
      at = digits - 1;
      digits = Ascii.skipDigitsBack(bytes, start, at, MAX_PID_DIGITS);
    }
    boolean task = digits < at && (bytes[digits - 1] == '-' || bytes[digits - 1] == ' ');
    return task ? Ascii.skipBlanksBack(bytes, start, digits - 1) : Integer.MAX_VALUE;
  }

  /** Looks for it as the latency format prints it ({@code trace_print_lat_context}); where its CPU is, or -1. */
  public int findLatency(byte[] bytes, int start, int end) {
    for (int at = start + 1; at < end; at++) {
      if (bytes[at - 1] == ' ' && Ascii.isDigit(bytes[at])) {
        int flags = at;
        int number = 0;
        while (flags < end && Ascii.isDigit(bytes[flags]) && flags - at < 6) {
          number = number * 10 + bytes[flags++] - '0';
        }
        if (flags + 1 < end && areFlags(bytes, flags) && time(bytes, flags, end, number)) {
          return at;
        }
      }
    }
    return -1;
  }

  /** The first flag tells whether interrupts are off, and is never a number; {@code -R} prints all as {@code -0x2d}. */
  private static boolean areFlags(byte[] bytes, int at) {
    return IRQS_OFF_FLAGS.indexOf(bytes[at]) >= 0 || bytes[at] == '-' && bytes[at + 1] == '0';
  }

  private boolean cpuAndTime(byte[] bytes, int start, int end) {
    int at = start;
    int number = 0;
    while (at < end && Ascii.isDigit(bytes[at]) && at - start < 6) {
      number = number * 10 + bytes[at++] - '0';
    }
    if (at == start || at + 1 >= end || bytes[at] != ']') {
      return false;
    }
    // A count of many digits, as of trace-cmd report --raw-ts, leaves no blank.
    return (bytes[at + 1] == ' ' || Ascii.isDigit(bytes[at + 1])) && time(bytes, at + 1, end, number);
  }

  /** Reads at most eight flags and the time behind the bracket of a known CPU; false if they are not there. */
  public boolean time(byte[] bytes, int start, int end, int newCpu) {
    // One blank, as nearly always, is foreseen by the processor; to count blanks is to wait for them.
    int at = bytes[start] == ' ' && bytes[start + 1] != ' ' ? start + 1 : Words.skipBlanks(bytes, start, end);
    if (at < end && !Ascii.isDigit(bytes[at])) {
      at += Words.first(Words.zeros(LittleEndian.i64(bytes, at) ^ BLANKS));
      if (at < end && bytes[at] != ' ') {
        return false;
      }
      at = Words.skipBlanks(bytes, at, end);
    }
    cpu = newCpu;
    return time(bytes, at, end);
  }

  /** Reads {@code 6002.734643:}, {@code 6002.734643497:}, {@code 34us+:} or a count of a clock that is no time. */
  private boolean time(byte[] bytes, int start, int end) {
    long word = LittleEndian.i64(bytes, start);
    if ((word & lastMask) == lastWord) {
      return fraction(bytes, start + lastDigits + 1, end, lastSeconds);
    }
    int at = start;
    long seconds = 0;
    while (at < end && Ascii.isDigit(bytes[at])) {
      seconds = seconds * 10 + bytes[at++] - '0';
    }
    int digits = at - start;
    if (digits == 0 || digits > 18 || at >= end) {
      return false;
    }
    if (bytes[at] == '.' && seconds <= MAX_SECONDS) {
      keep(word, digits, seconds);
      return fraction(bytes, at + 1, end, seconds);
    }
    timeNs = seconds;
    if (bytes[at] == 'u' && at + 3 < end && bytes[at + 1] == 's') {
      timeNs *= NS_PER_MICROSECOND;
      return colon(bytes, at + 3, end);
    }
    boolean complete = colon(bytes, at, end);
    counts |= complete;
    return complete;
  }

  private void keep(long word, int digits, long seconds) {
    if (digits < Long.BYTES) {
      lastMask = -1L >>> (Long.BYTES - 1 - digits) * Byte.SIZE;
      lastWord = word & lastMask;
      lastDigits = digits;
      lastSeconds = seconds;
    }
  }

  /** Reads up to nine digits and the colon behind them. */
  private boolean fraction(byte[] bytes, int start, int end, long seconds) {
    long word = LittleEndian.i64(bytes, start);
    int digits = bytes[start + MICROSECOND_DIGITS] == ':' && Words.areDigits(word, MICROSECOND_DIGITS)
        ? MICROSECOND_DIGITS : Words.digits(word);
    timeNs = seconds * NS_PER_SECOND + 10 * Words.fraction(word, digits);
    int at = start + digits;
    if (digits == Long.BYTES && Ascii.isDigit(bytes[at])) {
      timeNs += bytes[at++] - '0';
    }
    return digits > 0 && colon(bytes, at, end);
  }

  private boolean colon(byte[] bytes, int at, int end) {
    if (at >= end || bytes[at] != ':') {
      return false;
    }
    body = Words.skipBlanks(bytes, at + 1, end);
    return true;
  }
}
