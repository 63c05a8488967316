package org.sockmodel.tests.scenario;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;
import org.sockmodel.runtime.trace.NetTracepoints.NapiPoll;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * What each CPU does for a card's interrupts, in pieces, each as words in their order: interrupts, softirqs from their
 * entry to their exit, polls with or without packets, and wake-ups of the reader.
 */
final class InterruptWork implements TraceSink {

  /** How a trace is cut into pieces. */
  enum Cut {
    /** A piece for each message that comes alone, with the interrupts that repeat its first one. */
    MESSAGES,
    /**
     * A piece ends where an interrupt comes after which nothing of the one before is left to do. That a slow poll
     * wakes the reader repeatedly is told once.
     */
    NOTHING_LEFT
  }

  /** Messages are 60 ms apart, and no interrupt of one comes later than this after the one before. */
  private static final long BETWEEN_MESSAGES_NS = 5_000_000;
  private static final int CPUS = 2;

  private final Cut cut;
  private final List<String> pieces = new ArrayList<>();
  private final List<List<String>> words = List.of(new ArrayList<>(), new ArrayList<>());
  private final boolean[] inSoftirq = new boolean[CPUS];
  private final long[] lastNs = new long[CPUS];

  InterruptWork(Cut cut) {
    this.cut = cut;
  }

  @Override
  public void accept(TraceEvent event) {
    String word = word(event);
    if (word != null) {
      int cpu = event.cpu();
      List<String> piece = words.get(cpu);
      String last = piece.isEmpty() ? "" : piece.get(piece.size() - 1);
      boolean ends = cut == Cut.NOTHING_LEFT ? word.equals("irq") && last.equals("exit")
          : event.timeNs() - lastNs[cpu] > BETWEEN_MESSAGES_NS && !inSoftirq[cpu];
      if (ends) {
        end(piece);
      }
      if (cut == Cut.MESSAGES || !word.equals("waking") || !last.equals(word)) {
        piece.add(word);
      }
      inSoftirq[cpu] = word.equals("entry") || inSoftirq[cpu] && !word.equals("exit");
      lastNs[cpu] = event.timeNs();
    }
  }

  /** All pieces, when the trace is at its end. */
  List<String> pieces() {
    words.forEach(this::end);
    return pieces;
  }

  private void end(List<String> piece) {
    if (!piece.isEmpty()) {
      pieces.add(String.join(" ", piece));
      piece.clear();
    }
  }

  /** Null for what does not count here. */
  private static String word(TraceEvent event) {
    Tracepoint tracepoint = event.tracepoint();
    if (tracepoint == IrqHandlerEntry.TRACEPOINT) {
      return "irq";
    } else if (tracepoint == SoftirqEntry.TRACEPOINT) {
      return event.value(SoftirqEntry.VEC) == Softirqs.NET_RX ? "entry" : null;
    } else if (tracepoint == SoftirqExit.TRACEPOINT) {
      return event.value(SoftirqExit.VEC) == Softirqs.NET_RX ? "exit" : null;
    } else if (tracepoint == NapiPoll.TRACEPOINT) {
      return event.value(NapiPoll.WORK) == 0 ? "polled-nothing" : "polled";
    }
    return tracepoint == SchedWaking.TRACEPOINT && event.text(SchedWaking.COMM).equals("rdr0") ? "waking" : null;
  }
}
