package org.sockmodel.runtime.trace.perf.data;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Writes the records of a file anew, with those in place of {@code PERF_RECORD_COMPRESSED} that it holds: pieces of one
 * zstd stream, at whose ends records may be cut.
 */
final class Unpacking {

  private static final int BUFFER_BYTES = 1 << 18;

  private final FileInput input;
  private final TraceStatistics statistics;
  private final ByteBuffer packed = ByteBuffer.allocateDirect(PerfRecords.MOST_BYTES);
  private final ByteBuffer plain = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final byte[] copy = new byte[BUFFER_BYTES];

  /**
   * @param statistics where damage is counted that leaves something to read
   */
  Unpacking(FileInput input, TraceStatistics statistics) {
    this.input = input;
    this.statistics = statistics;
  }

  /** Writes the records of a part of the file, up to what is damaged. */
  void write(long start, long end, OutputStream out) throws IOException {
    try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
      RecordSource source = new RecordSource(input, start, end);
      while (isNext(source)) {
        byte[] bytes = source.bytes();
        int at = source.start() + PerfRecords.HEADER_BYTES;
        int length = source.size() - PerfRecords.HEADER_BYTES;
        switch (source.type()) {
          case PerfRecords.COMPRESSED -> unpack(zstd, bytes, at, length, out);
          case PerfRecords.COMPRESSED2 -> unpack(zstd, bytes, at + Long.BYTES, size(bytes, at, length), out);
          // They were looked at before, and what follows them is passed over.
          case PerfRecords.HEADER_ATTR, PerfRecords.HEADER_TRACING_DATA, PerfRecords.AUXTRACE -> { }
          default -> out.write(bytes, source.start(), source.size());
        }
      }
    } catch (ZstdException e) {
      damaged("it holds compressed data that are damaged");
    }
  }

  private boolean isNext(RecordSource source) {
    try {
      return source.next();
    } catch (IOException e) {
      damaged("it " + e.getMessage());
      return false;
    }
  }

  /** {@code PERF_RECORD_COMPRESSED2} tells how much of it is data, as records are padded. */
  private static int size(byte[] bytes, int at, int length) {
    long size = LittleEndian.i64(bytes, at);
    return (int) Math.max(0, Math.min(size, length - Long.BYTES));
  }

  private void unpack(ZstdDecompressCtx zstd, byte[] bytes, int start, int length, OutputStream out)
      throws IOException {
    packed.clear().put(bytes, start, length).flip();
    do {
      plain.clear();
      zstd.decompressDirectByteBufferStream(plain, packed);
      int count = plain.flip().remaining();
      plain.get(copy, 0, count);
      out.write(copy, 0, count);
      // A full buffer may leave something in the decompressor.
    } while (packed.hasRemaining() || plain.limit() == plain.capacity());
  }

  private void damaged(String what) {
    statistics.unparsed();
    statistics.warn(what + "; what could be read was read");
  }
}
