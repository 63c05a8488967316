package org.sockmodel.runtime.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.drops.DropSummary;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.analysis.napi.NapiSummary;

/** Interrupts, scheduling, polls and drops as short tables. */
final class TextCounts {

  private static final int MOST_LINES = 4;
  private static final int MOST_SOFTIRQS = 3;
  private static final int MOST_DEVICES = 3;
  private static final int MOST_DROPS = 3;
  private static final String ROW = "  %-34s %12s %12s %12s";

  private final TextPage page;
  private final Report report;

  TextCounts(TextPage page, Report report) {
    this.page = page;
    this.report = report;
  }

  void write() {
    interrupts();
    scheduling();
    polls();
    drops();
  }

  private void interrupts() {
    InterruptSummary interrupts = report.interrupts();
    page.gap();
    page.line(row("INTERRUPTS", "count", "per message", "time").substring(2));
    for (InterruptSummary.Line line : firsts(interrupts.lines(), MOST_LINES)) {
      counted("irq " + line.irq() + " " + SafeText.of(line.name(), 26), line.count(), line.timeNs());
    }
    List<InterruptSummary.SoftirqCount> softirqs = interrupts.softirqs().stream()
        .filter(softirq -> softirq.name().startsWith("NET_")).toList();
    for (InterruptSummary.SoftirqCount softirq : firsts(softirqs, MOST_SOFTIRQS)) {
      String where = softirq.inKsoftirqd() == 0 ? ""
          : " (" + Quantity.count(softirq.inKsoftirqd()) + " in ksoftirqd)";
      counted("softirq " + softirq.name() + where, softirq.entries(), softirq.timeNs());
    }
    vectors("inter-processor interrupts", interrupts.ipis(), false);
    vectors("timer interrupts", interrupts.timers(), true);
    if (page.size() > 0 && interrupts.lines().isEmpty() && softirqs.isEmpty() && interrupts.vectors().isEmpty()) {
      page.line("  none");
    }
  }

  private void vectors(String name, long count, boolean timers) {
    if (count > 0) {
      counted(name, count, report.interrupts().vectors().stream().filter(vector -> vector.isTimer() == timers)
          .mapToLong(InterruptSummary.Vector::timeNs).sum());
    }
  }

  private void counted(String name, long count, long timeNs) {
    page.line(row(name, Quantity.count(count), each(count), Quantity.spent(count, timeNs)));
  }

  private String each(long count) {
    long messages = report.perMessage().messages();
    return Quantity.each(messages == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / messages));
  }

  private void scheduling() {
    Distribution wakeup = report.scheduling().wakeupToRun();
    long unseen = report.scheduling().unseenSwitches();
    page.gap();
    page.paragraph("SCHEDULING " + Quantity.count(report.scheduling().contextSwitches(), "context switch",
        "context switches") + (unseen == 0 ? "" : " and " + Quantity.count(unseen) + " that were not recorded") + ", "
        + Quantity.count(report.scheduling().wakeups(), "wake-up", "wake-ups"), 2);
    if (!wakeup.isEmpty()) {
      page.line("  wake-up to run: p50 " + Quantity.duration(wakeup.p50Ns()) + ", p90 "
          + Quantity.duration(wakeup.p90Ns()) + ", p99 " + Quantity.duration(wakeup.p99Ns()) + ", max "
          + Quantity.duration(wakeup.maxNs()));
    }
  }

  private void polls() {
    if (report.napi().devices().isEmpty()) {
      return;
    }
    page.gap();
    page.line(String.format(Locale.ROOT, "%-24s %10s %10s %10s %10s %10s", "POLLS", "polls", "packets", "per poll",
        "empty", "budget out"));
    for (NapiSummary.Device device : firsts(report.napi().devices(), MOST_DEVICES)) {
      page.line(String.format(Locale.ROOT, "  %-22s %10s %10s %10.2f %10s %10s", SafeText.of(device.name(), 22),
          Quantity.count(device.polls()), Quantity.count(device.packets()),
          (double) device.packets() / device.polls(), Quantity.count(device.empty()),
          Quantity.count(device.budgetExhausted())));
    }
  }

  private void drops() {
    DropSummary drops = report.drops();
    if (drops.freed() == 0 && drops.receiveQueueFull() == 0 && drops.udpQueueFailed() == 0) {
      return;
    }
    page.gap();
    page.paragraph("DROPS " + Quantity.count(drops.freed()) + " freed by kfree_skb, "
        + Quantity.count(drops.udpQueueFailed()) + " not queued by UDP, receive queue full "
        + Quantity.count(drops.receiveQueueFull(), "time", "times"), 2);
    for (DropSummary.Place place : firsts(drops.places(), MOST_DROPS)) {
      String reason = place.reason().isEmpty() ? "no reason given" : SafeText.of(place.reason(), 28);
      page.line(String.format(Locale.ROOT, "  %10s %-28s %s", Quantity.count(place.count()), reason,
          SafeText.of(place.location(), 38)));
    }
  }

  private static <T> List<T> firsts(List<T> list, int most) {
    return list.subList(0, Math.min(most, list.size()));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }
}
