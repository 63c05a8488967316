package org.sockmodel.runtime.report.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.StageName;

/**
 * One figure of a comparison, as a person reads it.
 *
 * @param name what is compared
 * @param percentile which percentile of it, such as {@code p50}; empty for a count
 * @param change of the second relative to the first; empty if there is none to tell
 */
public record DiffLine(String name, String percentile, String before, String after, String change, Verdict verdict) {

  /** What is counted per message. */
  public static List<DiffLine> counts(ReportDiff diff) {
    return diff.counts().stream().map(DiffLine::of).toList();
  }

  /** The reported percentiles of every distribution. */
  public static List<DiffLine> times(ReportDiff diff) {
    List<DiffLine> lines = new ArrayList<>();
    for (TimeChange time : diff.times()) {
      time.percentiles().forEach(percentile -> lines.add(of(time, percentile)));
    }
    return lines;
  }

  private static DiffLine of(CountChange count) {
    OptionalDouble before = count.beforeEach();
    OptionalDouble after = count.afterEach();
    boolean comparable = before.isPresent() && after.isPresent() && before.getAsDouble() > 0;
    return new DiffLine(count.name(), "", Quantity.each(before), Quantity.each(after),
        comparable ? percent(after.getAsDouble() / before.getAsDouble() - 1) : "", count.verdict());
  }

  private static DiffLine of(TimeChange time, PercentileChange percentile) {
    return new DiffLine(StageName.plain(time.name()), "p" + percentile.percent(),
        duration(time.countBefore(), percentile.beforeNs()), duration(time.countAfter(), percentile.afterNs()),
        change(percentile), percentile.verdict());
  }

  private static String duration(long count, long ns) {
    return count == 0 ? "-" : Quantity.duration(ns);
  }

  static String change(PercentileChange percentile) {
    return percentile.verdict() == Verdict.MISSING ? "" : percent(percentile.relative());
  }

  private static String percent(double relative) {
    return relative == 0 ? "=" : String.format(Locale.ROOT, "%+.1f %%", relative * 100).replace("-0.0", "+0.0");
  }
}
