package org.sockmodel.runtime.report.text;

import java.util.List;
import java.util.Locale;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.analysis.receive.StageTime;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.StageName;

/** The stages of a message as a table, and bars of where the time goes. */
final class TextStages {

  private static final int BAR_WIDTH = 52;
  private static final String ROW = "%1s %-24s %8s %8s %8s %8s %8s %8s";

  private final TextPage page;

  TextStages(TextPage page) {
    this.page = page;
  }

  void write(List<StageTime> stages) {
    if (stages.isEmpty()) {
      return;
    }
    page.gap();
    page.line(row("", "STAGE", "n", "min", "p50", "p90", "p99", "max"));
    for (StageTime stage : stages) {
      Distribution time = stage.time();
      page.line(row(letter(stage.stage()), StageName.plain(stage.stage()), Quantity.count(time.count()),
          Quantity.duration(time.minNs()), Quantity.duration(time.p50Ns()), Quantity.duration(time.p90Ns()),
          Quantity.duration(time.p99Ns()), Quantity.duration(time.maxNs())));
    }
  }

  /** Where the time of the messages around the median and of the slowest goes, beside percentiles of {@code total}. */
  void bars(List<RankGroup> groups, Distribution total) {
    if (!groups.isEmpty()) {
      bar("p50", groups.get(0), total.p50Ns());
      bar("p99", groups.get(groups.size() - 1), total.p99Ns());
    }
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells);
  }

  private void bar(String name, RankGroup group, long totalNs) {
    double sum = group.stages().stream().mapToDouble(StageShare::share).sum();
    if (sum <= 0) {
      return;
    }
    StringBuilder bar = new StringBuilder();
    double before = 0;
    for (StageShare stage : group.stages()) {
      before += stage.share();
      int end = (int) Math.round(before / sum * BAR_WIDTH);
      bar.append(letter(stage.stage()).repeat(Math.max(0, end - bar.length())));
    }
    page.line("  where " + name + " goes |" + bar + "| " + Quantity.duration(totalNs));
  }

  private static String letter(Stage stage) {
    return switch (stage) {
      case NIC_TO_HARDIRQ -> "n";
      case NIC_TO_SK_DATA_READY -> "p";
      case HARDIRQ_TO_SOFTIRQ -> "h";
      case SEND_TO_SOFTIRQ -> "t";
      case SOFTIRQ_TO_SK_DATA_READY, SOFTIRQ_TO_WAKING -> "s";
      case SK_DATA_READY_TO_WAKING -> "d";
      case SK_DATA_READY_TO_RETURN -> "q";
      case WAKING_TO_RUNNING -> "W";
      case WAKING_TO_RETURN -> "w";
      case RUNNING_TO_RETURN -> "r";
      case TOTAL -> "";
    };
  }
}
