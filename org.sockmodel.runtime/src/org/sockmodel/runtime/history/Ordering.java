package org.sockmodel.runtime.history;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Puts the numbers from 0 on in another order. */
public final class Ordering {

  private final long[] keys;
  private final int[] order;
  private final int[] merged;

  private Ordering(long[] keys) {
    this.keys = keys;
    order = new int[keys.length];
    Arrays.setAll(order, index -> index);
    merged = new int[keys.length];
  }

  /**
   * The numbers below {@code count} by their keys; those with the same key stay in their order. Cost: n log n, and 16
   * bytes a number while it sorts.
   */
  public static int[] by(IntToLongFunction key, int count, boolean descending) {
    long[] keys = new long[count];
    Arrays.setAll(keys, index -> descending ? ~key.applyAsLong(index) : key.applyAsLong(index));
    Ordering ordering = new Ordering(keys);
    ordering.sort(0, count);
    return ordering.order;
  }

  private void sort(int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = from + to >>> 1;
    sort(from, middle);
    sort(middle, to);
    System.arraycopy(order, from, merged, from, to - from);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft = right >= to || left < middle && keys[merged[left]] <= keys[merged[right]];
      order[i] = takeLeft ? merged[left++] : merged[right++];
    }
  }
}
