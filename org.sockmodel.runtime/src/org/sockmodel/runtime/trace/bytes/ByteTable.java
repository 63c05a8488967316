package org.sockmodel.runtime.trace.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A hash table whose keys are looked up as bytes of a larger array, without making an object. Keys differ at their
 * beginning or at their end, which are kept as words; only those of more than 16 bytes are looked at themselves.
 *
 * @param <V> what is found, never null
 */
public final class ByteTable<V> {

  private static final int TWO_WORDS = 2 * Long.BYTES;

  private byte[][] keys = new byte[256][];
  private long[] firsts = new long[256];
  private long[] lasts = new long[256];
  private Object[] values = new Object[256];
  private int size;

  /** The value of the key, or null. */
  @SuppressWarnings("unchecked")
  public V get(byte[] buffer, int offset, int length) {
    return (V) values[slot(first(buffer, offset, length), last(buffer, offset, length), buffer, offset, length)];
  }

  public void put(String key, V value) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    if (2 * size >= keys.length) {
      grow();
    }
    size += set(bytes, value) ? 1 : 0;
  }

  public int size() {
    return size;
  }

  /** Whether the key is a new one. */
  private boolean set(byte[] key, Object value) {
    long first = first(key, 0, key.length);
    long last = last(key, 0, key.length);
    int slot = slot(first, last, key, 0, key.length);
    boolean isNew = values[slot] == null;
    keys[slot] = key;
    firsts[slot] = first;
    lasts[slot] = last;
    values[slot] = value;
    return isNew;
  }

  private int slot(long first, long last, byte[] buffer, int offset, int length) {
    int slot = (int) ((first * ByteHash.FACTOR ^ last) * ByteHash.FACTOR >>> 32) & keys.length - 1;
    while (values[slot] != null && !(firsts[slot] == first && lasts[slot] == last
        && isEqual(keys[slot], buffer, offset, length))) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private static long first(byte[] buffer, int offset, int length) {
    return length < Long.BYTES ? ByteHash.word(buffer, offset, length) : LittleEndian.i64(buffer, offset);
  }

  private static long last(byte[] buffer, int offset, int length) {
    return length < Long.BYTES ? length : LittleEndian.i64(buffer, offset + length - Long.BYTES);
  }

  private static boolean isEqual(byte[] key, byte[] buffer, int offset, int length) {
    return key.length == length && (length <= TWO_WORDS || Arrays.equals(key, Long.BYTES, length - Long.BYTES, buffer,
        offset + Long.BYTES, offset + length - Long.BYTES));
  }

  private void grow() {
    byte[][] oldKeys = keys;
    Object[] oldValues = values;
    keys = new byte[oldKeys.length * 2][];
    firsts = new long[keys.length];
    lasts = new long[keys.length];
    values = new Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        set(oldKeys[i], oldValues[i]);
      }
    }
  }
}
