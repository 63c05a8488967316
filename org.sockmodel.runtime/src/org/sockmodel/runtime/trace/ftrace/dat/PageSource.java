package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import org.sockmodel.runtime.trace.ftrace.dat.DatHeader.CpuData;

/**
 * The pages of one CPU's ring buffer, one after the other. Compressed data are chunks of pages:
 *
 * <pre>
 *   count of chunks u32 | compressed size u32, expanded size u32, data | compressed size ...
 * </pre>
 *
 * Memory: one chunk as it is and as it is in the file, or some pages; used again for what comes next.
 */
final class PageSource {

  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int READ_BYTES = 1 << 16;

  private final DatInput input;
  private final CpuData data;
  private final Compression compression;
  private byte[] bytes = DatInput.NO_BYTES;
  private byte[] packed = DatInput.NO_BYTES;
  private int start;
  private int limit;
  private long next;
  private long chunksLeft;

  PageSource(DatInput input, CpuData data, Compression compression) {
    this.input = input;
    this.data = data;
    this.compression = compression;
    this.next = data.offset();
    this.chunksLeft = -1;
    this.start = -data.pageBytes();
  }

  /** The array that holds the current page. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the current page begins. */
  int start() {
    return start;
  }

  /** Goes to the next page; false at the end. */
  boolean next() throws IOException {
    start += data.pageBytes();
    if (start + data.pageBytes() <= limit) {
      return true;
    }
    start = 0;
    return data.compressed() ? nextChunk() : nextPages();
  }

  /** Reads the next pages at once; of a file that is cut, those that are there. */
  private boolean nextPages() throws IOException {
    long left = data.offset() + data.size() - next;
    if (left < data.pageBytes()) {
      return false;
    }
    long there = Math.min(left, input.size() - next);
    long pages = Math.max(1, Math.min(READ_BYTES, there) / data.pageBytes());
    limit = (int) pages * data.pageBytes();
    bytes = input.read(next, limit, bytes);
    next += limit;
    return true;
  }

  private boolean nextChunk() throws IOException {
    if (chunksLeft < 0) {
      chunksLeft = data.size() == 0 ? 0 : input.u32(next);
      next += 4;
    }
    while (chunksLeft > 0) {
      chunksLeft--;
      long length = input.u32(next);
      long expanded = input.u32(next + 4);
      packed = input.read(next + CHUNK_HEADER_BYTES, length, packed);
      bytes = compression.expand(packed, 0, (int) length, expanded, bytes);
      next += CHUNK_HEADER_BYTES + length;
      limit = (int) expanded;
      if (limit >= data.pageBytes()) {
        return true;
      }
    }
    return false;
  }
}
