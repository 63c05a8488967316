package org.sockmodel.runtime.trace.ftrace;

import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.Ascii;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.bytes.Words;
import org.sockmodel.runtime.trace.text.CpuAndTime;

/**
 * What stands before an event's name in a line:
 *
 * <pre>
 *    buffer:   comm-PID   (  TGID) [CPU] flags  SECONDS.FRACTION: name ...
 *              comm-PID    CPUflags  MICROSECONDSus : name ...
 * </pre>
 *
 * The second is the latency format, which {@code trace-cmd report -l} prints with seconds, with {@code -R} as
 * {@code CPU-0xFLAGS}. The buffer, the TGID and
 * the flags may be missing. A task's name may hold blanks, dashes, colons and brackets, so the CPU is the first number
 * in brackets that a time stamp follows and that can be in no name, and the name ends at the last dash before it.
 */
final class FtraceLine {

  static final int MAX_PID_DIGITS = 9;

  private static final int NAME_WIDTH = 16;
  private static final int LATENCY_NAME_BYTES = 8;

  private final NameCache names;
  private final CpuAndTime cpuAndTime = new CpuAndTime();
  private final LineHeads heads = new LineHeads();
  private final BufferColumn bufferColumn;
  private int tid;
  private int comm;
  private int commBytes;
  private int buffer;

  FtraceLine(NameCache names) {
    this.names = names;
    bufferColumn = new BufferColumn(names);
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

  /** Which of several buffers the line is of, or {@link BufferColumn#NONE}. */
  int buffer() {
    return buffer;
  }

  /** Whether a time was a count of a clock that does not tell time. */
  boolean hasCounts() {
    return cpuAndTime.hasCounts();
  }

  /** Where the event's name begins. */
  int body() {
    return cpuAndTime.body();
  }

  /** Takes the line apart; false if it is not of this form. */
  boolean parse(byte[] bytes, int start, int end) {
    LineHeads.Head head = heads.find(bytes, start, end);
    if (head != null && cpuAndTime.time(bytes, start + head.length(), end, head.cpu)) {
      tid = head.tid;
      comm = head.comm;
      buffer = head.buffer;
      return true;
    }
    int bracket = cpuAndTime.find(bytes, start, end, end);
    if (bracket < 0) {
      return latency(bytes, start, end);
    }
    if (!task(bytes, start, bracket, NAME_WIDTH)) {
      return false;
    }
    int close = bracket + 1;
    while (bytes[close] != ']') {
      close++;
    }
    heads.add(bytes, start, close + 1 - start, tid, comm, cpuAndTime.cpu(), buffer);
    return true;
  }

  /** The latency format cuts names, so that a long one is none. */
  private boolean latency(byte[] bytes, int start, int end) {
    int place = cpuAndTime.findLatency(bytes, start, end);
    if (place < 0 || !task(bytes, start, place, LATENCY_NAME_BYTES)) {
      return false;
    }
    if (commBytes >= LATENCY_NAME_BYTES) {
      comm = Names.EMPTY;
    }
    return true;
  }

  /** Reads the task backwards from the CPU's bracket. */
  private boolean task(byte[] bytes, int start, int bracket, int nameWidth) {
    int at = Ascii.skipBlanksBack(bytes, start, bracket);
    if (at > start && bytes[at - 1] == ')') {
      while (at > start && bytes[at - 1] != '(') {
        at--;
      }
      at = Ascii.skipBlanksBack(bytes, start, at - 1);
    }
    int pidEnd = at;
    at = Ascii.skipDigitsBack(bytes, start, pidEnd, MAX_PID_DIGITS);
    if (at == pidEnd || at <= start || bytes[at - 1] != '-') {
      return false;
    }
    tid = (int) Ascii.number(bytes, at, pidEnd);
    int name = bufferColumn.read(bytes, start, at - 1, nameWidth);
    buffer = bufferColumn.buffer();
    setComm(bytes, Words.skipBlanks(bytes, name, at - 1), at - 1);
    return true;
  }

  private void setComm(byte[] bytes, int start, int end) {
    commBytes = end - start;
    if (commBytes == 5 && bytes[start] == '<' && bytes[start + 1] == '.') {
      comm = Names.EMPTY;
      tid = tid == 0 ? TraceEvent.UNKNOWN_TID : tid;
    } else {
      comm = names.intern(bytes, start, commBytes);
    }
  }
}
