package org.sockmodel.runtime.trace.bytes;

import java.nio.charset.StandardCharsets;

/** A hash table whose keys are looked up as bytes of a larger array, without making an object. */
public final class ByteTable<V> {

  private byte[][] keys = new byte[256][];
  private Object[] values = new Object[256];
  private int size;

  /** The value of the key, or null. */
  @SuppressWarnings("unchecked")
  public V get(byte[] buffer, int offset, int length) {
    int slot = slot(buffer, offset, length);
    return (V) values[slot];
  }

  public void put(String key, V value) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(bytes, 0, bytes.length);
    size += keys[slot] == null ? 1 : 0;
    keys[slot] = bytes;
    values[slot] = value;
  }

  public int size() {
    return size;
  }

  private int slot(byte[] buffer, int offset, int length) {
    int slot = hash(buffer, offset, length) & keys.length - 1;
    while (keys[slot] != null && !isEqual(keys[slot], buffer, offset, length)) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  /** Names differ at their beginning or at their end. */
  private static int hash(byte[] buffer, int offset, int length) {
    if (length < Long.BYTES) {
      return (int) (ByteHash.of(buffer, offset, length) >>> 32);
    }
    long first = LittleEndian.i64(buffer, offset);
    long last = LittleEndian.i64(buffer, offset + length - Long.BYTES);
    return (int) ((first * ByteHash.FACTOR ^ last) * ByteHash.FACTOR >>> 32);
  }

  private static boolean isEqual(byte[] key, byte[] buffer, int offset, int length) {
    return key.length == length && Words.isEqual(key, buffer, offset, length);
  }

  private void grow() {
    byte[][] oldKeys = keys;
    Object[] oldValues = values;
    keys = new byte[oldKeys.length * 2][];
    values = new Object[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null) {
        int slot = slot(oldKeys[i], 0, oldKeys[i].length);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
