package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Records of a part of a file, from front to back; they stand in an array, each whole. What follows a record and is not
 * counted to it is passed over.
 */
final class RecordSource {

  private static final int BUFFER_BYTES = 1 << 20;

  private final FileInput input;
  private final long end;
  private final byte[] bytes = new byte[BUFFER_BYTES + FileInput.SLACK];

  /** Where in the file the array's first byte is from, and how many there are. */
  private long base;
  private int limit;
  private int start;
  private int size;

  RecordSource(FileInput input, long start, long end) {
    this.input = input;
    this.base = start;
    this.end = end;
  }

  /**
   * Goes to the next record.
   *
   * @return false at the end
   * @throws IOException if what is there is no whole record; the message says so
   */
  boolean next() throws IOException {
    pass();
    if (position() >= end) {
      return false;
    }
    have(PerfRecords.HEADER_BYTES);
    int length = LittleEndian.i16(bytes, start + 6) & 0xffff;
    if (length < PerfRecords.HEADER_BYTES) {
      throw new IOException("has a record of the impossible length of " + length + " bytes");
    }
    have(length);
    size = length;
    return true;
  }

  /** Goes behind the record, and behind what it says that follows it. */
  private void pass() throws IOException {
    long payload = size == 0 ? 0 : switch (type()) {
      case PerfRecords.HEADER_TRACING_DATA -> LittleEndian.i32(bytes, start + PerfRecords.HEADER_BYTES) & 0xffffffffL;
      case PerfRecords.AUXTRACE -> LittleEndian.i64(bytes, start + PerfRecords.HEADER_BYTES);
      default -> 0;
    };
    start += size;
    size = 0;
    if (payload == 0) {
      return;
    }
    if (payload < 0 || payload > end - position()) {
      throw input.cutShort(end);
    }
    base = position() + payload;
    start = 0;
    limit = 0;
  }

  private void have(int count) throws IOException {
    if (limit - start >= count) {
      return;
    }
    if (end - position() < count) {
      throw input.cutShort(position());
    }
    System.arraycopy(bytes, start, bytes, 0, limit - start);
    base += start;
    limit -= start;
    start = 0;
    int read = (int) Math.min(BUFFER_BYTES - limit, end - base - limit);
    input.read(base + limit, bytes, limit, read);
    limit += read;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the record begins in the array. */
  int start() {
    return start;
  }

  int size() {
    return size;
  }

  int type() {
    return LittleEndian.i32(bytes, start);
  }

  /** Where the record begins in the file. */
  long position() {
    return base + start;
  }
}
