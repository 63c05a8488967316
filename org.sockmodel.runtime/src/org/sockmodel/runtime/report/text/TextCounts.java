package org.sockmodel.runtime.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.drops.DropSummary;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.analysis.napi.NapiSummary;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.SafeText;
import org.sockmodel.runtime.report.SwitchCounts;

/** Interrupts, scheduling, polls and drops as short tables. */
final class TextCounts {

  private static final int MOST_LINES = 8;
  private static final int MOST_NAME_ROWS = 4;
  private static final int NAME_WIDTH = 18;
  private static final int MOST_SOFTIRQS = 3;
  private static final int MOST_DEVICES = 3;
  private static final int MOST_CONTEXTS = 4;
  /** Of other devices, and of drops. */
  private static final int MOST_LINES_BELOW = 6;
  private static final int MOST_DROPS = 3;
  private static final String ROW = "  %-26s %9s %9s %9s %11s %9s";
  private static final String POLL_ROW = "%-22s %9s %9s %8s %5s %5s %7s %8s";

  private final TextPage page;
  private final Report report;

  TextCounts(TextPage page, Report report) {
    this.page = page;
    this.report = report;
  }

  void write() {
    interrupts();
    new TextCpus(page, report.recorded()).write(report.cpus());
    scheduling();
    polls();
    drops();
  }

  private void interrupts() {
    InterruptSummary interrupts = report.interrupts();
    page.gap();
    page.line(row("INTERRUPTS", "count", "/ second", "/ packet", "/ message", "time").substring(2));
    lines(interrupts);
    List<InterruptSummary.SoftirqCount> softirqs = interrupts.softirqs().stream()
        .filter(softirq -> softirq.name().startsWith("NET_")).toList();
    for (InterruptSummary.SoftirqCount softirq : firsts(softirqs, MOST_SOFTIRQS)) {
      String name = softirq.inKsoftirqd() == 0 ? "softirq " + softirq.name()
          : softirq.name() + ", " + Quantity.count(softirq.inKsoftirqd()) + " in ksoftirqd";
      counted(name, softirq.entries(), OptionalDouble.empty(), softirq.timeNs());
    }
    vectors("inter-processor interrupts", interrupts.ipis(), false);
    vectors("timer interrupts", interrupts.timers(), true);
    if (page.size() > 0 && interrupts.lines().isEmpty() && softirqs.isEmpty() && interrupts.vectors().isEmpty()) {
      page.line(report.recorded().hardirqs() || report.recorded().softirqs() ? "  none" : "  not recorded");
    }
  }

  /** Each line, or the most frequent ones and the sum of the others. */
  private void lines(InterruptSummary interrupts) {
    long others = interrupts.hardirqs();
    for (InterruptSummary.Line line : shown(interrupts.lines(), MOST_LINES)) {
      line(line);
      others -= line.count();
    }
    if (others > 0) {
      counted("other lines", others, OptionalDouble.empty(), 0);
    }
  }

  /** A line with the names of all that share it, below each other where they are more than one row has room for. */
  private void line(InterruptSummary.Line line) {
    String irq = "irq " + line.irq() + " ";
    List<String> names = rows(line.name());
    counted(irq + names.get(0), line.count(), line.perPacket(), line.timeNs());
    names.stream().skip(1).forEach(name -> page.line("  " + " ".repeat(irq.length()) + name));
  }

  /** Names behind each other as far as they fit, in rows; a name that is too long by itself is cut. */
  private static List<String> rows(String names) {
    List<String> rows = new ArrayList<>();
    for (String name : SafeText.of(names).split(", ")) {
      String last = rows.isEmpty() ? "" : rows.get(rows.size() - 1) + ", " + name;
      if (!rows.isEmpty() && last.length() <= NAME_WIDTH) {
        rows.set(rows.size() - 1, last);
      } else if (rows.size() < MOST_NAME_ROWS) {
        rows.add(SafeText.of(name, NAME_WIDTH));
      } else {
        rows.set(rows.size() - 1, "and others");
      }
    }
    return rows;
  }

  private void vectors(String name, long count, boolean timers) {
    if (count > 0) {
      long timeNs = report.interrupts().vectors().stream().filter(vector -> vector.isTimer() == timers)
          .mapToLong(InterruptSummary.Vector::timeNs).sum();
      counted(name, count, OptionalDouble.empty(), timeNs);
    }
  }

  private void counted(String name, long count, OptionalDouble perPacket, long timeNs) {
    page.line(row(name, Quantity.count(count), Quantity.rate(report.perSecond(count)), Quantity.each(perPacket),
        Quantity.each(report.ofAllForEach(count)), Quantity.spent(count, timeNs)));
  }

  private void scheduling() {
    Distribution wakeup = report.scheduling().wakeupToRun();
    page.gap();
    page.paragraph("SCHEDULING " + SwitchCounts.of(report) + (wakeup.isEmpty() ? "" : "; to run p50 "
        + Quantity.duration(wakeup.p50Ns()) + ", p90 " + Quantity.duration(wakeup.p90Ns()) + ", p99 "
        + Quantity.duration(wakeup.p99Ns()) + ", max " + Quantity.duration(wakeup.maxNs())), 2);
  }

  private void polls() {
    if (report.napi().devices().isEmpty()) {
      return;
    }
    page.gap();
    page.line(String.format(Locale.ROOT, POLL_ROW, "POLLS", "polls", "packets", "per poll", "p50", "p99", "empty",
        "used up"));
    for (NapiSummary.Device device : firsts(report.napi().devices(), MOST_DEVICES)) {
      polls("  " + SafeText.of(device.name(), NAME_WIDTH), device.all());
      if (device.contexts().size() > 1) {
        contexts(device);
      }
    }
  }

  /** Those that the page has room for, and how many it has none for; none if that would be all to say. */
  private void contexts(NapiSummary.Device device) {
    int room = Math.min(TextPage.HEIGHT - page.filled() - MOST_LINES_BELOW, MOST_CONTEXTS);
    if (room < 2) {
      return;
    }
    List<NapiSummary.Context> shown = shown(device.contexts(), room);
    Function<NapiSummary.Context, String> address = device.shortAddresses();
    for (NapiSummary.Context context : shown) {
      polls("    " + polledOn(context) + " " + address.apply(context), context.polls());
    }
    if (shown.size() < device.contexts().size()) {
      page.line("    " + (device.contexts().size() - shown.size()) + " more");
    }
  }

  /** The CPU that polled it most, with a plus if there were others. */
  private static String polledOn(NapiSummary.Context context) {
    return "CPU " + context.cpu() + (context.cpus() > 1 ? "+" : "");
  }

  private void polls(String name, NapiSummary.Polls polls) {
    page.line(String.format(Locale.ROOT, POLL_ROW, name, Quantity.count(polls.count()),
        Quantity.count(polls.packets()), Quantity.each(polls.packetsEach()),
        polls.percentile(50), polls.percentile(99), Quantity.count(polls.empty()),
        Quantity.count(polls.budgetExhausted())));
  }

  private void drops() {
    DropSummary drops = report.drops();
    if (drops.isEmpty()) {
      return;
    }
    page.gap();
    page.paragraph("DROPS " + kinds(drops), 2);
    long others = drops.missed() + drops.freed();
    for (DropSummary.Place place : shown(drops.places(), MOST_DROPS)) {
      others -= place.count();
      String reason = place.reason().isEmpty() ? "no reason given" : SafeText.of(place.reason(), 28);
      page.line(String.format(Locale.ROOT, "  %10s %-28s %s", Quantity.count(place.count()), reason,
          SafeText.of(place.location(), 38)));
    }
    if (others > 0) {
      page.line(String.format(Locale.ROOT, "  %10s for other reasons", Quantity.count(others)));
    }
  }

  private static String kinds(DropSummary drops) {
    List<String> kinds = new ArrayList<>();
    addKind(kinds, drops.missed(), "missed by cards");
    addKind(kinds, drops.freed(), "by kfree_skb");
    long others = drops.udpQueueFailed();
    for (DropSummary.PortCount port : firsts(drops.udpPorts(), MOST_DROPS)) {
      addKind(kinds, port.count(), "not queued by UDP for port " + port.port());
      others -= port.count();
    }
    addKind(kinds, others, others == drops.udpQueueFailed() ? "not queued by UDP" : "for other ports");
    addKind(kinds, drops.receiveQueueFull(), "receive queues full");
    for (DropSummary.DeviceCount device : firsts(drops.devices(), MOST_DROPS)) {
      addKind(kinds, device.count(), "at " + SafeText.of(device.device(), 16));
    }
    return String.join(", ", kinds);
  }

  private static void addKind(List<String> kinds, long count, String name) {
    if (count > 0) {
      kinds.add(Quantity.count(count) + " " + name);
    }
  }

  /** All, or as many that one more line has room for what the others come to. */
  private static <T> List<T> shown(List<T> list, int most) {
    return list.size() <= most ? list : list.subList(0, most - 1);
  }

  private static <T> List<T> firsts(List<T> list, int most) {
    return list.subList(0, Math.min(most, list.size()));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }
}
