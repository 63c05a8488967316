package org.sockmodel.runtime.trace.ftrace;

import java.util.Arrays;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.bytes.Ascii;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.bytes.Words;

/**
 * A line of the function graph tracer:
 *
 * <pre>
 *   SECONDS.MICROS |  CPU)  comm-PID  |  DURATION  |  func() {
 * </pre>
 *
 * The time and the task may be missing; without a time a line can be no event. The depth of a function is its
 * indentation, so the parent is the last function one level above on the same CPU, as long as the task is the same.
 */
final class GraphLine {

  private static final int MAX_DEPTH = 128;
  private static final int MAX_CPUS = 4096;

  /** What a line is. */
  enum Content { NONE, FUNCTION, COMMENT, OTHER }

  private final NameCache names;
  private int[][] parents = new int[0][];
  private int[] tasks = new int[0];
  private int cpu;
  private int tid;
  private int comm;
  private long timeNs;
  private int function;
  private int parent;
  private int commentStart;
  private int commentEnd;

  GraphLine(NameCache names) {
    this.names = names;
  }

  int cpu() {
    return cpu;
  }

  int tid() {
    return tid;
  }

  int comm() {
    return comm;
  }

  long timeNs() {
    return timeNs;
  }

  int function() {
    return function;
  }

  /** The calling function's name, or -1 if it was not seen. */
  int parent() {
    return parent;
  }

  /** Where the text of a comment, which is an event's, begins. */
  int commentStart() {
    return commentStart;
  }

  int commentEnd() {
    return commentEnd;
  }

  /** Takes the line apart; {@link Content#NONE} if it is not of this form. */
  Content parse(byte[] bytes, int start, int end) {
    int at = Words.skipBlanks(bytes, start, end);
    int numberEnd = skipNumber(bytes, at, end);
    boolean timed = numberEnd < end && bytes[numberEnd] == '.';
    if (timed) {
      timeNs = Ascii.number(bytes, at, numberEnd) * 1_000_000_000L;
      int fraction = numberEnd + 1;
      numberEnd = skipNumber(bytes, fraction, end);
      timeNs += Ascii.number(bytes, fraction, numberEnd) * scale(numberEnd - fraction);
      at = Words.skipBlanks(bytes, numberEnd, end);
      if (at >= end || bytes[at] != '|') {
        return Content.NONE;
      }
      at = Words.skipBlanks(bytes, at + 1, end);
      numberEnd = skipNumber(bytes, at, end);
    }
    if (numberEnd == at || numberEnd >= end || bytes[numberEnd] != ')') {
      return Content.NONE;
    }
    cpu = (int) Math.min(Ascii.number(bytes, at, numberEnd), MAX_CPUS);
    Content content = columns(bytes, numberEnd + 1, end);
    boolean isEvent = timed && tid >= 0 && cpu < MAX_CPUS;
    return content == Content.NONE || content == Content.OTHER || isEvent ? content : Content.OTHER;
  }

  /** Reads the task, if there is one, passes over the duration, and looks at what is called. */
  private Content columns(byte[] bytes, int start, int end) {
    int bar = find(bytes, start, end, '|');
    if (bar < 0) {
      return find(bytes, start, end, '=') >= 0 ? Content.OTHER : Content.NONE;
    }
    tid = TraceEvent.UNKNOWN_TID;
    if (task(bytes, start, bar)) {
      int next = find(bytes, bar + 1, end, '|');
      bar = next < 0 ? bar : next;
    }
    int at = Words.skipBlanks(bytes, bar + 1, end);
    int depth = Math.max(0, (at - bar - 3) / 2);
    if (at >= end) {
      return Content.OTHER;
    }
    if (bytes[at] == '/' && at + 5 < end && bytes[at + 1] == '*' && bytes[end - 2] == '*') {
      commentStart = at + 3;
      commentEnd = bytes[end - 3] == ' ' ? end - 3 : end - 2;
      return Content.COMMENT;
    }
    return called(bytes, at, end, depth);
  }

  private Content called(byte[] bytes, int start, int end, int depth) {
    int open = start;
    while (open < end && bytes[open] != '(' && bytes[open] != ' ') {
      open++;
    }
    if (open >= end || open == start || bytes[start] == '}' || bytes[start] == '=' || bytes[start] == '<'
        || bytes[start] == '-') {
      return Content.OTHER;
    }
    function = names.intern(bytes, start, open - start);
    remember(depth);
    return Content.FUNCTION;
  }

  private void remember(int depth) {
    if (cpu >= parents.length) {
      grow();
    }
    int[] stack = parents[cpu];
    if (tasks[cpu] != tid) {
      Arrays.fill(stack, -1);
      tasks[cpu] = tid;
    }
    int level = Math.min(depth, MAX_DEPTH - 1);
    parent = level == 0 ? -1 : stack[level - 1];
    stack[level] = function;
  }

  private void grow() {
    int before = parents.length;
    int size = Math.min(MAX_CPUS + 1, Math.max(cpu + 1, 2 * before));
    parents = Arrays.copyOf(parents, size);
    tasks = Arrays.copyOf(tasks, size);
    for (int i = before; i < size; i++) {
      parents[i] = new int[MAX_DEPTH];
      Arrays.fill(parents[i], -1);
    }
  }

  private boolean task(byte[] bytes, int start, int end) {
    int pidEnd = Ascii.skipBlanksBack(bytes, start, end);
    int at = Ascii.skipDigitsBack(bytes, start, pidEnd, FtraceLine.MAX_PID_DIGITS);
    if (at == pidEnd || at <= start || bytes[at - 1] != '-') {
      return false;
    }
    tid = (int) Ascii.number(bytes, at, pidEnd);
    int commStart = Words.skipBlanks(bytes, start, at - 1);
    comm = commStart < at - 1 ? names.intern(bytes, commStart, at - 1 - commStart) : Names.EMPTY;
    return true;
  }

  private static long scale(int digits) {
    long scale = 1_000_000_000L;
    for (int i = 0; i < digits; i++) {
      scale /= 10;
    }
    return scale;
  }

  private static int find(byte[] bytes, int start, int end, char wanted) {
    for (int at = start; at < end; at++) {
      if (bytes[at] == wanted) {
        return at;
      }
    }
    return -1;
  }

  private static int skipNumber(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && Ascii.isDigit(bytes[at]) && at - start < 10) {
      at++;
    }
    return at;
  }
}
