package org.sockmodel.runtime.report;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.analysis.receive.Attribution;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;

/** What a person should know before believing a report's figures. */
public final class Notes {

  private Notes() {
  }

  /** The notes, as sentences without a capital. */
  public static List<String> of(Report report) {
    List<String> notes = new ArrayList<>();
    TraceSummary trace = report.trace();
    if (!report.filter().isAll()) {
      notes.add("only what the filter asks for is counted" + costs(report.filter()) + ".");
    }
    if (!trace.warning().isEmpty()) {
      notes.add(SafeText.of(trace.warning(), 160) + ".");
    }
    if (trace.lost() > 0) {
      notes.add("the tracer lost " + Quantity.count(trace.lost(), "event", "events") + "; counts are too low.");
    }
    if (trace.overwritten() > 0) {
      notes.add(Quantity.count(trace.overwritten(), "event was", "events were") + " overwritten in the tracer's buffers"
          + " before the trace begins, on each CPU at a time of its own.");
    }
    String missing = MissingEvents.of(report);
    if (trace.events() > 0 && !missing.isEmpty()) {
      notes.add(missing);
    }
    if (report.recorded().woken() && !report.recorded().waking()) {
      notes.add("a wake-up counts from sched_wakeup on, when the task is on its run queue, as the trace holds no"
          + " sched_waking.");
    }
    ReceiveSummary.Unattributed unattributed = report.receives().unattributed();
    addUnattributed(unattributed, notes);
    long pieces = report.receives().attributedBy(Attribution.PIECE);
    if (pieces > 0) {
      notes.add(Quantity.count(pieces, "message is a further piece", "messages are further pieces")
          + " of what an earlier call began to read, and in no stage.");
    }
    if (unattributed.switchIns() > 0) {
      notes.add("the switch to the reader was not recorded for "
          + Quantity.count(unattributed.switchIns(), "message", "messages") + ".");
    }
    // Of each reader, the call in which the trace begins may be one of them.
    if (report.receives().messages() > 0 && unattributed.otherReads() > report.receives().readers()) {
      notes.add("sockets were read " + Quantity.count(unattributed.otherReads(), "time", "times")
          + " in no receive call, by the kernel or for io_uring without an io_uring_complete; these are not counted.");
    }
    addPorts(unattributed, notes);
    addLines(report.interrupts(), notes);
    return notes;
  }

  private static void addUnattributed(ReceiveSummary.Unattributed unattributed, List<String> notes) {
    if (unattributed.messages() > 0) {
      notes.add("the trace does not show the packets of " + Quantity.count(unattributed.messages(), "message",
          "messages") + ", which " + (unattributed.messages() == 1 ? "is" : "are") + " in no stage.");
    }
    if (unattributed.maybeLeft() > 0) {
      notes.add(Quantity.count(unattributed.maybeLeft()) + " of these had woken their reader or had been left by it"
          + " before (EPOLLET); a trace.dat, a perf.data or trace-cmd report -R tells.");
    }
  }

  private static String costs(Filter filter) {
    return !filter.choosesMessages() ? ""
        : "; a message costs the interrupts and softirqs that brought one of these messages"
            + (filter.choosesReaders() ? ", while those of all readers are listed" : "");
  }

  /** Under overload interrupts come while NET_RX runs, and which NAPI context one is for is not traced. */
  private static void addLines(InterruptSummary interrupts, List<String> notes) {
    long packets = interrupts.packetsWithoutLine();
    if (packets > 0 && !interrupts.lines().isEmpty()) {
      notes.add(Quantity.count(packets, "packet counts", "packets count") + " for no interrupt line: no NET_RX began"
          + " with the line of the queue that was polled.");
    }
  }

  /** The kernel has no event on the way of a UDP datagram that tells a port. */
  private static void addPorts(ReceiveSummary.Unattributed unattributed, List<String> notes) {
    long unknown = unattributed.unknownPort();
    long others = unattributed.otherPort() - unknown;
    if (others > 0) {
      notes.add(Quantity.count(others, "message is", "messages are") + " left out, of other ports.");
    }
    if (unknown > 0) {
      notes.add(Quantity.count(unknown, "message is", "messages are") + " left out: no event tells the port. Of sockets"
          + " that are read only TCP's tell it (tcp_rcv_space_adjust); a reader of UDP is picked by --task.");
    }
  }
}
