package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.ftrace.dat.DatHeader.CpuData;

/**
 * Finds the data of each CPU in a section of which the options are missing that tell where they are. The data of a CPU
 * begin at a page of the file; chunks tell their sizes, and pages that are not compressed belong to one CPU as long as
 * their times do not run backwards. CPUs are counted as their data come, so one without data is not counted.
 */
final class LostBuffer {

  private static final int CHUNK_HEADER_BYTES = 8;

  private final FileInput input;
  private final DatHeader header;

  LostBuffer(FileInput input, DatHeader header) {
    this.input = input;
    this.header = header;
  }

  /** Adds what is found in {@code size} bytes from that place of the file on, or in those of them that are there. */
  void find(long start, long size, boolean compressed) throws IOException {
    long end = size < 0 || size > input.size() - start ? input.size() : start + size;
    long at = nextPage(start);
    for (int cpu = 0; cpu < DatHeader.MAX_CPUS && at < end; cpu++) {
      long dataEnd = compressed ? endOfChunks(at, end) : endOfPages(at, end);
      header.data.add(new CpuData(cpu, at, dataEnd - at, header.pageBytes, compressed));
      at = nextPage(Math.max(dataEnd, at + 1));
    }
  }

  private long nextPage(long position) {
    return (position + header.pageBytes - 1) / header.pageBytes * header.pageBytes;
  }

  private long endOfChunks(long start, long end) throws IOException {
    long at = start + Integer.BYTES;
    for (long left = at <= end ? input.u32(start) : 0; left > 0 && at <= end - CHUNK_HEADER_BYTES; left--) {
      at += CHUNK_HEADER_BYTES + input.u32(at);
    }
    return Math.min(at, end);
  }

  private long endOfPages(long start, long end) throws IOException {
    long lastNs = Long.MIN_VALUE;
    long at = start;
    while (at <= end - header.pageBytes) {
      long timeNs = input.u64(at);
      if (timeNs < lastNs) {
        return at;
      }
      lastNs = timeNs;
      at += header.pageBytes;
    }
    return end;
  }
}
