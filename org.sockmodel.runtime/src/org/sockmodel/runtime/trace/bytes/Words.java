package org.sockmodel.runtime.trace.bytes;

/**
 * Eight bytes at a time, as one word of which the first byte is the lowest. Marks are the highest bits of bytes; those
 * above the lowest mark may be wrong.
 */
public final class Words {

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long BLANKS = ' ' * ONES;
  private static final long HIGH_HALVES = 0xf0f0f0f0f0f0f0f0L;
  private static final long SIXES = 6 * ONES;
  private static final long ZEROS = '0' * ONES;

  private Words() {
  }

  /** A word of eight times the same byte. */
  public static long repeat(int b) {
    return (b & 0xff) * ONES;
  }

  /** Marks the bytes that are 0. */
  public static long zeros(long word) {
    return word - ONES & ~word & TOPS;
  }

  /** The place of the lowest byte with a mark, or that is not 0, from 0; 8 without one. */
  public static int first(long word) {
    return Long.numberOfTrailingZeros(word) >>> 3;
  }

  /** Where the first byte from {@code start} on stands that is no blank; {@code end} if there is none before. */
  public static int skipBlanks(byte[] bytes, int start, int end) {
    for (int at = start; at < end; at += Long.BYTES) {
      long others = LittleEndian.i64(bytes, at) ^ BLANKS;
      if (others != 0) {
        return Math.min(end, at + first(others));
      }
    }
    return end;
  }

  /** Whether all bytes are decimal digits. */
  public static boolean areDigits(long word) {
    return (word & word + SIXES & HIGH_HALVES) == ZEROS;
  }

  /** The number that eight decimal digits stand for: pairs are put together, then fours, then all. */
  public static long number(long digits) {
    long values = digits - ZEROS;
    long pairs = values * 10 + (values >>> 8);
    return (pairs & 0x000000ff000000ffL) * (100 + (1_000_000L << 32))
        + (pairs >>> 16 & 0x000000ff000000ffL) * (1 + (10_000L << 32)) >>> 32;
  }

  /** Whether the first {@code length} bytes of an array stand at a place of another one. */
  public static boolean isEqual(byte[] bytes, byte[] buffer, int offset, int length) {
    if (length < Long.BYTES) {
      for (int i = 0; i < length; i++) {
        if (bytes[i] != buffer[offset + i]) {
          return false;
        }
      }
      return true;
    }
    int last = length - Long.BYTES;
    for (int i = 0; i < last; i += Long.BYTES) {
      if (LittleEndian.i64(bytes, i) != LittleEndian.i64(buffer, offset + i)) {
        return false;
      }
    }
    return LittleEndian.i64(bytes, last) == LittleEndian.i64(buffer, offset + last);
  }
}
