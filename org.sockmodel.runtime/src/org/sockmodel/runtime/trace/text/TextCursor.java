package org.sockmodel.runtime.trace.text;

import java.nio.charset.StandardCharsets;
import org.sockmodel.runtime.trace.bytes.NameCache;
import org.sockmodel.runtime.trace.bytes.Words;

/**
 * A piece of a line that is read from left to right: numbers and words, without making objects. The array must be
 * readable some bytes beyond the end.
 */
public final class TextCursor {

  private static final int MAX_PRINTED = 256;

  private final NameCache names;
  private byte[] bytes;
  private int position;
  private int end;
  private boolean number;
  private boolean cut;

  public TextCursor(NameCache names) {
    this.names = names;
  }

  public TextCursor reset(byte[] newBytes, int newPosition, int newEnd) {
    bytes = newBytes;
    position = newPosition;
    end = newEnd;
    cut = false;
    return this;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int position() {
    return position;
  }

  public void moveTo(int newPosition) {
    position = newPosition;
  }

  public int end() {
    return end;
  }

  /** The byte at the position, or 0 at the end. */
  public int peek() {
    return position < end ? bytes[position] : 0;
  }

  /** Whether the last number that was read was one. */
  public boolean wasNumber() {
    return number;
  }

  /** Whether the text ended before everything was found that follows a task's name, which may hold a line break. */
  public boolean isCut() {
    return cut;
  }

  void setCut() {
    cut = true;
  }

  public void skipBlanks() {
    position = Words.skipBlanks(bytes, position, end);
  }

  /** Reads a decimal number, or a hexadecimal one if it begins with {@code 0x}. */
  public long decimal() {
    boolean negative = peek() == '-';
    if (negative) {
      position++;
    }
    if (peek() == '0' && position + 1 < end && (bytes[position + 1] | 0x20) == 'x') {
      return negative ? -hex() : hex();
    }
    int at = position;
    long value = 0;
    while (at < end) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
      at++;
    }
    number = at > position;
    position = at;
    return negative ? -value : value;
  }

  /** Reads a hexadecimal number, with or without {@code 0x}. */
  public long hex() {
    if (peek() == '0' && position + 1 < end && (bytes[position + 1] | 0x20) == 'x') {
      position += 2;
    }
    int at = position;
    long value = 0;
    while (at < end) {
      int digit = HexDigits.value(bytes[at]);
      if (digit < 0) {
        break;
      }
      value = value << 4 | digit;
      at++;
    }
    number = at > position;
    position = at;
    return value;
  }

  /** Reads up to a blank, a comma or the end; the id of the text. */
  public int word() {
    int start = position;
    while (position < end && bytes[position] != ' ' && bytes[position] != ',') {
      position++;
    }
    return names.intern(bytes, start, position - start);
  }

  /** Reads to the end; the id of the text. */
  public int rest() {
    return textTo(end);
  }

  /** Reads up to the given position; the id of the text. */
  public int textTo(int stop) {
    int id = names.intern(bytes, position, stop - position);
    position = stop;
    return id;
  }

  /**
   * Reads up to the given position; the id of the text, which {@code trace-cmd report -R} prints as the bytes of an
   * array, once it has met one that is not plain.
   */
  int printedTo(int stop) {
    if (!PrintedArray.OPENING.isAt(bytes, position, stop)) {
      return textTo(stop);
    }
    int start = position + PrintedArray.OPENING.length();
    int count = Math.min(MAX_PRINTED, PrintedArray.count(start, stop));
    byte[] text = new byte[count + NameCache.SLACK];
    int length = 0;
    while (length < count && PrintedArray.value(bytes, start, length) > 0) {
      text[length] = (byte) PrintedArray.value(bytes, start, length);
      length++;
    }
    position = stop;
    return names.intern(text, 0, length);
  }

  /** The text between the position and {@code stop}; for what is not read for every event. */
  public String string(int stop) {
    return new String(bytes, position, Math.max(0, stop - position), StandardCharsets.UTF_8);
  }
}
