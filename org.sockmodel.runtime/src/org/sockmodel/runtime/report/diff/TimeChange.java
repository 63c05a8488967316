package org.sockmodel.runtime.report.diff;

import java.util.List;
import java.util.stream.Stream;
import org.sockmodel.runtime.analysis.distribution.Distribution;

/**
 * A distribution of durations in both reports.
 *
 * @param name the stage's stable name, or {@code wakeup_to_run}
 */
public record TimeChange(String name, Distribution before, Distribution after, List<PercentileChange> percentiles) {

  public TimeChange {
    percentiles = List.copyOf(percentiles);
  }

  static TimeChange of(String name, Distribution before, Distribution after) {
    return new TimeChange(name, before, after,
        Stream.of(50, 90, 99).map(percent -> PercentileChange.of(percent, before, after)).toList());
  }

  /** The change of the median. */
  public PercentileChange median() {
    return percentiles.get(0);
  }
}
