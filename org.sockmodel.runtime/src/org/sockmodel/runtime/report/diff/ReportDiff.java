package org.sockmodel.runtime.report.diff;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What changed from one report to another. Immutable.
 *
 * @param before what the first is called
 * @param after what the second is called
 * @param counts everything that is counted per message in both
 * @param times every distribution that at least one of the two has
 */
public record ReportDiff(String before, String after, List<CountChange> counts, List<TimeChange> times) {

  /** The version of the comparison's JSON. */
  public static final String SCHEMA = "sockmodel.diff/1";

  public ReportDiff {
    counts = List.copyOf(counts);
    times = List.copyOf(times);
  }

  /**
   * Compares two reports, given as their JSON.
   *
   * @throws IllegalArgumentException if one is no report; the message says which and what to do
   */
  public static ReportDiff of(String beforeName, JsonObject before, String afterName, JsonObject after) {
    Figures one = Figures.of(beforeName, before);
    Figures other = Figures.of(afterName, after);
    List<CountChange> counts = one.costs().keySet().stream().filter(other.costs()::containsKey)
        .map(name -> new CountChange(name, one.costs().get(name), one.messages(), other.costs().get(name),
            other.messages()))
        .toList();
    return new ReportDiff(beforeName, afterName, counts, times(one.times(), other.times()));
  }

  private static List<TimeChange> times(Map<String, Figures.Times> one, Map<String, Figures.Times> other) {
    return Figures.TIMES.stream().filter(name -> one.containsKey(name) || other.containsKey(name))
        .map(name -> TimeChange.of(name, one.get(name), other.get(name))).toList();
  }

  /** Whether anything changed by more than noise. */
  public boolean isMoreThanNoise() {
    return counts.stream().anyMatch(count -> count.verdict().isMoreThanNoise())
        || times.stream().anyMatch(time -> time.percentiles().stream()
            .anyMatch(percentile -> percentile.verdict().isMoreThanNoise()));
  }
}
