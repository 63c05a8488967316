package org.sockmodel.runtime.trace.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are read from front to back: numbers, texts and pieces. Reading beyond the end is an exception. */
public final class Section {

  private final byte[] bytes;
  private final int end;
  private int position;

  /** Takes the first {@code length} bytes, which have {@link FileInput#SLACK} behind them. */
  public Section(byte[] bytes, int length) {
    this.bytes = bytes;
    this.end = length;
  }

  public int position() {
    return position;
  }

  public boolean hasMore() {
    return position < end;
  }

  /** How many bytes are left. */
  public int left() {
    return end - position;
  }

  public int u16() throws IOException {
    need(2);
    position += 2;
    return LittleEndian.i16(bytes, position - 2) & 0xffff;
  }

  public int i32() throws IOException {
    need(4);
    position += 4;
    return LittleEndian.i32(bytes, position - 4);
  }

  public long u64() throws IOException {
    need(8);
    position += 8;
    return LittleEndian.i64(bytes, position - 8);
  }

  /** A text that ends with a NUL byte. */
  public String text() throws IOException {
    int start = position;
    while (position < end && bytes[position] != 0) {
      position++;
    }
    need(1);
    position++;
    return new String(bytes, start, position - 1 - start, StandardCharsets.UTF_8);
  }

  public String text(long length) throws IOException {
    int start = position;
    skip(length);
    return new String(bytes, start, (int) length, StandardCharsets.UTF_8);
  }

  /** All that is left, as a text. */
  public String rest() {
    String text = new String(bytes, position, end - position, StandardCharsets.UTF_8);
    position = end;
    return text;
  }

  public byte[] bytes(long length) throws IOException {
    int start = position;
    skip(length);
    return Arrays.copyOfRange(bytes, start, start + (int) length);
  }

  /** The next {@code length} bytes as a section of its own. */
  public Section part(long length) throws IOException {
    int start = position;
    skip(length);
    byte[] part = new byte[(int) length + FileInput.SLACK];
    System.arraycopy(bytes, start, part, 0, (int) length);
    return new Section(part, (int) length);
  }

  public void skip(long length) throws IOException {
    need(length);
    position += (int) length;
  }

  private void need(long length) throws IOException {
    if (length < 0 || length > end - position) {
      throw new EOFException("it is cut short, or a size in it is wrong");
    }
  }
}
