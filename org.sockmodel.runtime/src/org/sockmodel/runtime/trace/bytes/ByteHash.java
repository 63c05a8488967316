package org.sockmodel.runtime.trace.bytes;

/** A hash of bytes within an array. Cost: a multiplication for every eight bytes. */
public final class ByteHash {

  static final long FACTOR = 0x9E3779B97F4A7C15L;

  private ByteHash() {
  }

  /** A hash whose upper bits are the better ones. */
  public static long of(byte[] buffer, int offset, int length) {
    long hash = length;
    for (int at = offset, left = length; left > 0; at += Long.BYTES, left -= Long.BYTES) {
      hash = (hash ^ word(buffer, at, left)) * FACTOR;
      hash ^= hash >>> 32;
    }
    return hash * FACTOR;
  }

  /** The next bytes, at most eight; what lies behind the last one does not count. */
  static long word(byte[] buffer, int at, int left) {
    if (at + Long.BYTES > buffer.length) {
      long word = 0;
      for (int i = Math.min(left, Long.BYTES) - 1; i >= 0; i--) {
        word = word << 8 | buffer[at + i] & 0xff;
      }
      return word;
    }
    long word = LittleEndian.i64(buffer, at);
    return left < Long.BYTES ? word & (1L << 8 * left) - 1 : word;
  }
}
