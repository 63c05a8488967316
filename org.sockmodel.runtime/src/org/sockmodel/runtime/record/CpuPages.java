package org.sockmodel.runtime.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Takes the pages of one CPU out of the tracer's ring buffer into a file. Cost: little more than a system call for each
 * page; more would fill the buffers with the recorder's own calls.
 */
final class CpuPages implements AutoCloseable {

  /** A record takes a word and its data, of which there are at least four bytes. */
  private static final int LEAST_EVENT_BYTES = 8;
  static final int WRITTEN_BYTES = 1 << 16;

  private final int cpu;
  private final BufferStatistics statistics;
  private final InputStream in;
  private final Path file;
  private final OutputStream out;
  private final byte[] page;

  CpuPages(TracefsInstance instance, int cpu, int pageBytes, Path file) throws IOException {
    this.cpu = cpu;
    this.file = file;
    page = new byte[pageBytes];
    out = new BufferedOutputStream(Files.newOutputStream(file), WRITTEN_BYTES);
    in = Files.newInputStream(instance.pages(cpu));
    statistics = new BufferStatistics(instance.statistics(cpu));
  }

  int cpu() {
    return cpu;
  }

  /** Where the pages are. */
  Path file() {
    return file;
  }

  /**
   * Takes pages until less than so many bytes are left. A read of an empty buffer would block, so that the kernel is
   * asked how many events there are, and only so many pages are read as these fill at least; nobody else reads this
   * buffer.
   */
  void drain(long leastBytes) throws IOException {
    int mostEvents = page.length / LEAST_EVENT_BYTES;
    for (statistics.update(); statistics.entries() > 0 && statistics.bytes() >= leastBytes; statistics.update()) {
      for (long pages = (statistics.entries() + mostEvents - 1) / mostEvents; pages > 0; pages--) {
        if (!take()) {
          return;
        }
      }
    }
  }

  private boolean take() throws IOException {
    int length = in.read(page);
    if (length > 0) {
      Arrays.fill(page, length, page.length, (byte) 0);
      out.write(page);
    }
    return length > 0;
  }

  @Override
  public void close() throws IOException {
    try (statistics; in; out) {
      out.flush();
    }
  }
}
