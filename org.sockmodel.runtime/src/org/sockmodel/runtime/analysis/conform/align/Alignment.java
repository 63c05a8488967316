package org.sockmodel.runtime.analysis.conform.align;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A longest common subsequence of two sequences of numbers, or of texts.
 *
 * <p>Cost: time O(N D) and memory O(N), with N the length of both and D the number of differences. Source: E. W. Myers,
 * An O(ND) difference algorithm and its variations, Algorithmica 1 (1986), section 4b.
 */
public final class Alignment {

  private static final int UNREACHED = -1;

  private final int[] first;
  private final int[] second;
  private final BitSet firstMatched = new BitSet();
  private final BitSet secondMatched = new BitSet();
  private final int[] forward;
  private final int[] backward;
  private final int zero;

  private Alignment(int[] first, int[] second) {
    this.first = first;
    this.second = second;
    zero = first.length + second.length + 1;
    forward = new int[2 * zero + 1];
    backward = new int[2 * zero + 1];
  }

  /** Aligns two sequences of texts. */
  public static Alignment of(List<String> first, List<String> second) {
    Map<String, Integer> numbers = new HashMap<>();
    return of(numbered(first, numbers), numbered(second, numbers));
  }

  private static int[] numbered(List<String> texts, Map<String, Integer> numbers) {
    return texts.stream().mapToInt(text -> numbers.computeIfAbsent(text, ignored -> numbers.size())).toArray();
  }

  /** Aligns two sequences. */
  public static Alignment of(int[] first, int[] second) {
    Alignment alignment = new Alignment(first, second);
    alignment.align(0, first.length, 0, second.length);
    return alignment;
  }

  /** Whether this element of the first sequence is common to both. */
  public boolean isFirstMatched(int index) {
    return firstMatched.get(index);
  }

  /** Whether this element of the second sequence is common to both. */
  public boolean isSecondMatched(int index) {
    return secondMatched.get(index);
  }

  /** How many elements are common. */
  public int matched() {
    return firstMatched.cardinality();
  }

  private void align(int fromA, int toA, int fromB, int toB) {
    int a = fromA;
    int b = fromB;
    int endA = toA;
    int endB = toB;
    while (a < endA && b < endB && first[a] == second[b]) {
      match(a++, b++);
    }
    while (a < endA && b < endB && first[endA - 1] == second[endB - 1]) {
      match(--endA, --endB);
    }
    if (a == endA || b == endB) {
      return;
    }
    long middle = middle(a, endA, b, endB);
    int middleA = (int) (middle >>> 32);
    int middleB = (int) middle;
    align(a, middleA, b, middleB);
    align(middleA, endA, middleB, endB);
  }

  private void match(int a, int b) {
    firstMatched.set(a);
    secondMatched.set(b);
  }

  /** A point on a shortest way through the two, about in its middle, with neither of its halves being the whole. */
  private long middle(int fromA, int toA, int fromB, int toB) {
    int lengthA = toA - fromA;
    int lengthB = toB - fromB;
    int delta = lengthA - lengthB;
    boolean odd = (delta & 1) != 0;
    forward[zero + 1] = 0;
    backward[zero + 1] = 0;
    for (int d = 0; ; d++) {
      for (int k = -d; k <= d; k += 2) {
        int x = furthest(forward, k, d, lengthA, lengthB);
        while (x >= 0 && x < lengthA && x - k < lengthB && first[fromA + x] == second[fromB + x - k]) {
          x++;
        }
        forward[zero + k] = x;
        if (odd && Math.abs(delta - k) < d && meet(x, backward[zero + delta - k], lengthA)) {
          return point(fromA + x, fromB + x - k);
        }
      }
      for (int k = -d; k <= d; k += 2) {
        int x = furthest(backward, k, d, lengthA, lengthB);
        while (x >= 0 && x < lengthA && x - k < lengthB && first[toA - 1 - x] == second[toB - 1 - x + k]) {
          x++;
        }
        backward[zero + k] = x;
        if (!odd && Math.abs(delta - k) <= d && meet(x, forward[zero + delta - k], lengthA)) {
          return point(toA - x, toB - x + k);
        }
      }
    }
  }

  /** Where the furthest way with {@code d} differences begins on diagonal {@code k}; -1 if there is none. */
  private int furthest(int[] reached, int k, int d, int lengthA, int lengthB) {
    int down = k == d && d > 0 ? UNREACHED : reached[zero + k + 1];
    int right = k == -d || reached[zero + k - 1] < 0 ? UNREACHED : reached[zero + k - 1] + 1;
    int x = Math.max(down - k > lengthB ? UNREACHED : down, right > lengthA ? UNREACHED : right);
    return x - k < 0 ? UNREACHED : x;
  }

  private static boolean meet(int x, int opposite, int length) {
    return x >= 0 && opposite >= 0 && x + opposite >= length;
  }

  private static long point(int a, int b) {
    return (long) a << 32 | b;
  }
}
