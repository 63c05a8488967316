package org.sockmodel.runtime.history.picture;

import java.util.function.LongConsumer;
import org.sockmodel.runtime.report.Quantity;

/**
 * A logarithmic scale of durations.
 *
 * @param lowNs the duration at its left end, at least 1
 * @param highNs the duration at its right end
 */
record LogScale(long lowNs, long highNs, int left, int width) {

  private static final int[] STEPS = {1, 2, 5};
  private static final int MOST_DECADES_WITH_STEPS = 3;
  private static final int TICK_WIDTH = 70;
  /** A shorter scale has steps of the same length, as few of 1, 2 and 5 lie on it. */
  private static final int SHORT = 4;
  private static final int LEAST_STEPS = 3;

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
    if (highNs / SHORT < lowNs) {
      long step = evenStep();
      for (long ns = (lowNs + step - 1) / step * step; ns <= highNs; ns += step) {
        tick.accept(ns);
      }
      return;
    }
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

  private long evenStep() {
    long wanted = Math.max(1, (highNs - lowNs) / LEAST_STEPS);
    long power = 1;
    while (power * 10 <= wanted) {
      power *= 10;
    }
    return wanted >= 5 * power ? 5 * power : wanted >= 2 * power ? 2 * power : power;
  }

  /** Writes round durations below the scale, as many as have room. */
  void label(Marks marks, int bottom) {
    int[] free = {0};
    ticks(ns -> {
      if (x(ns) >= free[0] && x(ns) < left + width - TICK_WIDTH / 4) {
        marks.text(Tone.FAINT, Marks.Style.SMALL, x(ns) - 2, bottom + 4, TICK_WIDTH, Quantity.duration(ns));
        free[0] = x(ns) + TICK_WIDTH;
      }
    });
  }
}
