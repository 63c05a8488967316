package org.sockmodel.runtime.report.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.cpus.CpuMode;
import org.sockmodel.runtime.analysis.cpus.CpuSummary;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Recorded;

/** Where the time of the busiest CPUs goes, as shares of the time that the trace covers. */
final class TextCpus {

  private static final int MOST_CPUS = 8;
  private static final String ROW = "%-10s %9s %9s %9s %9s %9s %9s %9s";

  private final TextPage page;
  private final Recorded recorded;

  TextCpus(TextPage page, Recorded recorded) {
    this.page = page;
    this.recorded = recorded;
  }

  void write(CpuSummary summary) {
    List<CpuSummary.Cpu> all = summary.cpus().stream().filter(cpu -> cpu.totalNs() > 0).sorted(Comparator
        .comparingDouble(cpu -> (double) (cpu.timeNs(CpuMode.IDLE) + cpu.timeNs(CpuMode.UNKNOWN)) / cpu.totalNs()))
        .toList();
    boolean tells = Stream.of(CpuMode.values()).anyMatch(recorded::tells);
    if (all.isEmpty() || !tells) {
      return;
    }
    List<CpuSummary.Cpu> busiest = all.subList(0, Math.min(MOST_CPUS, all.size()));
    page.gap();
    String heading = busiest.size() == all.size() ? "CPUS" : busiest.size() + "/" + all.size() + " CPUS";
    page.line(row(heading, "hardirq", "softirq", "ksoftirqd", "system", "user", "idle", "packets"));
    for (CpuSummary.Cpu cpu : busiest) {
      page.line(row("  CPU " + cpu.cpu(), percent(cpu, CpuMode.HARDIRQ), percent(cpu, CpuMode.SOFTIRQ),
          percent(cpu, CpuMode.KSOFTIRQD), percent(cpu, CpuMode.SYSTEM), percent(cpu, CpuMode.USER),
          percent(cpu, CpuMode.IDLE), Quantity.count(cpu.packets())));
    }
  }

  private String percent(CpuSummary.Cpu cpu, CpuMode mode) {
    return !recorded.tells(mode) ? "-" : Quantity.share(cpu.timeNs(mode), cpu.totalNs());
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }
}
