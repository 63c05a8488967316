package org.sockmodel.runtime.trace.bytes;

/** Single bytes of a text, where {@link Words} would look at more than is there, or backwards. */
public final class Ascii {

  private Ascii() {
  }

  public static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Where the blanks begin that end before {@code end}; {@code end} if there are none. */
  public static int skipBlanksBack(byte[] bytes, int start, int end) {
    int at = end;
    while (at > start && bytes[at - 1] == ' ') {
      at--;
    }
    return at;
  }

  /** Where the digits begin that end before {@code end}, of which there are {@code most} at the most. */
  public static int skipDigitsBack(byte[] bytes, int start, int end, int most) {
    int at = end;
    while (at > start && end - at < most && isDigit(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  /** The number that decimal digits stand for, of which there are at most 18. */
  public static long number(byte[] bytes, int start, int end) {
    long value = 0;
    for (int at = start; at < end; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }
}
