package org.sockmodel.runtime.analysis.receive;

import java.util.Arrays;
import org.sockmodel.runtime.analysis.path.Delivery;

/**
 * Counts contexts, each of which is told by its number and the time at which it began, once, however many messages it
 * brought. Cost: a hash and at most four comparisons within a line of the cache; no allocation. The oldest of four
 * neighbours is forgotten for a new one, so that memory is constant: a context is counted again only if it brings a
 * further message after some thousand others.
 */
final class RecentTimes {

  private static final int BITS = 12;
  private static final int WAYS = 4;
  private static final long HASH = 0x9E3779B97F4A7C15L;

  /** Of each four neighbours the first has been noted last. */
  private final long[] contexts = new long[1 << BITS];
  private long count;

  RecentTimes() {
    Arrays.fill(contexts, Delivery.UNKNOWN_NS);
  }

  /** Counts a context, whose time is known, unless it has been counted. */
  void add(int number, long timeNs) {
    // The bits of a number stand where only times differ that are days apart.
    long context = timeNs ^ Long.reverse(number) >>> 1;
    int first = (int) (context * HASH >>> Long.SIZE - BITS) & -WAYS;
    if (contexts[first] == context || contexts[first + 1] == context || contexts[first + 2] == context
        || contexts[first + 3] == context) {
      return;
    }
    contexts[first + 3] = contexts[first + 2];
    contexts[first + 2] = contexts[first + 1];
    contexts[first + 1] = contexts[first];
    contexts[first] = context;
    count++;
  }

  /** How many have been counted. */
  long count() {
    return count;
  }
}
