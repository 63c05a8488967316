package org.sockmodel.runtime.kernel.timer;

/**
 * The timers of one CPU: {@code struct timer_base}, {@code kernel/time/timer.c}. Levels of 64 buckets, each level
 * eight times as coarse as the one before; a timer never moves between levels but expires with its bucket, up to an
 * eighth of its timeout late. An exact wheel stands for the one before 4.8: there a timer moves down the levels until
 * it expires in the jiffy it asked for.
 *
 * <p>Cost: add and remove O(1), the next expiry O(buckets in use) after it has passed.
 */
final class TimerWheel {

  /** No timer is pending. */
  static final long NEVER = Long.MAX_VALUE;
  private static final int LEVEL_BITS = 6;
  private static final int LEVEL_SIZE = 1 << LEVEL_BITS;
  private static final int LEVEL_SHIFT = 3;
  private static final int LEVELS = 9;

  private final KernelTimer[] buckets = new KernelTimer[LEVELS * LEVEL_SIZE];
  private final long[] bucketExpiry = new long[LEVELS * LEVEL_SIZE];
  private final long[] used = new long[LEVELS];
  private final boolean exact;
  private long clockJiffies;
  private long nextExpiry = NEVER;

  /**
   * @param exact whether a timer expires in the jiffy it asks for
   */
  TimerWheel(boolean exact) {
    this.exact = exact;
  }

  /** The jiffy in which the next bucket expires, or {@link #NEVER}. */
  long nextExpiry() {
    return nextExpiry;
  }

  /** {@code internal_add_timer}. */
  void add(KernelTimer timer, long nowJiffies) {
    if (nextExpiry == NEVER) {
      clockJiffies = nowJiffies;
    }
    int level = level(timer.expiresJiffies - clockJiffies);
    int shift = level * LEVEL_SHIFT;
    long index = (timer.expiresJiffies >> shift) + (exact ? 0 : 1);
    int bucket = level * LEVEL_SIZE + (int) (index & LEVEL_SIZE - 1);
    timer.bucket = bucket;
    timer.previous = null;
    timer.next = buckets[bucket];
    if (timer.next != null) {
      timer.next.previous = timer;
    }
    buckets[bucket] = timer;
    used[level] |= 1L << bucket;
    bucketExpiry[bucket] = index << shift;
    nextExpiry = Math.min(nextExpiry, bucketExpiry[bucket]);
  }

  /** {@code detach_timer}. */
  void remove(KernelTimer timer) {
    if (timer.next != null) {
      timer.next.previous = timer.previous;
    }
    if (timer.previous != null) {
      timer.previous.next = timer.next;
    } else {
      buckets[timer.bucket] = timer.next;
      if (timer.next == null) {
        emptied(timer.bucket);
      }
    }
    timer.next = null;
    timer.previous = null;
  }

  /** Takes a timer whose bucket has expired at {@code nowJiffies}; null if there is none. */
  KernelTimer takeExpired(long nowJiffies) {
    while (nextExpiry <= nowJiffies) {
      clockJiffies = nextExpiry;
      KernelTimer timer = buckets[expiredBucket()];
      remove(timer);
      if (!exact || timer.expiresJiffies <= clockJiffies) {
        return timer;
      }
      add(timer, clockJiffies);
    }
    return null;
  }

  /** {@code collect_expired_timers}: the coarsest bucket that expires next. */
  private int expiredBucket() {
    for (int level = LEVELS - 1; level >= 0; level--) {
      for (long bits = used[level]; bits != 0; bits &= bits - 1) {
        int bucket = level * LEVEL_SIZE + Long.numberOfTrailingZeros(bits);
        if (bucketExpiry[bucket] == nextExpiry) {
          return bucket;
        }
      }
    }
    throw new IllegalStateException("the next expiry " + nextExpiry + " belongs to no bucket");
  }

  private void emptied(int bucket) {
    used[bucket >> LEVEL_BITS] &= ~(1L << bucket);
    if (bucketExpiry[bucket] == nextExpiry) {
      nextExpiry = NEVER;
      for (int level = 0; level < LEVELS; level++) {
        for (long bits = used[level]; bits != 0; bits &= bits - 1) {
          int other = level * LEVEL_SIZE + Long.numberOfTrailingZeros(bits);
          nextExpiry = Math.min(nextExpiry, bucketExpiry[other]);
        }
      }
    }
  }

  /** {@code calc_wheel_index}: the finest level whose buckets reach far enough. */
  private static int level(long deltaJiffies) {
    int level = 0;
    while (level < LEVELS - 1 && deltaJiffies >= (long) (LEVEL_SIZE - 1) << level * LEVEL_SHIFT) {
      level++;
    }
    return level;
  }
}
