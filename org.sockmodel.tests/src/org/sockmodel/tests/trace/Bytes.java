package org.sockmodel.tests.trace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that are written one after the other; numbers with their lowest byte first. */
public final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public Bytes u16(int value) {
    return number(value, Short.BYTES);
  }

  public Bytes u32(int value) {
    return number(value, Integer.BYTES);
  }

  public Bytes u64(long value) {
    return number(value, Long.BYTES);
  }

  public Bytes text(String ascii) {
    return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** The length of a text as 64 bits, and the text. */
  public Bytes sized(String ascii) {
    return u64(ascii.length()).text(ascii);
  }

  public Bytes bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** NUL bytes up to that length. */
  public Bytes fill(int length) {
    return bytes(new byte[length - out.size()]);
  }

  public int size() {
    return out.size();
  }

  public byte[] toArray() {
    return out.toByteArray();
  }

  private Bytes number(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> 8 * i));
    }
    return this;
  }
}
