package org.sockmodel.runtime.trace.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that is looked for in byte arrays. Comparing costs one or two words for texts of up to 16 bytes; the array
 * must be readable 16 bytes beyond where one is looked for.
 */
public final class Literal {

  /** Texts of up to so many bytes are held in two words. */
  static final int WORDS_BYTES = 16;

  private final byte[] bytes;
  private final long initial;
  private final long first;
  private final long firstMask;
  private final long second;
  private final long secondMask;

  public Literal(String text) {
    bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, Math.max(16, bytes.length));
    first = LittleEndian.i64(padded, 0);
    second = LittleEndian.i64(padded, 8);
    initial = Words.repeat((int) first);
    firstMask = mask(bytes.length);
    secondMask = mask(bytes.length - 8);
  }

  public int length() {
    return bytes.length;
  }

  /** The first eight bytes, the first in the lowest. */
  long first() {
    return first;
  }

  /** The next eight bytes. */
  long second() {
    return second;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Whether the text stands at {@code position} and ends before {@code end}. */
  public boolean isAt(byte[] buffer, int position, int end) {
    if (((LittleEndian.i64(buffer, position) ^ first) & firstMask) != 0 || end - position < bytes.length) {
      return false;
    }
    if (((LittleEndian.i64(buffer, position + 8) ^ second) & secondMask) != 0) {
      return false;
    }
    for (int i = 16; i < bytes.length; i++) {
      if (buffer[position + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the text stands first at or after {@code from}, or -1. */
  public int find(byte[] buffer, int from, int end) {
    if (bytes.length == 0) {
      return from;
    }
    int last = end - bytes.length;
    int position = from;
    while (position <= last) {
      long marks = Words.zeros(LittleEndian.i64(buffer, position) ^ initial);
      position += Words.first(marks);
      if (marks != 0) {
        if (position <= last && isAt(buffer, position, end)) {
          return position;
        }
        position++;
      }
    }
    return -1;
  }

  private static long mask(int length) {
    return length >= 8 ? -1L : length <= 0 ? 0 : (1L << 8 * length) - 1;
  }
}
