package org.sockmodel.runtime.analysis.latency;

import java.util.Arrays;

/**
 * A sum that grows, and what it was at earlier times: known after each of the last {@link #KEPT} additions, before
 * these after every fourth of as many, before these after every 16th, and so on. So what was added since a time is told
 * to some 6 % of it, whichever it is of the last 250 000 additions; of an earlier time, what was added since these.
 * Cost: two array accesses an addition, a binary search a question; no allocation.
 */
final class PastSums {

  static final int KEPT = 64;

  private static final int LEVELS = 7;
  private static final int STEP_BITS = 2;

  /** Of each level so many times, the oldest overwritten, and the sums after the additions at these times. */
  private final long[] timesNs = new long[LEVELS * KEPT];
  private final long[] sums = new long[LEVELS * KEPT];
  private long additions;
  private long sum;

  PastSums() {
    Arrays.fill(timesNs, Long.MIN_VALUE);
  }

  /** Adds so much at a time, which is not before that of the addition before. */
  void add(long timeNs, long more) {
    sum += more;
    long number = additions++;
    for (int level = 0; level < LEVELS; level++) {
      int at = place(level, number);
      timesNs[at] = timeNs;
      sums[at] = sum;
      if ((number & (1 << STEP_BITS) - 1) != 0) {
        return;
      }
      number >>= STEP_BITS;
    }
  }

  /** How much has been added after a time. */
  long since(long timeNs) {
    for (int level = 0; level < LEVELS; level++) {
      long last = (additions - 1 >> STEP_BITS * level);
      long oldest = Math.max(0, last - KEPT + 1);
      if (timesNs[place(level, oldest)] <= timeNs) {
        return sum - sums[place(level, lastNotAfter(level, oldest, last, timeNs))];
      }
      if (oldest == 0) {
        return sum;
      }
    }
    return sum - sums[place(LEVELS - 1, (additions - 1 >> STEP_BITS * (LEVELS - 1)) - KEPT + 1)];
  }

  /** The last of some additions that a level keeps, of which the first is not after a time, that is not either. */
  private long lastNotAfter(int level, long first, long last, long timeNs) {
    long low = first;
    long high = last;
    while (low < high) {
      long middle = low + high + 1 >>> 1;
      if (timesNs[place(level, middle)] <= timeNs) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static int place(int level, long number) {
    return level * KEPT + (int) (number & KEPT - 1);
  }
}
