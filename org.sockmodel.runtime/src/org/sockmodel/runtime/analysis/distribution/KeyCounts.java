package org.sockmodel.runtime.analysis.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts by a {@code long} key. Cost: a hash and usually one comparison; no allocation once a key is known. After the
 * most keys that it may tell apart further ones are counted together, so that memory is bounded.
 */
public final class KeyCounts {

  /** As many keys are told apart unless more are asked for. */
  public static final int MAX_KEYS = 1 << 13;

  private static final long HASH = 0x9E3779B97F4A7C15L;

  private static final int FIRST_SLOTS = 64;

  private final int maxKeys;
  /** In each slot a key and behind it its count; 0 where there is no key. */
  private long[] slots = new long[2 * FIRST_SLOTS];
  private int shift = shift(FIRST_SLOTS);
  private int size;
  private long others;

  /** How often a key was counted. */
  public record Entry(long key, long count) {
  }

  public KeyCounts() {
    this(MAX_KEYS);
  }

  /** Tells at most {@code maxKeys} keys apart. */
  public KeyCounts(int maxKeys) {
    this.maxKeys = maxKeys;
  }

  /** Counts one more. */
  public void add(long key) {
    add(key, 1);
  }

  /** Counts {@code more} of a key; {@code more} is positive. */
  public void add(long key, long more) {
    int slot = slot(key);
    if (slots[slot + 1] == 0) {
      if (size == maxKeys) {
        others += more;
        return;
      }
      size++;
      slots[slot] = key;
      slots[slot + 1] = more;
      if (size * 4 > slots.length) {
        grow();
      }
      return;
    }
    slots[slot + 1] += more;
  }

  /** How many were counted with keys beyond the most. */
  public long others() {
    return others;
  }

  /** All keys, highest count first, equal ones by key. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot + 1] != 0) {
        entries.add(new Entry(slots[slot], slots[slot + 1]));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::count).reversed().thenComparingLong(Entry::key));
    return entries;
  }

  /** Where a key is or would be. Of a product only the highest bits depend on all bits of the key. */
  private int slot(long key) {
    int slot = (int) (key * HASH >>> shift) << 1;
    while (slots[slot + 1] != 0 && slots[slot] != key) {
      slot = slot + 2 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    shift = shift(old.length);
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        int slot = slot(old[i]);
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      }
    }
  }

  private static int shift(int count) {
    return Long.SIZE - Integer.numberOfTrailingZeros(count);
  }
}
