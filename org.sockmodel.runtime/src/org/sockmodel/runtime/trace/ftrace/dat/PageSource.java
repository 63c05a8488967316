package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.ftrace.dat.DatHeader.CpuData;

/**
 * The pages of one CPU's ring buffer, one after the other. Compressed data are chunks of pages:
 *
 * <pre>
 *   count of chunks u32 | compressed size u32, expanded size u32, data | compressed size ...
 * </pre>
 *
 * The size of compressed data leaves the count out. Memory: one chunk as it is and as it is in the file, or some pages;
 * used again for what comes next.
 */
final class PageSource {

  private static final int COUNT_BYTES = 4;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int READ_BYTES = 1 << 16;

  private final FileInput input;
  private final CpuData data;
  private final Compression compression;
  private byte[] bytes = FileInput.NO_BYTES;
  private byte[] packed = FileInput.NO_BYTES;
  private int start;
  private int limit;
  private long next;
  private long chunksLeft;

  PageSource(FileInput input, CpuData data, Compression compression) {
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

  /** Goes to the next page; false at the end. After an exception the next call goes on behind what is damaged. */
  boolean next() throws IOException {
    start += data.pageBytes();
    if (start + data.pageBytes() <= limit) {
      return true;
    }
    start = 0;
    limit = 0;
    return data.compressed() ? nextChunk() : nextPages();
  }

  /** Reads the next pages at once; of a file that is cut, those that are there. */
  private boolean nextPages() throws IOException {
    long left = data.offset() + data.size() - next;
    if (left < data.pageBytes()) {
      return false;
    }
    long there = Math.min(left, input.size() - next);
    long pages = Math.min(READ_BYTES, there) / data.pageBytes();
    if (pages <= 0) {
      long missing = next;
      next = data.offset() + data.size();
      throw input.cutShort(missing);
    }
    int length = (int) pages * data.pageBytes();
    bytes = input.read(next, length, bytes);
    limit = length;
    next += length;
    return true;
  }

  private boolean nextChunk() throws IOException {
    if (chunksLeft < 0) {
      chunksLeft = data.size() == 0 ? 0 : input.u32(next);
      next += COUNT_BYTES;
    }
    while (chunksLeft > 0) {
      if (readChunk()) {
        return true;
      }
    }
    return false;
  }

  /** Reads the next chunk, which is passed over if it is damaged; whether it holds a page. */
  private boolean readChunk() throws IOException {
    long left = data.offset() + COUNT_BYTES + data.size() - next - CHUNK_HEADER_BYTES;
    long length = left < 0 || next > input.size() - CHUNK_HEADER_BYTES ? Long.MAX_VALUE : input.u32(next);
    if (length > left) {
      chunksLeft = 0;
      throw input.cutShort(next);
    }
    long expanded = input.u32(next + 4);
    long start = next + CHUNK_HEADER_BYTES;
    next = start + length;
    chunksLeft--;
    packed = input.read(start, length, packed);
    bytes = compression.expand(packed, 0, (int) length, expanded, bytes);
    limit = (int) expanded;
    return limit >= data.pageBytes();
  }
}
