package org.sockmodel.runtime.analysis.receive;

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
  private final long[] ages = new long[1 << BITS];
  private long count;

  /** Counts a context unless it has been counted. */
  void add(int number, long timeNs) {
    int first = (int) ((timeNs ^ number) * HASH >>> 64 - BITS) & -WAYS;
    int oldest = first;
    for (int i = first; i < first + WAYS; i++) {
      if (ages[i] != 0 && timesNs[i] == timeNs && numbers[i] == number) {
        return;
      }
      oldest = ages[i] < ages[oldest] ? i : oldest;
    }
    timesNs[oldest] = timeNs;
    numbers[oldest] = number;
    ages[oldest] = ++count;
  }

  /** How many have been counted. */
  long count() {
    return count;
  }
}
