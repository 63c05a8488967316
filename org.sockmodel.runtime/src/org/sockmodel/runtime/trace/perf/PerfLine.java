package org.sockmodel.runtime.trace.perf;

import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.Ascii;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.text.CpuAndTime;

/**
 * What stands before an event's name in a line of {@code perf script}:
 *
 * <pre>
 *   comm  TID [CPU] SECONDS.FRACTION: PERIOD subsystem:name: ...
 *   comm  PID/TID [CPU] SECONDS.FRACTION: subsystem:name: ...
 * </pre>
 *
 * The name of the task, the period and the subsystem may be missing. A task that has exited is {@code :-1 -1};
 * one whose name perf does not know has its number for one: {@code :28248 28248}.
 */
final class PerfLine {

  private static final int MAX_ID_DIGITS = 9;
  private static final int NAME_WIDTH = 16;

  private final NameCache names;
  private final CpuAndTime cpuAndTime = new CpuAndTime();
  private int tid;
  private int comm;
  private int nameStart;
  private int nameEnd;

  PerfLine(NameCache names) {
    this.names = names;
  }

  int tid() {
    return tid;
  }

  int comm() {
    return comm;
  }

  int cpu() {
    return cpuAndTime.cpu();
  }

  long timeNs() {
    return cpuAndTime.timeNs();
  }

  /** Where the event's name begins, without its subsystem. */
  int nameStart() {
    return nameStart;
  }

  int nameEnd() {
    return nameEnd;
  }

  /** Whether the line tells its CPU and time, whatever it is about. */
  boolean tellsCpu(byte[] bytes, int start, int end) {
    return find(bytes, start, end) >= 0;
  }

  private int find(byte[] bytes, int start, int end) {
    return cpuAndTime.find(bytes, start, end, start + NAME_WIDTH);
  }

  /** Takes the line apart; false if it is not of this form. */
  boolean parse(byte[] bytes, int start, int end) {
    int bracket = find(bytes, start, end);
    return bracket >= 0 && task(bytes, start, bracket) && name(bytes, end);
  }

  private boolean task(byte[] bytes, int start, int bracket) {
    int at = Ascii.skipBlanksBack(bytes, start, bracket);
    int tidEnd = at;
    at = Ascii.skipDigitsBack(bytes, start, at, MAX_ID_DIGITS);
    if (at == tidEnd) {
      return false;
    }
    tid = (int) Ascii.number(bytes, at, tidEnd);
    if (at > start && bytes[at - 1] == '-') {
      tid = TraceEvent.UNKNOWN_TID;
      at--;
    }
    if (at > start && bytes[at - 1] == '/') {
      at = Ascii.skipDigitsBack(bytes, start, at - 1, MAX_ID_DIGITS);
    }
    if (at > start && bytes[at - 1] != ' ') {
      return false;
    }
    int commEnd = Ascii.skipBlanksBack(bytes, start, at);
    int commStart = start;
    while (commStart < commEnd && bytes[commStart] == ' ') {
      commStart++;
    }
    boolean known = tid >= 0 && !isNumber(bytes, commStart, commEnd);
    comm = known ? names.intern(bytes, commStart, commEnd - commStart) : Names.EMPTY;
    return true;
  }

  /** Whether this is a colon and the number of the task. */
  private boolean isNumber(byte[] bytes, int start, int end) {
    return start < end && bytes[start] == ':' && Ascii.skipDigitsBack(bytes, start, end, MAX_ID_DIGITS) == start + 1
        && Ascii.number(bytes, start + 1, end) == tid;
  }

  private boolean name(byte[] bytes, int end) {
    int at = cpuAndTime.body();
    int digits = at;
    while (digits < end && Ascii.isDigit(bytes[digits])) {
      digits++;
    }
    if (digits > at && digits < end && bytes[digits] == ' ') {
      at = digits;
      while (at < end && bytes[at] == ' ') {
        at++;
      }
    }
    nameStart = at;
    while (at < end && bytes[at] != ' ') {
      if (bytes[at] == ':' && at + 1 < end && bytes[at + 1] != ' ') {
        nameStart = at + 1;
      }
      at++;
    }
    nameEnd = at - 1;
    return nameEnd > nameStart && bytes[nameEnd] == ':';
  }
}
