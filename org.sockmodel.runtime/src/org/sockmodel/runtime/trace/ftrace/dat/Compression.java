package org.sockmodel.runtime.trace.ftrace.dat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How the sections of a file are compressed. */
enum Compression {
  NONE, ZSTD, ZLIB;

  /** No section and no chunk is larger. */
  private static final long MAX_BYTES = 512L << 20;

  /** What one compressed byte can become at most; more is damage. */
  private static final long MAX_RATIO = 20_000;

  /** The algorithm of that name, or null. */
  static Compression of(String name) {
    return switch (name) {
      case "none", "" -> NONE;
      case "zstd" -> ZSTD;
      case "zlib" -> ZLIB;
      default -> null;
    };
  }

  /**
   * Expands {@code length} bytes to exactly {@code size} bytes, with {@link DatInput#SLACK} behind them.
   *
   * @param present an array to put them into, if it is large enough
   */
  byte[] expand(byte[] packed, int offset, int length, long size, byte[] present) throws IOException {
    if (size < 0 || size > MAX_BYTES || size > (length + 64L) * MAX_RATIO || length > packed.length - offset) {
      throw new IOException("it holds compressed data of the impossible size of " + size + " bytes");
    }
    byte[] bytes = DatInput.room(present, (int) size);
    long expanded = switch (this) {
      case NONE -> copy(packed, offset, length, bytes, (int) size);
      case ZSTD -> zstd(packed, offset, length, bytes, (int) size);
      case ZLIB -> zlib(packed, offset, length, bytes, (int) size);
    };
    if (expanded != size) {
      throw new IOException("it holds compressed data that are damaged");
    }
    return bytes;
  }

  private static long copy(byte[] packed, int offset, int length, byte[] bytes, int size) {
    System.arraycopy(packed, offset, bytes, 0, Math.min(length, size));
    return length;
  }

  private static long zstd(byte[] packed, int offset, int length, byte[] bytes, int size) {
    try {
      return Zstd.decompressByteArray(bytes, 0, size, packed, offset, length);
    } catch (ZstdException e) {
      return -1;
    }
  }

  private static long zlib(byte[] packed, int offset, int length, byte[] bytes, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed, offset, length);
      return inflater.inflate(bytes, 0, size);
    } catch (DataFormatException e) {
      return -1;
    } finally {
      inflater.end();
    }
  }
}
