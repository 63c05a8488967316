package org.sockmodel.runtime.report.diff;

import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.analysis.distribution.Distribution;

/**
 * A distribution of durations in both reports.
 *
 * @param name the stage's stable name, or {@code wakeup_to_run}
 * @param countBefore durations of the first; 0 if it has none
 * @param countAfter durations of the second; 0 if it has none
 */
public record TimeChange(String name, long countBefore, long countAfter, List<PercentileChange> percentiles) {

  private static final Figures.Times NONE = new Figures.Times(0, Map.of());

  public TimeChange {
    percentiles = List.copyOf(percentiles);
  }

  /** The change of one distribution, of which at least one side, which is not null, has durations. */
  static TimeChange of(String name, Figures.Times before, Figures.Times after) {
    Figures.Times one = before == null ? NONE : before;
    Figures.Times other = after == null ? NONE : after;
    return new TimeChange(name, one.count(), other.count(), Distribution.REPORTED.stream()
        .map(percent -> PercentileChange.of(one.percentiles().get(percent), other.percentiles().get(percent)))
        .toList());
  }

  /** The change of the median. */
  public PercentileChange median() {
    return percentiles.get(0);
  }
}
