package org.sockmodel.runtime.trace.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** A file at any place, and pieces of it as bytes. A size that the file cannot have is an {@link EOFException}. */
public final class FileInput {

  /** Bytes behind the data that may be read by mistake. */
  public static final int SLACK = 64;

  /** An array that is there for nobody. */
  public static final byte[] NO_BYTES = {};

  private final FileChannel channel;
  private final long size;

  public FileInput(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  public long size() {
    return size;
  }

  /** An array for so many bytes and {@link #SLACK} behind them: the one that is there, if it is large enough. */
  public static byte[] room(byte[] present, int length) {
    return present.length >= length + SLACK ? present : new byte[length + SLACK];
  }

  /** Reads exactly so many bytes. */
  public byte[] read(long position, long length) throws IOException {
    return read(position, length, NO_BYTES);
  }

  /** Reads exactly so many bytes, into the beginning of {@code present} if they fit. */
  public byte[] read(long position, long length, byte[] present) throws IOException {
    if (length < 0 || length > Integer.MAX_VALUE - SLACK || position > size - length) {
      throw cutShort(position);
    }
    byte[] bytes = room(present, (int) length);
    read(position, bytes, 0, (int) length);
    return bytes;
  }

  /** That there is not all that should be at a place; one that no file of this size has is that of its end. */
  public EOFException cutShort(long position) {
    return new EOFException("it is cut short, or a size in it is wrong, at byte "
        + (Long.compareUnsigned(position, size) < 0 ? position : size));
  }

  /** Reads exactly so many bytes to a place of an array. */
  public void read(long position, byte[] target, int offset, int length) throws IOException {
    if (position < 0 || position > size - length) {
      throw cutShort(position);
    }
    int count = PageReads.fill(channel, position, target, offset, length);
    if (count < length) {
      throw new EOFException("it is cut short at byte " + (position + count));
    }
  }

  public int u16(long position) throws IOException {
    return LittleEndian.i16(read(position, 2), 0) & 0xffff;
  }

  public long u32(long position) throws IOException {
    return LittleEndian.i32(read(position, 4), 0) & 0xffffffffL;
  }

  public long u64(long position) throws IOException {
    return LittleEndian.i64(read(position, 8), 0);
  }
}
