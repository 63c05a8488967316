package org.sockmodel.runtime.trace.ftrace;

import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.NameCache;

/**
 * What stands before an event's name in a line:
 *
 * <pre>
 *   instance:  comm-PID   (  TGID) [CPU] flags  SECONDS.FRACTION: name ...
 * </pre>
 *
 * The instance, the TGID and the flags may be missing. A task's name may hold blanks, dashes, colons and brackets, so
 * the CPU is the first number in brackets that a time stamp follows, and the name ends at the last dash before it.
 */
final class FtraceLine {

  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final int MAX_FLAGS = 8;
  private static final long[] SCALES = {
      1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1};

  private final NameCache names;
  private int tid;
  private int comm;
  private int cpu;
  private long timeNs;
  private int body;

  FtraceLine(NameCache names) {
    this.names = names;
  }

  int tid() {
    return tid;
  }

  int comm() {
    return comm;
  }

  int cpu() {
    return cpu;
  }

  long timeNs() {
    return timeNs;
  }

  /** Where the event's name begins. */
  int body() {
    return body;
  }

  /** Takes the line apart; false if it is not of this form. */
  boolean parse(byte[] bytes, int start, int end) {
    for (int at = start; at < end; at++) {
      if (bytes[at] == '[' && at > start && bytes[at - 1] == ' ' && cpuAndTime(bytes, at + 1, end)) {
        return task(bytes, start, at);
      }
    }
    return false;
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
    at = skipBlanks(bytes, at + 1, end);
    if (at < end && !isDigit(bytes[at])) {
      int flags = at;
      while (at < end && bytes[at] != ' ') {
        at++;
      }
      if (at - flags > MAX_FLAGS) {
        return false;
      }
      at = skipBlanks(bytes, at, end);
    }
    cpu = number;
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
      long fraction = 0;
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
    body = skipBlanks(bytes, at + 1, end);
    return true;
  }

  /** Reads the task backwards from the CPU's bracket. */
  private boolean task(byte[] bytes, int start, int bracket) {
    int at = skipBlanksBack(bytes, start, bracket);
    if (at > start && bytes[at - 1] == ')') {
      while (at > start && bytes[at - 1] != '(') {
        at--;
      }
      at = skipBlanksBack(bytes, start, at - 1);
    }
    int pid = 0;
    int scale = 1;
    int pidEnd = at;
    while (at > start && isDigit(bytes[at - 1]) && pidEnd - at < 9) {
      pid += (bytes[--at] - '0') * scale;
      scale *= 10;
    }
    if (at == pidEnd || at <= start || bytes[at - 1] != '-') {
      return false;
    }
    tid = pid;
    setComm(bytes, skipInstance(bytes, start, at - 1), at - 1);
    return true;
  }

  private void setComm(byte[] bytes, int start, int end) {
    if (end - start == 5 && bytes[start] == '<' && bytes[start + 1] == '.') {
      comm = Names.EMPTY;
      tid = tid == 0 ? TraceEvent.UNKNOWN_TID : tid;
    } else {
      comm = names.intern(bytes, start, end - start);
    }
  }

  /** Names are right-aligned, so what begins in the first column and ends with a colon is an instance's name. */
  private static int skipInstance(byte[] bytes, int start, int end) {
    int at = start;
    if (at < end && bytes[at] != ' ') {
      while (at < end && bytes[at] != ' ') {
        at++;
      }
      if (at == end || bytes[at - 1] != ':') {
        return start;
      }
    }
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    return at;
  }

  private static int skipBlanks(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    return at;
  }

  private static int skipBlanksBack(byte[] bytes, int start, int end) {
    int at = end;
    while (at > start && bytes[at - 1] == ' ') {
      at--;
    }
    return at;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
