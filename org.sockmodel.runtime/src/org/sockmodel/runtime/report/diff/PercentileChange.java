package org.sockmodel.runtime.report.diff;

import org.sockmodel.runtime.analysis.distribution.Percentile;

/**
 * One percentile of a distribution in both reports. A change is more than noise if the two ranges of
 * {@link Percentile} do not overlap.
 *
 * @param percent which percentile
 */
public record PercentileChange(int percent, long beforeNs, long afterNs, Verdict verdict) {

  static PercentileChange of(Percentile before, Percentile after) {
    if (before == null || after == null) {
      Percentile known = before == null ? after : before;
      return new PercentileChange(known.percent(), before == null ? 0 : before.ns(), after == null ? 0 : after.ns(),
          Verdict.MISSING);
    }
    return new PercentileChange(before.percent(), before.ns(), after.ns(), verdict(before, after));
  }

  /** The second relative to the first; 0 means no change. */
  public double relative() {
    return beforeNs == 0 ? 0 : (double) (afterNs - beforeNs) / beforeNs;
  }

  private static Verdict verdict(Percentile before, Percentile after) {
    if (after.lowNs() > before.highNs()) {
      return Verdict.MORE;
    }
    return after.highNs() < before.lowNs() ? Verdict.LESS : Verdict.SAME;
  }
}
