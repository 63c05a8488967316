package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.bytes.Ascii;
import org.sockmodel.runtime.trace.bytes.Literal;

/**
 * Scheduler events as libtraceevent's plugin prints them ({@code plugin_sched_switch.c}), which is what trace-cmd
 * shows: {@code cli:31501 [120] S ==> swapper/1:0 [120]} and {@code srv:31502 [120] CPU:000}. Kernels before 2.6.38
 * printed {@code task cli:31501 [120] (S) ==> swapper:0 [140]} and {@code task srv:31502 [120] success=1 [000]}. Texts
 * in the kernel's own format are read as such.
 */
final class SchedShortText extends EventText {

  private static final Literal OLD_TASK = new Literal("task ");
  private static final int MAX_CPU_DIGITS = 4;
  private static final Literal OLD_STATE = new Literal("] (");

  private final TextFormat kernelFormat;
  private final boolean isSwitch;

  SchedShortText(TextFormat kernelFormat) {
    this.kernelFormat = kernelFormat;
    this.isSwitch = kernelFormat.tracepoint() == SchedSwitch.TRACEPOINT;
  }

  @Override
  public Tracepoint tracepoint() {
    return kernelFormat.tracepoint();
  }

  @Override
  public boolean read(TextCursor cursor, TraceEvent event) {
    int start = cursor.position();
    if (isOld(cursor)) {
      cursor.moveTo(start + OLD_TASK.length());
    }
    if (kernelFormat.begins(cursor) || !task(cursor, event, 0)) {
      cursor.moveTo(start);
      return kernelFormat.read(cursor, event);
    }
    cursor.skipBlanks();
    return isSwitch ? switched(cursor, event) : woken(cursor, event);
  }

  private boolean isOld(TextCursor cursor) {
    byte[] bytes = cursor.bytes();
    int start = cursor.position();
    return OLD_TASK.isAt(bytes, start, cursor.end()) && bytes[cursor.end() - 1] == ']'
        && (!isSwitch || OLD_STATE.find(bytes, start, cursor.end()) >= 0);
  }

  private static boolean switched(TextCursor cursor, TraceEvent event) {
    event.set(SchedSwitch.PREV_STATE, Symbols.readState(cursor, Symbols.PLUGIN_STATES));
    cursor.skipBlanks();
    if (cursor.peek() != '=') {
      return false;
    }
    cursor.word();
    cursor.skipBlanks();
    return task(cursor, event, SchedSwitch.NEXT_COMM);
  }

  private static boolean woken(TextCursor cursor, TraceEvent event) {
    event.set(SchedWakeup.TARGET_CPU, TraceEvent.ABSENT);
    byte[] bytes = cursor.bytes();
    if (cursor.end() > cursor.position() && bytes[cursor.end() - 1] == ']') {
      cursor.moveTo(Ascii.skipDigitsBack(bytes, cursor.position(), cursor.end() - 1, MAX_CPU_DIGITS));
      event.set(SchedWakeup.TARGET_CPU, cursor.decimal());
      return true;
    }
    for (int i = cursor.position(); i + 4 <= cursor.end(); i++) {
      if (bytes[i] == 'C' && bytes[i + 1] == 'P' && bytes[i + 2] == 'U' && bytes[i + 3] == ':') {
        cursor.moveTo(i + 4);
        event.set(SchedWakeup.TARGET_CPU, cursor.decimal());
        return true;
      }
    }
    return true;
  }

  /**
   * Reads {@code comm:pid [prio]} to the three fields from {@code first}. The name may hold colons and brackets, so
   * the first place counts where a colon, a number and a number in brackets stand.
   */
  private static boolean task(TextCursor cursor, TraceEvent event, int first) {
    byte[] bytes = cursor.bytes();
    int start = cursor.position();
    for (int i = start; i < cursor.end(); i++) {
      if (bytes[i] != ':') {
        continue;
      }
      cursor.moveTo(i + 1);
      long pid = cursor.decimal();
      if (cursor.wasNumber() && cursor.peek() == ' ' && bytes[cursor.position() + 1] == '[') {
        cursor.moveTo(cursor.position() + 2);
        long prio = cursor.decimal();
        if (cursor.wasNumber() && cursor.peek() == ']') {
          int after = cursor.position() + 1;
          cursor.moveTo(start);
          event.set(first, cursor.textTo(i));
          event.set(first + 1, pid).set(first + 2, prio);
          cursor.moveTo(after);
          return true;
        }
      }
    }
    return false;
  }
}
