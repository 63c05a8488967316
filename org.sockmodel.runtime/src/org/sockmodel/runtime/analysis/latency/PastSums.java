package org.sockmodel.runtime.analysis.latency;

/**
 * A sum that grows, and what it was at earlier times: known after every fourth addition of the last {@link #KEPT} such,
 * before these after every 16th of as many, and so on. So what more than 64 additions have added since a time is told
 * to a sixteenth of it, whichever it is of the last 250 000; of an earlier time, what was added since these. Cost: one
 * addition, and for every fourth two array accesses; a binary search a question; no allocation.
 */
final class PastSums {

  private static final int KEPT = 64;
  private static final int LEVELS = 6;
  private static final int STEP_BITS = 2;
  private static final int STEP = 1 << STEP_BITS;

  /** Of each level so many times, the oldest overwritten, and the sums after the additions at these times. */
  private final long[] timesNs = new long[LEVELS * KEPT];
  private final long[] sums = new long[LEVELS * KEPT];
  private long additions;
  private long sum;

  /** Adds so much at a time, which is not before that of the addition before. */
  void add(long timeNs, long more) {
    sum += more;
    if ((additions & STEP - 1) == 0) {
      keep(timeNs);
    }
    additions++;
  }

  private void keep(long timeNs) {
    long number = additions >> STEP_BITS;
    for (int level = 0; level < LEVELS; level++) {
      int at = place(level, number);
      timesNs[at] = timeNs;
      sums[at] = sum;
      if ((number & STEP - 1) != 0) {
        return;
      }
      number >>= STEP_BITS;
    }
  }

  /** How much has been added after a time, at least, since there were additions at all. */
  long since(long timeNs) {
    for (int level = 0; level < LEVELS; level++) {
      long last = additions - 1 >> STEP_BITS * (level + 1);
      long oldest = Math.max(0, last - KEPT + 1);
      if (timesNs[place(level, oldest)] <= timeNs || level == LEVELS - 1) {
        return sum - sums[place(level, lastNotAfter(level, oldest, last, timeNs))];
      }
    }
    return sum;
  }

  /** The last addition, of some that a level keeps, that is not after a time; the first if all are. */
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
