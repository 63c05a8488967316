package org.sockmodel.runtime.analysis.receive;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Delivery;

/**
 * Counts contexts, each of which is told by its number and the time at which it began, once, however many messages it
 * brought. Cost: a hash and at most four comparisons; no allocation. The oldest of four neighbours is forgotten for a
 * new one, so that memory is constant: a context is counted again only if it brings a further message after some
 * thousand others.
 */
final class RecentTimes {

  private static final int BITS = 12;
  private static final int WAYS = 4;
  private static final long HASH = 0x9E3779B97F4A7C15L;

  private final long[] timesNs = new long[1 << BITS];
  private final int[] numbers = new int[1 << BITS];

  /** Of each four neighbours, how many have been noted; the next one takes the place of the oldest. */
  private final int[] noted = new int[(1 << BITS) / WAYS];
  private long count;

  RecentTimes() {
    Arrays.fill(timesNs, Delivery.UNKNOWN_NS);
  }

  /** Counts a context, whose time is known, unless it has been counted. */
  void add(int number, long timeNs) {
    int set = (int) ((timeNs ^ number) * HASH >>> Long.SIZE - BITS) / WAYS;
    int first = set * WAYS;
    for (int i = first; i < first + WAYS; i++) {
      if (timesNs[i] == timeNs && numbers[i] == number) {
        return;
      }
    }
    int oldest = first + (noted[set]++ & WAYS - 1);
    timesNs[oldest] = timeNs;
    numbers[oldest] = number;
    count++;
  }

  /** How many have been counted. */
  long count() {
    return count;
  }
}
