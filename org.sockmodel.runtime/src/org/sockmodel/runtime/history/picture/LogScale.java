package org.sockmodel.runtime.history.picture;

import java.util.function.LongConsumer;

/**
 * A logarithmic scale of durations.
 *
 * @param lowNs the duration at its left end, at least 1
 * @param highNs the duration at its right end
 */
record LogScale(long lowNs, long highNs, int left, int width) {

  private static final int[] STEPS = {1, 2, 5};
  private static final int MOST_DECADES_WITH_STEPS = 3;

  LogScale {
    lowNs = Math.max(1, lowNs);
    highNs = Math.max(lowNs + 1, highNs);
  }

  int x(double ns) {
    double share = Math.log(Math.max(ns, lowNs) / lowNs) / Math.log((double) highNs / lowNs);
    return left + (int) Math.round(Math.min(1, share) * width);
  }

  /** Visits round durations on the scale. */
  void ticks(LongConsumer tick) {
    boolean fine = highNs / lowNs < Math.pow(10, MOST_DECADES_WITH_STEPS);
    long power = 1;
    while (power * 10 <= lowNs) {
      power *= 10;
    }
    for (; power <= highNs; power *= 10) {
      for (int step : STEPS) {
        if (step * power >= lowNs && step * power <= highNs && (fine || step == 1)) {
          tick.accept(step * power);
        }
      }
    }
  }
}
