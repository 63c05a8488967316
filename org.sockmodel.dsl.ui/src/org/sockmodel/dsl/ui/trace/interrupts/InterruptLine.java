package org.sockmodel.dsl.ui.trace.interrupts;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;

/**
 * A line of the report.
 *
 * @param kind what it is
 * @param remark what else is known of it
 */
record InterruptLine(String kind, String name, long count, OptionalDouble perSecond, OptionalDouble perMessage,
    long timeNs, String remark) {

  static List<InterruptLine> of(Report report) {
    List<InterruptLine> lines = new ArrayList<>();
    InterruptSummary interrupts = report.interrupts();
    interrupts.lines().forEach(line -> lines.add(line("device interrupt", line.irq() + " " + line.name(), line.count(),
        line.timeNs(), Quantity.count(line.packets(), "packet", "packets") + ", raised NET_RX "
            + Quantity.count(line.raisedNetRx(), "time", "times"), report)));
    interrupts.vectors().forEach(vector -> lines.add(line(vector.isTimer() ? "timer" : "inter-processor interrupt",
        vector.name(), vector.count(), vector.timeNs(), "", report)));
    interrupts.softirqs().forEach(softirq -> lines.add(line("softirq", softirq.name(), softirq.entries(),
        softirq.timeNs(), "raised " + Quantity.count(softirq.raised(), "time", "times")
            + (softirq.inKsoftirqd() == 0 ? "" : ", in ksoftirqd " + Quantity.count(softirq.inKsoftirqd())), report)));
    return lines;
  }

  private static InterruptLine line(String kind, String name, long count, long timeNs, String remark, Report report) {
    return new InterruptLine(kind, name, count, report.perSecond(count), report.ofAllForEach(count), timeNs, remark);
  }
}
