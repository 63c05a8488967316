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

  private final int maxKeys;
  private long[] keys = new long[64];
  private long[] counts = new long[64];
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
    if (counts[slot] == 0) {
      if (size == maxKeys) {
        others += more;
        return;
      }
      size++;
      keys[slot] = key;
      counts[slot] = more;
      if (size * 2 > keys.length) {
        grow();
      }
      return;
    }
    counts[slot] += more;
  }

  /** How many were counted with keys beyond the most. */
  public long others() {
    return others;
  }

  /** All keys, highest count first, equal ones by key. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] != 0) {
        entries.add(new Entry(keys[slot], counts[slot]));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::count).reversed().thenComparingLong(Entry::key));
    return entries;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key * HASH >>> 40) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
