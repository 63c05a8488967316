package org.sockmodel.runtime.report;

import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.SlowMessage;

/** The slowest hundredth of the messages in a few lines: where their time goes and what they have in common. */
final class TextSlowest {

  private static final int MOST_TRAITS = 2;

  private final TextPage page;

  TextSlowest(TextPage page) {
    this.page = page;
  }

  void write(Report report) {
    RankGroup slowest = report.latencies().slowest();
    if (slowest.isEmpty()) {
      return;
    }
    page.gap();
    SlowMessage worst = report.latencies().worst().get(0);
    page.paragraph("SLOWEST 1 %: " + SlowTexts.of(slowest) + "; the slowest one " + Quantity.duration(worst.totalNs())
        + ", at " + Quantity.seconds(worst.returnNs()) + ". " + SlowTexts.tasks(report.latencies().tasks()), 2);
    SlowTexts.worthTelling(report.latencies().traits()).stream().limit(MOST_TRAITS)
        .forEach(trait -> page.line("  " + SlowTexts.trait(trait)));
  }
}
