package org.sockmodel.runtime.trace.text;

import org.sockmodel.runtime.trace.bytes.Literal;

/**
 * Bytes of an array as {@code trace-cmd report -R} prints them: {@code ARRAY[c3, a4, 00, ...]}, each as two digits,
 * with a comma and a blank before the next.
 */
final class PrintedArray {

  /** What stands before the first byte. */
  static final Literal OPENING = new Literal("ARRAY[");

  /** Characters from one byte to the next. */
  private static final int STEP = 4;

  private PrintedArray() {
  }

  /** How many bytes are printed from the first one's place to the end of the text. */
  static int count(int start, int end) {
    // The bracket that closes it takes the place of a comma and a blank.
    return (end - start + 1) / STEP;
  }

  /** The byte of a number, from 0; negative if no two digits stand there. */
  static int value(byte[] bytes, int start, int number) {
    int at = start + number * STEP;
    return HexDigits.value(bytes[at]) << 4 | HexDigits.value(bytes[at + 1]);
  }
}
