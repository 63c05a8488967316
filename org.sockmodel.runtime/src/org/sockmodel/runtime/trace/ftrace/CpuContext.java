package org.sockmodel.runtime.trace.ftrace;

import java.util.List;
import org.sockmodel.runtime.trace.IrqTracepoints.CallFunctionSingleEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.CallFunctionSingleExit;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.LocalTimerExit;
import org.sockmodel.runtime.trace.IrqTracepoints.RescheduleEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.RescheduleExit;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedMigrateTask;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupNew;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.Tracepoints;
import org.sockmodel.runtime.trace.bytes.Literal;

/**
 * What one CPU is doing, as far as the events tell: whether it is in a hard interrupt or a softirq, and which task is
 * current. Only for the columns of a text whose source does not say it.
 */
final class CpuContext {

  private static final byte NOTHING = 0;
  private static final byte HARDIRQ_ENTRY = 1;
  private static final byte HARDIRQ_EXIT = 2;
  private static final byte SOFTIRQ_ENTRY = 3;
  private static final byte SOFTIRQ_EXIT = 4;
  private static final byte SWITCH = 5;
  private static final byte IRQS_OFF = 6;

  /** What an event means for its CPU, by the tracepoint's id. */
  private static final byte[] EFFECTS = effects();

  private final Literal[] columns = new Literal[8];
  private int hardirqs;
  private boolean softirq;
  private int tid = TraceEvent.UNKNOWN_TID;
  private int comm = Names.EMPTY;
  private boolean irqsOff;

  CpuContext(int cpu) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new Literal("[%03d] %c.%c.. ".formatted(cpu, i < 4 ? '.' : 'd', ".shH".charAt(i & 3)));
    }
  }

  int tid() {
    return tid;
  }

  int comm() {
    return comm;
  }

  /** The columns of the CPU and the flags. */
  Literal columns() {
    boolean off = irqsOff || hardirqs > 0;
    return columns[(off ? 4 : 0) + (hardirqs > 0 ? 2 : 0) + (softirq ? 1 : 0)];
  }

  /** Is told of an event before it is printed. */
  void before(TraceEvent event) {
    byte effect = effect(event.tracepoint());
    irqsOff = effect >= SWITCH;
    if (effect == HARDIRQ_ENTRY) {
      hardirqs++;
    } else if (effect == SOFTIRQ_ENTRY) {
      softirq = true;
    } else if (effect == SWITCH && event.has(SchedSwitch.PREV_PID)) {
      tid = event.intValue(SchedSwitch.PREV_PID);
      comm = event.name(SchedSwitch.PREV_COMM);
    }
  }

  /** Is told of an event after it was printed. */
  void after(TraceEvent event) {
    byte effect = effect(event.tracepoint());
    if (effect == HARDIRQ_EXIT) {
      hardirqs = Math.max(0, hardirqs - 1);
    } else if (effect == SOFTIRQ_EXIT) {
      softirq = false;
    } else if (effect == SWITCH) {
      hardirqs = 0;
      if (event.has(SchedSwitch.NEXT_PID)) {
        tid = event.intValue(SchedSwitch.NEXT_PID);
        comm = event.name(SchedSwitch.NEXT_COMM);
      }
    }
  }

  private static byte effect(Tracepoint tracepoint) {
    return tracepoint.id() < EFFECTS.length ? EFFECTS[tracepoint.id()] : NOTHING;
  }

  private static byte[] effects() {
    byte[] effects = new byte[Tracepoints.ALL.size()];
    for (Tracepoint entry : List.of(IrqHandlerEntry.TRACEPOINT, LocalTimerEntry.TRACEPOINT, RescheduleEntry.TRACEPOINT,
        CallFunctionSingleEntry.TRACEPOINT)) {
      effects[entry.id()] = HARDIRQ_ENTRY;
    }
    for (Tracepoint exit : List.of(IrqHandlerExit.TRACEPOINT, LocalTimerExit.TRACEPOINT, RescheduleExit.TRACEPOINT,
        CallFunctionSingleExit.TRACEPOINT)) {
      effects[exit.id()] = HARDIRQ_EXIT;
    }
    effects[SoftirqEntry.TRACEPOINT.id()] = SOFTIRQ_ENTRY;
    effects[SoftirqExit.TRACEPOINT.id()] = SOFTIRQ_EXIT;
    for (Tracepoint locked : List.of(SchedWaking.TRACEPOINT, SchedWakeup.TRACEPOINT, SchedWakeupNew.TRACEPOINT,
        SchedMigrateTask.TRACEPOINT)) {
      effects[locked.id()] = IRQS_OFF;
    }
    effects[SchedSwitch.TRACEPOINT.id()] = SWITCH;
    return effects;
  }
}
