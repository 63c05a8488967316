package org.sockmodel.runtime.analysis.distribution;

/**
 * One percentile, and the range that the true value lies in 99 times of 100.
 *
 * <p>If durations are independent, the number of them below the true percentile is binomial, so that the range lies
 * between two durations whose ranks follow from the number of durations alone. Durations in a trace are not quite
 * independent; a second recording of the same is the better judge.
 *
 * @param percent which percentile
 * @param ns the value that was measured
 * @param lowNs the lower end of the range
 * @param highNs the upper end of the range
 */
public record Percentile(int percent, long ns, long lowNs, long highNs) {

  /** Standard deviations of a normal distribution that 99 of 100 samples lie within. */
  public static final double DEVIATIONS = 2.576;

  static Percentile of(int percent, Distribution time) {
    double share = percent / 100.0;
    double spread = 100 * DEVIATIONS * Math.sqrt(share * (1 - share) / Math.max(1, time.count()));
    return new Percentile(percent, time.percentileNs(percent),
        time.percentileNs((int) Math.max(0, Math.floor(percent - spread))),
        time.percentileNs((int) Math.min(100, Math.ceil(percent + spread))));
  }
}
