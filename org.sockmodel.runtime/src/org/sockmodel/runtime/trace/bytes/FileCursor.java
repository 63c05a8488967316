package org.sockmodel.runtime.trace.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a file from a place on, from front to back: numbers, texts and pieces. */
public final class FileCursor {

  private final FileInput input;
  private long position;

  public FileCursor(FileInput input, long position) {
    this.input = input;
    this.position = position;
  }

  public int u16() throws IOException {
    position += 2;
    return input.u16(position - 2);
  }

  public int i32() throws IOException {
    position += 4;
    return (int) input.u32(position - 4);
  }

  public long u64() throws IOException {
    position += 8;
    return input.u64(position - 8);
  }

  public byte[] bytes(long length) throws IOException {
    position += length;
    byte[] read = input.read(position - length, length);
    return Arrays.copyOf(read, (int) length);
  }

  public String text(long length) throws IOException {
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  /** A text that ends with a NUL byte. */
  public String text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (byte b = bytes(1)[0]; b != 0; b = bytes(1)[0]) {
      text.append((char) b);
    }
    return text.toString();
  }
}
