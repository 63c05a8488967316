package org.sockmodel.runtime.report.diff;

import org.sockmodel.runtime.analysis.distribution.Distribution;

/**
 * One percentile of a distribution in both reports.
 *
 * <p>Noise: if samples are independent, the number of them below the true percentile is binomial, so that the true
 * value lies, 99 times of 100, between two samples whose ranks follow from the number of samples alone. A change is
 * more than noise if these two ranges do not overlap. Durations in a trace are not quite independent; a second
 * recording of the same is the better judge.
 *
 * @param percent which percentile
 */
public record PercentileChange(int percent, long beforeNs, long afterNs, Verdict verdict) {

  /** Standard deviations of a normal distribution that 99 of 100 samples lie within. */
  static final double DEVIATIONS = 2.576;

  static PercentileChange of(int percent, Distribution before, Distribution after) {
    return new PercentileChange(percent, before.percentileNs(percent), after.percentileNs(percent),
        verdict(percent, before, after));
  }

  /** The second relative to the first; 0 means no change. */
  public double relative() {
    return beforeNs == 0 ? 0 : (double) (afterNs - beforeNs) / beforeNs;
  }

  private static Verdict verdict(int percent, Distribution before, Distribution after) {
    if (before.isEmpty() || after.isEmpty()) {
      return Verdict.MISSING;
    }
    if (after.percentileNs(low(percent, after)) > before.percentileNs(high(percent, before))) {
      return Verdict.MORE;
    }
    return after.percentileNs(high(percent, after)) < before.percentileNs(low(percent, before)) ? Verdict.LESS
        : Verdict.SAME;
  }

  private static int low(int percent, Distribution time) {
    return (int) Math.max(0, Math.floor(percent - spread(percent, time)));
  }

  private static int high(int percent, Distribution time) {
    return (int) Math.min(100, Math.ceil(percent + spread(percent, time)));
  }

  private static double spread(int percent, Distribution time) {
    double share = percent / 100.0;
    return 100 * DEVIATIONS * Math.sqrt(share * (1 - share) / time.count());
  }
}
