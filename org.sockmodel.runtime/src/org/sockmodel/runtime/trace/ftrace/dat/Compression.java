package org.sockmodel.runtime.trace.ftrace.dat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.Section;

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
   * Expands {@code length} bytes to exactly {@code size} bytes, with {@link FileInput#SLACK} behind them.
   *
   * @param present an array to put them into, if it is large enough
   */
  byte[] expand(byte[] packed, int offset, int length, long size, byte[] present) throws IOException {
    check(packed, offset, length, size);
    byte[] bytes = FileInput.room(present, (int) size);
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

  /** Expands what is whole: {@code size} bytes, or only those before the first byte that is damaged. */
  Section expandPart(byte[] packed, int offset, int length, long size) throws IOException {
    check(packed, offset, length, size);
    byte[] bytes = FileInput.room(FileInput.NO_BYTES, (int) size);
    int expanded = 0;
    try (InputStream in = stream(new ByteArrayInputStream(packed, offset, length))) {
      for (int read = 0; read >= 0 && expanded < size; expanded += Math.max(0, read)) {
        read = in.read(bytes, expanded, (int) size - expanded);
      }
    } catch (IOException e) {
      // What is missing is missed by whoever reads the section.
    }
    return new Section(bytes, expanded);
  }

  private InputStream stream(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case ZSTD -> new ZstdInputStream(in);
      case ZLIB -> new InflaterInputStream(in);
    };
  }

  private static void check(byte[] packed, int offset, int length, long size) throws IOException {
    if (size < 0 || size > MAX_BYTES || size > (length + 64L) * MAX_RATIO || length < 0
        || length > packed.length - offset) {
      throw new IOException("it holds compressed data of the impossible size of " + size + " bytes");
    }
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
