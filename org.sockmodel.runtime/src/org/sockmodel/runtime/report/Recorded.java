package org.sockmodel.runtime.report;

import java.util.Set;
import org.sockmodel.runtime.analysis.cpus.CpuMode;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqRaise;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeup;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * Which kinds of events a trace holds. Where it holds none of a kind, a count of 0 may be one of events that were not
 * enabled, and says nothing.
 *
 * @param calls system calls
 * @param switches {@code sched_switch}
 * @param waking {@code sched_waking}, which tells when a wake-up begins
 * @param woken {@code sched_wakeup}, which tells when the task is on its run queue
 * @param hardirqs handlers of device interrupts
 * @param raises {@code softirq_raise}, which tells which interrupts are those of cards
 * @param softirqs runs of softirqs
 * @param packets {@code netif_receive_skb}
 * @param polls {@code napi_poll}
 */
public record Recorded(boolean calls, boolean switches, boolean waking, boolean woken, boolean hardirqs,
    boolean raises, boolean softirqs, boolean packets, boolean polls) {

  /** Nothing was left out. */
  static final Recorded ALL = new Recorded(true, true, true, true, true, true, true, true, true);

  /** What a trace with events of these tracepoints holds. */
  static Recorded of(Set<Tracepoint> met) {
    return new Recorded(met.stream().map(Tracepoint::name)
        .anyMatch(name -> name.startsWith(Syscall.ENTER_PREFIX) || name.startsWith(Syscall.EXIT_PREFIX)),
        met.contains(SchedSwitch.TRACEPOINT), met.contains(SchedWaking.TRACEPOINT),
        met.contains(SchedWakeup.TRACEPOINT),
        met.contains(IrqHandlerEntry.TRACEPOINT) || met.contains(IrqHandlerExit.TRACEPOINT),
        met.contains(SoftirqRaise.TRACEPOINT),
        met.contains(SoftirqEntry.TRACEPOINT) || met.contains(SoftirqExit.TRACEPOINT),
        met.contains(NetifReceiveSkb.TRACEPOINT), met.contains(NapiPoll.TRACEPOINT));
  }

  /** Whether there is nothing of what a report is made of, as in a trace of functions alone or of a program. */
  public boolean isNothing() {
    return !(calls || switches || waking || woken || hardirqs || raises || softirqs || packets || polls);
  }

  /** Whether wake-ups are told at all. */
  public boolean wakeups() {
    return waking || woken;
  }

  /** Whether it is known how long CPUs were in a mode. */
  public boolean tells(CpuMode mode) {
    return switch (mode) {
      case HARDIRQ -> hardirqs || softirqs;
      case SOFTIRQ -> softirqs;
      case KSOFTIRQD -> softirqs && switches;
      case SYSTEM, USER -> calls && switches;
      case IDLE, UNKNOWN -> switches;
    };
  }
}
