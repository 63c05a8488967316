package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.Words;

/**
 * The CPU and the time stamp in a line of ftrace or perf: {@code [CPU] flags SECONDS.FRACTION:}, where the flags may
 * be missing. It is found by its form, because what stands before it may hold brackets too.
 */
public final class CpuAndTime {

  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final long BLANKS = Words.repeat(' ');
  private static final long[] SCALES = {
      1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1};

  private int cpu;
  private long timeNs;
  private int body;

  public int cpu() {
    return cpu;
  }

  public long timeNs() {
    return timeNs;
  }

  /** Where what follows the time stamp begins. */
  public int body() {
    return body;
  }

  /** Looks for it in a line; where its bracket is, or -1. */
  public int find(byte[] bytes, int start, int end) {
    for (int at = start + 1; at < end; at++) {
      if (bytes[at] == '[' && bytes[at - 1] == ' ' && cpuAndTime(bytes, at + 1, end)) {
        return at;
      }
    }
    return -1;
  }

  private boolean cpuAndTime(byte[] bytes, int start, int end) {
    int at = start;
    int number = 0;
    while (at < end && isDigit(bytes[at]) && at - start < 6) {
      number = number * 10 + bytes[at++] - '0';
    }
    if (at == start || at + 1 >= end || bytes[at] != ']' || bytes[at + 1] != ' ') {
      return false;
    }
    return time(bytes, at + 1, end, number);
  }

  /** Reads at most eight flags and the time behind the bracket of a known CPU; false if they are not there. */
  public boolean time(byte[] bytes, int start, int end, int newCpu) {
    int at = Words.skipBlanks(bytes, start, end);
    if (at < end && !isDigit(bytes[at])) {
      at += Words.first(Words.zeros(LittleEndian.i64(bytes, at) ^ BLANKS));
      if (at < end && bytes[at] != ' ') {
        return false;
      }
      at = Words.skipBlanks(bytes, at, end);
    }
    cpu = newCpu;
    return time(bytes, at, end);
  }

  /** Reads {@code 6002.734643:}, {@code 6002.734643497:} or a count of a clock that is no time. */
  private boolean time(byte[] bytes, int start, int end) {
    int at = start;
    long seconds = 0;
    while (at < end && isDigit(bytes[at])) {
      seconds = seconds * 10 + bytes[at++] - '0';
    }
    int digits = at - start;
    if (digits == 0 || digits > 18 || at >= end) {
      return false;
    }
    if (bytes[at] == '.' && digits < 10) {
      int point = ++at;
      long word = LittleEndian.i64(bytes, at);
      boolean isLong = end - at > Long.BYTES && Words.areDigits(word);
      long fraction = isLong ? Words.number(word) : 0;
      at += isLong ? Long.BYTES : 0;
      while (at < end && isDigit(bytes[at])) {
        fraction = fraction * 10 + bytes[at++] - '0';
      }
      int places = at - point;
      if (places == 0 || places >= SCALES.length || at >= end) {
        return false;
      }
      timeNs = seconds * NS_PER_SECOND + fraction * SCALES[places];
    } else {
      timeNs = seconds;
    }
    if (bytes[at] != ':') {
      return false;
    }
    body = Words.skipBlanks(bytes, at + 1, end);
    return true;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
