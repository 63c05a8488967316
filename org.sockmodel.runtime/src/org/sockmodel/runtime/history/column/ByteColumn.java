package org.sockmodel.runtime.history.column;

import java.util.Arrays;

/** Bytes in a row, with numbers of variable length on top: seven bits a byte, the lowest first. */
public final class ByteColumn {

  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int PAYLOAD_BITS = 7;
  private static final int MORE = 1 << PAYLOAD_BITS;

  private volatile byte[][] chunks = {new byte[CHUNK]};
  private long size;

  /** Appends a number that is seldom large; for the writer. */
  public void addUnsigned(long value) {
    long rest = value;
    while ((rest & -MORE) != 0) {
      add((byte) (rest | MORE));
      rest >>>= PAYLOAD_BITS;
    }
    add((byte) rest);
  }

  /** Appends a number that is seldom far from zero; for the writer. */
  public void addSigned(long value) {
    addUnsigned(value << 1 ^ value >> Long.SIZE - 1);
  }

  private void add(byte value) {
    int chunk = (int) (size >>> CHUNK_BITS);
    if (chunk == chunks.length) {
      byte[][] more = Arrays.copyOf(chunks, chunk + 1);
      more[chunk] = new byte[CHUNK];
      chunks = more;
    }
    chunks[chunk][(int) size & CHUNK - 1] = value;
    size++;
  }

  /** Where the next number will begin; for the writer. */
  public long size() {
    return size;
  }

  /** How much memory the bytes take. */
  public long bytes() {
    return (long) chunks.length * CHUNK;
  }

  /** Reads numbers one after the other. */
  public final class Cursor {

    private long position;

    /** Goes to where a number begins. */
    public void seek(long newPosition) {
      position = newPosition;
    }

    /** The next number, as {@link #addUnsigned} took it. */
    public long nextUnsigned() {
      long value = 0;
      for (int shift = 0;; shift += PAYLOAD_BITS) {
        byte part = chunks[(int) (position >>> CHUNK_BITS)][(int) position & CHUNK - 1];
        position++;
        value |= (part & MORE - 1L) << shift;
        if (part >= 0) {
          return value;
        }
      }
    }

    /** The next number, as {@link #addSigned} took it. */
    public long nextSigned() {
      long value = nextUnsigned();
      return value >>> 1 ^ -(value & 1);
    }
  }
}
