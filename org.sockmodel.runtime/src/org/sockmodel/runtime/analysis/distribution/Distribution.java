package org.sockmodel.runtime.analysis.distribution;

import java.util.List;

/**
 * An immutable distribution of durations.
 *
 * @param count how many durations; with 0 every other value is meaningless and reports say so
 * @param percentiles the values at 0 %, 1 %, ... 100 %; empty without durations
 * @param bins counts in bins of equal width on a logarithmic scale, from the smallest to the largest duration
 */
public record Distribution(long count, long minNs, long maxNs, double meanNs, List<Long> percentiles,
    List<Bin> bins) {

  /** The percentiles that reports show. */
  public static final List<Integer> REPORTED = List.of(50, 90, 99);

  /** No durations at all. */
  public static final Distribution EMPTY = new Distribution(0, 0, 0, 0, List.of(), List.of());

  /**
   * One bin.
   *
   * @param lowNs first duration that belongs to it
   * @param highNs first duration that no longer does
   */
  public record Bin(long lowNs, long highNs, long count) {
  }

  public Distribution {
    percentiles = List.copyOf(percentiles);
    bins = List.copyOf(bins);
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** The value at a whole percentage; 0 without durations. */
  public long percentileNs(int percent) {
    return isEmpty() ? 0 : percentiles.get(percent);
  }

  /** A percentile with its range. */
  public Percentile percentile(int percent) {
    return Percentile.of(percent, this);
  }

  public long p50Ns() {
    return percentileNs(50);
  }

  public long p90Ns() {
    return percentileNs(90);
  }

  public long p99Ns() {
    return percentileNs(99);
  }
}
