package org.sockmodel.tests.trace.ctf;

import java.io.ByteArrayOutputStream;

/** Writes numbers of any width, bit by bit, in either byte order, as CTF 1.8 lays them out. */
final class BitWriter {

  private final boolean bigEndian;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int current;
  private int used;

  BitWriter(boolean bigEndian) {
    this.bigEndian = bigEndian;
  }

  BitWriter put(long value, int size) {
    for (int i = 0; i < size; i++) {
      long bit = bigEndian ? value >>> size - 1 - i & 1 : value >>> i & 1;
      current |= (int) bit << (bigEndian ? 7 - used : used);
      if (++used == 8) {
        bytes.write(current);
        current = 0;
        used = 0;
      }
    }
    return this;
  }

  /** Whole bytes least significant first, or most significant first if big-endian. */
  BitWriter number(long value, int sizeBytes) {
    align(8);
    for (int i = 0; i < sizeBytes; i++) {
      int shift = 8 * (bigEndian ? sizeBytes - 1 - i : i);
      bytes.write((int) (value >>> shift));
    }
    return this;
  }

  BitWriter text(String text) {
    align(8);
    for (char c : text.toCharArray()) {
      bytes.write(c);
    }
    bytes.write(0);
    return this;
  }

  BitWriter align(int bits) {
    while ((bytes.size() * 8 + used) % bits != 0) {
      put(0, 1);
    }
    return this;
  }

  byte[] bytes() {
    align(8);
    return bytes.toByteArray();
  }
}
