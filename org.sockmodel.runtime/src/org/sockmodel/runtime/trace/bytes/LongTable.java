package org.sockmodel.runtime.trace.bytes;

/** A hash table from {@code long} to {@code int} without boxes. */
public final class LongTable {

  private long[] keys = new long[64];
  private int[] values = new int[64];
  private boolean[] used = new boolean[64];
  private int size;

  /** The value of the key, or {@code otherwise}. */
  public int get(long key, int otherwise) {
    int slot = slot(key);
    return used[slot] ? values[slot] : otherwise;
  }

  /** Whether the key was put. */
  public boolean has(long key) {
    return used[slot(key)];
  }

  public void put(long key, int value) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key);
    size += used[slot] ? 0 : 1;
    used[slot] = true;
    keys[slot] = key;
    values[slot] = value;
  }

  public int size() {
    return size;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (used[slot] && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    boolean[] oldUsed = used;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    used = new boolean[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldUsed[i]) {
        int slot = slot(oldKeys[i]);
        used[slot] = true;
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
