package org.sockmodel.runtime.trace.bytes;

/**
 * Where a little-endian integer lies in a structure, how wide it is and which field it is of, as one word that is read
 * without a branch: which shapes follow is hard to foresee. Whole words are read, so the array must reach seven bytes
 * beyond the integer.
 *
 * <pre>
 *   31 offset | 15 field | 7 unused | 6 signed | 5 upper bits of a word of 64 that do not belong to it
 * </pre>
 */
public final class PackedInteger {

  /** Integers from here on do not fit. */
  public static final int MAX_OFFSET = 1 << 16;

  private static final int SIGN_BIT = 6;

  private PackedInteger() {
  }

  /**
   * Packs an integer.
   *
   * @param offset in bytes, below {@link #MAX_OFFSET}
   * @param field below 256
   * @param bits 8 to 64
   */
  public static int of(int offset, int field, int bits, boolean signed) {
    return offset << 16 | field << 8 | (signed ? 1 : 0) << SIGN_BIT | Long.SIZE - bits;
  }

  /** The field that it is of. */
  public static int field(int packed) {
    return packed >>> 8 & 0xff;
  }

  /** The first byte of the structure that lies behind it. */
  public static int end(int packed) {
    return (packed >>> 16) + (Long.SIZE - (packed & Long.SIZE - 1)) / Byte.SIZE;
  }

  /** Its value in the structure that begins at {@code start}. */
  public static long value(byte[] bytes, int start, int packed) {
    // A shift looks at the lowest six bits of its distance only, and those of the word say how many are too many.
    long value = LittleEndian.i64(bytes, start + (packed >>> 16)) << packed >>> packed;
    long sign = (long) (packed >>> SIGN_BIT & 1) << ~packed;
    return (value ^ sign) - sign;
  }
}
