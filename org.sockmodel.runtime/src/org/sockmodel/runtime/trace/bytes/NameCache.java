package org.sockmodel.runtime.trace.bytes;

import org.sockmodel.runtime.trace.Names;

/**
 * A direct-mapped cache in front of {@link Names}: names of tasks, devices and functions repeat all the time. Texts of
 * at most 16 bytes are held as two words; a hit costs two loads, one multiplication and two comparisons. It allocates
 * nothing.
 *
 * <p>The byte array must reach at least {@link #SLACK} bytes beyond any text that is looked up.
 */
public final class NameCache {

  /** Bytes that must be readable after the beginning of a text. */
  public static final int SLACK = 16;

  private static final int BITS = 10;

  private final Names names;
  private final long[] low = new long[1 << BITS];
  private final long[] high = new long[1 << BITS];
  private final int[] ids = new int[1 << BITS];
  private final int[] longIds = new int[1 << BITS];

  public NameCache(Names names) {
    this.names = names;
  }

  /** Id of the text that these UTF-8 bytes hold. */
  public int intern(byte[] buffer, int offset, int length) {
    if (length > 16) {
      return internLong(buffer, offset, length);
    }
    if (length <= 0) {
      return Names.EMPTY;
    }
    long first = LittleEndian.i64(buffer, offset);
    long second = 0;
    if (length < 8) {
      first &= (1L << 8 * length) - 1;
    } else if (length > 8) {
      second = LittleEndian.i64(buffer, offset + 8);
      if (length < 16) {
        second &= (1L << 8 * (length - 8)) - 1;
      }
    }
    return lookup(first, second, buffer, offset, length);
  }

  private int internLong(byte[] buffer, int offset, int length) {
    int slot = (int) (ByteHash.of(buffer, offset, length) >>> 64 - BITS);
    byte[] known = names.utf8(longIds[slot]);
    if (known.length != length || !Words.isEqual(known, buffer, offset, length)) {
      longIds[slot] = names.intern(buffer, offset, length);
    }
    return longIds[slot];
  }

  /** Id of the text in 16 bytes, up to the first NUL byte. */
  public int internPadded16(byte[] buffer, int offset) {
    long first = LittleEndian.i64(buffer, offset);
    int length = Words.first(Words.zeros(first));
    if (length < Long.BYTES) {
      return length == 0 ? Names.EMPTY : lookup(first & (1L << 8 * length) - 1, 0, buffer, offset, length);
    }
    long second = LittleEndian.i64(buffer, offset + 8);
    length = Words.first(Words.zeros(second));
    return lookup(first, length == 8 ? second : second & (1L << 8 * length) - 1, buffer, offset, 8 + length);
  }

  private int lookup(long first, long second, byte[] buffer, int offset, int length) {
    long hash = (first ^ second * 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L;
    int slot = (int) (hash >>> 64 - BITS);
    // Texts that end in NUL bytes look like shorter ones; they are not cached.
    if (low[slot] == first && high[slot] == second && ids[slot] != 0 && buffer[offset + length - 1] != 0) {
      return ids[slot];
    }
    int id = names.intern(buffer, offset, length);
    if (buffer[offset + length - 1] != 0) {
      low[slot] = first;
      high[slot] = second;
      ids[slot] = id;
    }
    return id;
  }
}
