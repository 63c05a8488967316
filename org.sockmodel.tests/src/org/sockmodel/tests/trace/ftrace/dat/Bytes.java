package org.sockmodel.tests.trace.ftrace.dat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes that are written one after the other; numbers with their lowest byte first. */
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes u16(int value) {
    return number(value, Short.BYTES);
  }

  Bytes u32(int value) {
    return number(value, Integer.BYTES);
  }

  Bytes u64(long value) {
    return number(value, Long.BYTES);
  }

  Bytes text(String ascii) {
    return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** The length of a text as 64 bits, and the text. */
  Bytes sized(String ascii) {
    return u64(ascii.length()).text(ascii);
  }

  Bytes bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** NUL bytes up to that length. */
  Bytes fill(int length) {
    return bytes(new byte[length - out.size()]);
  }

  int size() {
    return out.size();
  }

  byte[] toArray() {
    return out.toByteArray();
  }

  private Bytes number(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (value >>> 8 * i));
    }
    return this;
  }
}
