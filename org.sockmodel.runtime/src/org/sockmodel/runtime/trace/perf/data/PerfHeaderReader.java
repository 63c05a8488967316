package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Reads the head of a file ({@code struct perf_file_header}). One that {@code perf record -o -} wrote into a pipe has
 * but the first two numbers, and records tell the rest.
 *
 * <pre>
 *   0 magic | 8 size of the head | 16 size of attributes | 24 attributes: offset, size | 40 records | 56
 *   72 flags, 256 bits
 * </pre>
 */
final class PerfHeaderReader {

  static final int PIPE_BYTES = 16;

  private static final int ATTRIBUTES = 24;
  private static final int RECORDS = 40;
  private static final int FLAGS = 72;
  private static final int FLAG_WORDS = 4;
  private static final int HEAD_BYTES = FLAGS + FLAG_WORDS * Long.BYTES;
  /** The place and size of a part of the file. */
  private static final int SECTION_BYTES = 16;
  private static final int MOST_ATTR_BYTES = 1 << 12;

  private final FileInput input;
  private final TraceStatistics statistics;
  private final PerfHeader header = new PerfHeader();

  /**
   * @param statistics where damage is counted that leaves something to read
   */
  PerfHeaderReader(FileInput input, TraceStatistics statistics) {
    this.input = input;
    this.statistics = statistics;
  }

  PerfHeader read() throws IOException {
    if (input.u64(8) == PIPE_BYTES) {
      header.dataStart = PIPE_BYTES;
      header.dataEnd = input.size();
      return header;
    }
    byte[] head = input.read(0, HEAD_BYTES);
    events(LittleEndian.i64(head, 16), LittleEndian.i64(head, ATTRIBUTES), LittleEndian.i64(head, ATTRIBUTES + 8));
    header.dataStart = LittleEndian.i64(head, RECORDS);
    long size = LittleEndian.i64(head, RECORDS + 8);
    long left = input.size() - header.dataStart;
    if (header.dataStart < HEAD_BYTES || left < 0) {
      throw input.cutShort(RECORDS);
    }
    // perf record writes the size when it ends.
    header.dataEnd = header.dataStart + (size <= 0 || size > left ? left : size);
    if (size > 0) {
      features(head);
    }
    return header;
  }

  private void events(long entryBytes, long start, long size) throws IOException {
    if (entryBytes < PerfHeader.LEAST_ATTR_BYTES + SECTION_BYTES || entryBytes > MOST_ATTR_BYTES) {
      throw new IOException("its attributes have the impossible size of " + entryBytes + " bytes");
    }
    byte[] entries = input.read(start, size);
    for (int at = 0; at + entryBytes <= size; at += (int) entryBytes) {
      int section = at + (int) entryBytes - SECTION_BYTES;
      long idBytes = LittleEndian.i64(entries, section + 8);
      byte[] ids = input.read(LittleEndian.i64(entries, section), idBytes);
      header.takeEvent(entries, at, longs(ids, 0, (int) idBytes));
    }
  }

  static long[] longs(byte[] bytes, int start, int length) {
    long[] values = new long[length / Long.BYTES];
    for (int i = 0; i < values.length; i++) {
      values[i] = LittleEndian.i64(bytes, start + i * Long.BYTES);
    }
    return values;
  }

  /** Reads the parts that stand behind the records, of which a table tells where they are. */
  private void features(byte[] head) {
    long entry = header.dataEnd;
    for (int feature = 0; feature < FLAG_WORDS * Long.SIZE; feature++) {
      if ((LittleEndian.i64(head, FLAGS + feature / Long.SIZE * Long.BYTES) >>> feature & 1) != 0) {
        try {
          header.takeFeature(feature, input, input.u64(entry), input.u64(entry + Long.BYTES));
        } catch (IOException e) {
          statistics.unparsed();
          statistics.warn("not all that describes its events or machine can be read (" + e.getMessage() + ")");
        }
        entry += SECTION_BYTES;
      }
    }
  }
}
