package org.sockmodel.runtime.trace.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Text and bytes to a stream, through one array; numbers are written digit by digit and nothing is allocated. A
 * failure of the stream is thrown as {@link UncheckedIOException}.
 */
public final class ByteOutput {

  private static final int BUFFER_BYTES = 1 << 16;

  /** At least so many bytes are free after {@link #reserve}. */
  private static final int RESERVE_BYTES = 64;

  private static final long ONES = 0x0101010101010101L;
  private static final long[] POWERS = powers();
  private static final int EIGHT_DIGITS = 100_000_000;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private boolean failed;

  public ByteOutput(OutputStream out) {
    this.out = out;
  }

  public ByteOutput put(char ascii) {
    reserve();
    buffer[position++] = (byte) ascii;
    return this;
  }

  public ByteOutput put(byte[] bytes) {
    return put(bytes, 0, bytes.length);
  }

  public ByteOutput put(byte[] bytes, int offset, int length) {
    if (position + length > BUFFER_BYTES) {
      flush();
      if (length > BUFFER_BYTES) {
        write(bytes, offset, length);
        return this;
      }
    }
    System.arraycopy(bytes, offset, buffer, position, length);
    position += length;
    return this;
  }

  /** Writes a text that must not break the line: line breaks in it become blanks. */
  public ByteOutput putLine(byte[] bytes) {
    if (position + bytes.length > BUFFER_BYTES) {
      flush();
      if (bytes.length > BUFFER_BYTES) {
        return put(new String(bytes, StandardCharsets.UTF_8).replace('\n', ' '));
      }
    }
    if (bytes.length < Long.BYTES) {
      putShortLine(bytes);
    } else {
      int last = bytes.length - Long.BYTES;
      for (int i = 0; i < last; i += Long.BYTES) {
        LittleEndian.put64(buffer, position + i, Words.oneLine(LittleEndian.i64(bytes, i)));
      }
      LittleEndian.put64(buffer, position + last, Words.oneLine(LittleEndian.i64(bytes, last)));
    }
    position += bytes.length;
    return this;
  }

  private void putShortLine(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      buffer[position + i] = bytes[i] == '\n' ? (byte) ' ' : bytes[i];
    }
  }

  /** Writes the first bytes of a word, eight at most. */
  public ByteOutput putWord(long word, int bytes) {
    reserve();
    LittleEndian.put64(buffer, position, word);
    position += bytes;
    return this;
  }

  /** Writes a text; for what is not written for every event. */
  public ByteOutput put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a text whose words are known. */
  public ByteOutput put(Literal text) {
    reserve();
    int length = text.length();
    if (length > Literal.WORDS_BYTES) {
      return put(text.bytes());
    }
    LittleEndian.put64(buffer, position, text.first());
    LittleEndian.put64(buffer, position + 8, text.second());
    position += length;
    return this;
  }

  public ByteOutput decimal(long value) {
    reserve();
    long rest = value;
    if (rest < 0) {
      if (rest == Long.MIN_VALUE) {
        return put("-9223372036854775808");
      }
      buffer[position++] = '-';
      rest = -rest;
    }
    if (rest < 10) {
      buffer[position++] = (byte) ('0' + rest);
      return this;
    }
    return digits(rest, length(rest));
  }

  /** Writes a number that is not negative, with zeros before it up to {@code digits}. */
  public ByteOutput decimal(long value, int digits) {
    reserve();
    return digits(value, Math.max(digits, length(value)));
  }

  private ByteOutput digits(long value, int length) {
    long last = value;
    int digits = length;
    if (length > Long.BYTES) {
      digits = Long.BYTES;
      long high = value / EIGHT_DIGITS;
      last = value - high * EIGHT_DIGITS;
      digits(high, length - digits);
    }
    LittleEndian.put64(buffer, position, Words.decimal((int) last) >>> Long.SIZE - Byte.SIZE * digits);
    position += digits;
    return this;
  }

  /** Writes all 64 bits in hexadecimal, with zeros before them up to {@code digits}. */
  public ByteOutput hex(long value, int digits) {
    reserve();
    int length = Math.max(digits, 16 - Long.numberOfLeadingZeros(value | 1) / 4);
    long shifted = value << 64 - 4 * length;
    LittleEndian.put64(buffer, position, eightHexDigits((int) (shifted >>> 32)));
    if (length > 8) {
      LittleEndian.put64(buffer, position + 8, eightHexDigits((int) shifted));
    }
    position += length;
    return this;
  }

  /** The eight digits of 32 bits as the bytes of a word, the highest digit in the lowest byte. */
  private static long eightHexDigits(int bits) {
    long spread = Integer.reverseBytes(bits) & 0xffffffffL;
    spread = (spread | spread << 16) & 0x0000ffff0000ffffL;
    spread = (spread | spread << 8) & 0x00ff00ff00ff00ffL;
    long nibbles = spread >>> 4 & 0x000f000f000f000fL | (spread & 0x000f000f000f000fL) << 8;
    long letters = nibbles + 0x0606060606060606L >>> 4 & ONES;
    return nibbles + 0x3030303030303030L + letters * ('a' - '0' - 10);
  }

  /** Whether something could not be written. */
  public boolean hasFailed() {
    return failed;
  }

  /** Notes that nothing more can be written; what to throw. */
  public UncheckedIOException failure(IOException cause) {
    failed = true;
    return new UncheckedIOException(cause);
  }

  /** Sends what is in the array to the stream. */
  public void flush() {
    write(buffer, 0, position);
    position = 0;
  }

  /** Sends the rest and closes the stream. */
  public void close() throws IOException {
    try (out) {
      flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Closes the stream without caring for what was not written. */
  public void abort() {
    position = 0;
    try {
      out.close();
    } catch (IOException e) {
      position = 0;
    }
  }

  /** How many digits a number that is not negative has. */
  public static int length(long value) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
    int least = bits * 1233 >> 12; // 1233 / 4096 is just above log10(2)
    return value < POWERS[least] ? Math.max(1, least) : least + 1;
  }

  private void reserve() {
    if (position > BUFFER_BYTES - RESERVE_BYTES) {
      flush();
    }
  }

  private void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
