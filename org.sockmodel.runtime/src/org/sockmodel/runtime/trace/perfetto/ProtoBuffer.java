package org.sockmodel.runtime.trace.perfetto;

import java.util.Arrays;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Messages in the encoding of protocol buffers. A nested message's length has room for four bytes, so that its content
 * can be written before its length is known.
 */
final class ProtoBuffer {

  private static final int LENGTH_BYTES = 4;
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int MAX_VARINT_BYTES = 10;

  private byte[] bytes = new byte[4096];
  private int size;

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Writes a number; a negative one takes ten bytes, as protocol buffers have it. */
  void number(int field, long value) {
    reserve(2 * MAX_VARINT_BYTES);
    varint((long) field << 3 | VARINT);
    varint(value);
  }

  /** Writes a number that takes eight bytes whatever it is. */
  void fixed(int field, long value) {
    reserve(MAX_VARINT_BYTES + Long.BYTES);
    varint((long) field << 3 | FIXED64);
    LittleEndian.put64(bytes, size, value);
    size += Long.BYTES;
  }

  void text(int field, byte[] utf8) {
    reserve(2 * MAX_VARINT_BYTES + utf8.length);
    varint((long) field << 3 | LENGTH_DELIMITED);
    varint(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  /** Begins a message; what to give to {@link #end}. */
  int begin(int field) {
    reserve(MAX_VARINT_BYTES + LENGTH_BYTES);
    varint((long) field << 3 | LENGTH_DELIMITED);
    size += LENGTH_BYTES;
    return size;
  }

  void end(int begun) {
    int length = size - begun;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      int more = i < LENGTH_BYTES - 1 ? 0x80 : 0;
      bytes[begun - LENGTH_BYTES + i] = (byte) (length >>> 7 * i & 0x7f | more);
    }
  }

  /** Writes a message whose content is in another buffer. */
  void message(int field, ProtoBuffer content) {
    reserve(2 * MAX_VARINT_BYTES + content.size);
    varint((long) field << 3 | LENGTH_DELIMITED);
    varint(content.size);
    append(content);
  }

  void append(ProtoBuffer content) {
    reserve(content.size);
    System.arraycopy(content.bytes, 0, bytes, size, content.size);
    size += content.size;
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
