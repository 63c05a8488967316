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
 * Memory: one chunk, or one page.
 */
final class PageSource {

  private static final int CHUNK_HEADER_BYTES = 8;

  private final DatInput input;
  private final CpuData data;
  private final Compression compression;
  private byte[] bytes = {};
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
    return data.compressed() ? nextChunk() : nextPage();
  }

  private boolean nextPage() throws IOException {
    if (next + data.pageBytes() > data.offset() + data.size()) {
      return false;
    }
    if (bytes.length == 0) {
      bytes = new byte[data.pageBytes() + DatInput.SLACK];
    }
    input.read(next, bytes, 0, data.pageBytes());
    next += data.pageBytes();
    limit = data.pageBytes();
    return true;
  }

  private boolean nextChunk() throws IOException {
    if (chunksLeft < 0) {
      chunksLeft = data.size() == 0 ? 0 : input.u32(next);
      next += 4;
    }
    while (chunksLeft > 0) {
      chunksLeft--;
      long packed = input.u32(next);
      long expanded = input.u32(next + 4);
      byte[] content = input.read(next + CHUNK_HEADER_BYTES, packed);
      bytes = compression.expand(content, 0, (int) packed, expanded);
      next += CHUNK_HEADER_BYTES + packed;
      limit = (int) expanded;
      if (limit >= data.pageBytes()) {
        return true;
      }
    }
    return false;
  }
}
