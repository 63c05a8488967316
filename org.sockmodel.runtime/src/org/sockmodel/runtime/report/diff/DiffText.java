package org.sockmodel.runtime.report.diff;

import java.util.Locale;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.SafeText;

/** A comparison for a person to read in a terminal: the answer first, lines of at most 80 columns. */
public final class DiffText {

  private static final String COUNT_ROW = "  %-26s %12s %12s %12s  %s";
  private static final String TIME_ROW = "  %-26s %4s %9s %10s %9s  %s";

  private DiffText() {
  }

  /** The comparison's text; every line ends with a line feed. */
  public static String of(ReportDiff diff) {
    StringBuilder text = new StringBuilder(answer(diff)).append("\n\n");
    text.append("  A: ").append(SafeText.of(diff.before(), 74)).append('\n');
    text.append("  B: ").append(SafeText.of(diff.after(), 74)).append("\n\n");
    line(text, COUNT_ROW, "PER MESSAGE", "A", "B", "change", "");
    for (DiffLine count : DiffLine.counts(diff)) {
      line(text, COUNT_ROW, count.name(), count.before(), count.after(), count.change(), mark(count.verdict()));
    }
    text.append('\n');
    line(text, TIME_ROW, "TIME", "", "A", "B", "change", "");
    String above = "";
    for (DiffLine time : DiffLine.times(diff)) {
      line(text, TIME_ROW, time.name().equals(above) ? "" : time.name(), time.percentile(), time.before(),
          time.after(), time.change(), mark(time.verdict()));
      above = time.name();
    }
    text.append("\n* more than noise: the 99 % ranges of A and B do not overlap.\n");
    return text.toString();
  }

  /** What came of it, in a sentence of two lines at most. */
  public static String answer(ReportDiff diff) {
    TimeChange total = diff.times().stream().filter(time -> time.name().equals(Stage.TOTAL.symbol())).findFirst()
        .orElse(null);
    long counts = diff.counts().stream().filter(count -> count.verdict().isMoreThanNoise()).count();
    String costs = counts == 0 ? "A message costs the same in both"
        : counts + (counts == 1 ? " count" : " counts") + " per message changed by more than noise";
    if (total == null || total.median().verdict() == Verdict.MISSING) {
      return costs + ".";
    }
    PercentileChange median = total.median();
    if (!median.verdict().isMoreThanNoise()) {
      return costs + ";\nits median latency is the same but for noise.";
    }
    String direction = median.verdict() == Verdict.MORE ? "longer" : "shorter";
    return costs + ";\nits median latency is " + Quantity.duration(Math.abs(median.afterNs() - median.beforeNs()))
        + " (" + DiffLine.change(median).substring(1) + ") " + direction + " in B.";
  }

  private static void line(StringBuilder text, String row, Object... cells) {
    text.append(String.format(Locale.ROOT, row, cells).stripTrailing()).append('\n');
  }

  private static String mark(Verdict verdict) {
    return verdict.isMoreThanNoise() ? "*" : "";
  }
}
