package org.sockmodel.runtime.kernel.families.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Names with their numbers, found by their bytes: one hash and one comparison, no allocation. Immutable. */
final class NameTable {

  /** What {@link #find} says of a name it does not have. */
  static final int NONE = -1;

  private final byte[][] names;
  private final int[] numbers;
  private final int mask;

  NameTable(Map<String, Integer> byName) {
    int capacity = Integer.highestOneBit(Math.max(byName.size(), 8)) * 4;
    names = new byte[capacity][];
    numbers = new int[capacity];
    mask = capacity - 1;
    byName.forEach((name, number) -> {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      int slot = slot(bytes, 0, bytes.length);
      names[slot] = bytes;
      numbers[slot] = number;
    });
  }

  /** The slot of a name, or {@link #NONE}. */
  int find(byte[] buffer, int from, int to) {
    int slot = slot(buffer, from, to);
    return names[slot] == null ? NONE : slot;
  }

  /** The number in a slot that {@link #find} found. */
  int number(int slot) {
    return numbers[slot];
  }

  private int slot(byte[] buffer, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + buffer[i];
    }
    int slot = (hash ^ hash >>> 15) & mask;
    while (names[slot] != null && !Arrays.equals(names[slot], 0, names[slot].length, buffer, from, to)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
