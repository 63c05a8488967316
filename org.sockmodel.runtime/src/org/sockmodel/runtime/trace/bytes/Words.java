package org.sockmodel.runtime.trace.bytes;

/**
 * Eight bytes at a time, as one word of which the first byte is the lowest. Marks are the highest bits of bytes; those
 * above the lowest mark may be wrong.
 */
public final class Words {

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long BLANKS = ' ' * ONES;
  private static final long LETTERS = 0x40 * ONES;
  private static final long HIGH_HALVES = 0xf0f0f0f0f0f0f0f0L;
  private static final long SIXES = 6 * ONES;
  private static final long ZEROS = '0' * ONES;
  private static final long LINE_ENDS = '\n' * ONES;

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

  /** Marks the bytes from 0 to 63 and from 128 to 191: of a text digits, blanks and most signs, but no letters. */
  public static long noLetters(long word) {
    return ~word & LETTERS;
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

  /** How many of the first bytes are decimal digits, 0 to 8. */
  public static int digits(long word) {
    return first(word & word + SIXES & HIGH_HALVES ^ ZEROS);
  }

  /** Whether so many of the first bytes, 1 to 7, are decimal digits. */
  public static boolean areDigits(long word, int count) {
    return (word & word + SIXES & HIGH_HALVES ^ ZEROS) << (Long.BYTES - count) * Byte.SIZE == 0;
  }

  /** The number that eight decimal digits stand for: pairs are put together, then fours, then all. */
  public static long number(long digits) {
    long values = digits - ZEROS;
    long pairs = values * 10 + (values >>> 8);
    return (pairs & 0x000000ff000000ffL) * (100 + (1_000_000L << 32))
        + (pairs >>> 16 & 0x000000ff000000ffL) * (1 + (10_000L << 32)) >>> 32;
  }

  /** The number that the first decimal digits stand for with zeros behind them, so that there are eight. */
  public static long fraction(long word, int digits) {
    return number(digits == Long.BYTES ? word : word & ~(-1L << digits * Byte.SIZE) | ZEROS << digits * Byte.SIZE);
  }

  /** The eight decimal digits of a number below 100 000 000: fours are taken apart, then pairs, then digits. */
  public static long decimal(int number) {
    long fours = number / 10_000 | (long) (number % 10_000) << 32;
    long hundreds = fours * 10_486 >>> 20 & 0x0000007f0000007fL;
    long pairs = hundreds | fours - hundreds * 100 << 16;
    long tens = pairs * 103 >>> 10 & 0x000f000f000f000fL;
    return (tens | pairs - tens * 10 << 8) + ZEROS;
  }

  /** A number below 100 000 000 of so many digits, with blanks behind it. */
  public static long leftAligned(int number, int digits) {
    long blanks = digits == Long.BYTES ? 0 : BLANKS << Byte.SIZE * digits;
    return decimal(number) >>> Long.SIZE - Byte.SIZE * digits | blanks;
  }

  /** The same, with blanks before it up to {@code width}; what is beyond is 0. */
  public static long rightAligned(int number, int digits, int width) {
    int blank = Byte.SIZE * (width - digits);
    return decimal(number) >>> Long.SIZE - Byte.SIZE * digits << blank | BLANKS & ~(-1L << blank);
  }

  /** The word with a blank for each line feed. */
  public static long oneLine(long word) {
    long others = word ^ LINE_ENDS;
    long found = ~((others & ~TOPS) + ~TOPS | others | ~TOPS) >>> 7;
    return word ^ found * ('\n' ^ ' ');
  }

  /** Whether the first {@code length} bytes of an array stand at a place of another one. */
  public static boolean isEqual(byte[] bytes, byte[] buffer, int offset, int length) {
    if (length < Long.BYTES) {
      return isShortEqual(bytes, buffer, offset, length);
    }
    int last = length - Long.BYTES;
    if (LittleEndian.i64(bytes, 0) != LittleEndian.i64(buffer, offset)
        || LittleEndian.i64(bytes, last) != LittleEndian.i64(buffer, offset + last)) {
      return false;
    }
    return length <= 2 * Long.BYTES || isMiddleEqual(bytes, buffer, offset, last);
  }

  private static boolean isShortEqual(byte[] bytes, byte[] buffer, int offset, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != buffer[offset + i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMiddleEqual(byte[] bytes, byte[] buffer, int offset, int end) {
    for (int i = Long.BYTES; i < end; i += Long.BYTES) {
      if (LittleEndian.i64(bytes, i) != LittleEndian.i64(buffer, offset + i)) {
        return false;
      }
    }
    return true;
  }
}
