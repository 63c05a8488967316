package org.sockmodel.runtime.history.picture;

import java.util.Locale;
import java.util.function.LongConsumer;

/** Round times within a window and how they are written: all in one unit, with as many digits as tell them apart. */
public final class TimeScale {

  private static final String[] UNITS = {"ns", "us", "ms", "s"};

  private final TimeWindow window;
  private final long originNs;
  private final long stepNs;
  private final int unit;

  /**
   * Finds about {@code wanted} round times.
   *
   * @param originNs the time that is written as 0
   */
  public TimeScale(TimeWindow window, long originNs, int wanted) {
    this.window = window;
    this.originNs = originNs;
    stepNs = niceStepNs(window.lengthNs() / Math.max(1, wanted));
    unit = unitOf(Math.max(Math.abs(window.endNs() - originNs), stepNs));
  }

  /** Visits the round times, in their order. */
  public void ticks(LongConsumer tick) {
    long first = -Math.floorDiv(originNs - window.beginNs(), stepNs);
    for (long at = first * stepNs + originNs; at <= window.endNs(); at += stepNs) {
      tick.accept(at);
    }
  }

  /** A time as it is written on this scale. */
  public String text(long timeNs) {
    return text(timeNs - originNs, unit, digits(stepNs, unit));
  }

  /** A time to the nanosecond, such as {@code 1.000250012 s}. */
  public static String exact(long sinceNs) {
    int unit = unitOf(Math.abs(sinceNs));
    return text(sinceNs, unit, 3 * unit);
  }

  private static String text(long sinceNs, int unit, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f %s", sinceNs / Math.pow(1000, unit), UNITS[unit]);
  }

  private static int unitOf(long ns) {
    return ns < 1_000 ? 0 : ns < 1_000_000 ? 1 : ns < 1_000_000_000 ? 2 : 3;
  }

  private static int digits(long stepNs, int unit) {
    int digits = 3 * unit;
    for (long rest = stepNs; rest % 10 == 0 && digits > 0; rest /= 10) {
      digits--;
    }
    return digits;
  }

  private static long niceStepNs(long roughNs) {
    long power = 1;
    while (power * 10 <= roughNs) {
      power *= 10;
    }
    for (long step : new long[] {power, 2 * power, 5 * power}) {
      if (step >= roughNs) {
        return step;
      }
    }
    return 10 * power;
  }
}
