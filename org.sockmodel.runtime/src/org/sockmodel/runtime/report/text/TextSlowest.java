package org.sockmodel.runtime.report.text;

import java.util.List;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.ReaderLatency;
import org.sockmodel.runtime.analysis.latency.SlowMessage;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.SafeText;
import org.sockmodel.runtime.report.SlowTexts;

/** The slowest hundredth of the messages, and who reads, in a few lines: where time goes and what they share. */
final class TextSlowest {

  private static final int MOST_TRAITS = 2;
  private static final int MOST_READERS = 3;
  private static final int NAME_WIDTH = 20;

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
        + ", at " + Quantity.seconds(worst.returnNs()) + ". " + SlowTexts.tasks(report.latencies()), 2);
    SlowTexts.worthTelling(report.latencies().traits()).stream().limit(MOST_TRAITS)
        .forEach(trait -> page.line("  " + SlowTexts.trait(trait)));
  }

  /** Who reads, if these are several: one that is late by itself makes figures of all that are nobody's. */
  void readers(List<ReaderLatency> readers) {
    if (readers.size() < 2) {
      return;
    }
    List<String> texts = readers.stream().limit(MOST_READERS).map(reader -> SafeText.of(reader.name(), NAME_WIDTH) + " "
        + Quantity.count(reader.messages()) + " of p50 " + Quantity.duration(reader.p50Ns()) + ", p99 "
        + Quantity.duration(reader.p99Ns())).toList();
    page.gap();
    page.paragraph("READERS " + String.join("; ", texts) + (readers.size() > MOST_READERS ? "; and others" : ""), 2);
  }
}
