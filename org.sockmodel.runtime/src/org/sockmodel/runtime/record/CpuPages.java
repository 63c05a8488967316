package org.sockmodel.runtime.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.sockmodel.runtime.trace.bytes.PageReads;

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
  private final FileChannel in;
  private final Path file;
  private final FileChannel out;
  private final int pageBytes;
  /** The pages that are not in the file yet, up to its position. */
  private final ByteBuffer unwritten;

  CpuPages(TracefsInstance instance, int cpu, int pageBytes, Path file) throws IOException {
    this.cpu = cpu;
    this.file = file;
    this.pageBytes = pageBytes;
    unwritten = PageReads.memory(Math.max(WRITTEN_BYTES, pageBytes));
    out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    in = FileChannel.open(instance.pages(cpu));
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
    int mostEvents = pageBytes / LEAST_EVENT_BYTES;
    for (statistics.update(); statistics.entries() > 0 && statistics.bytes() >= leastBytes; statistics.update()) {
      for (long pages = (statistics.entries() + mostEvents - 1) / mostEvents; pages > 0; pages--) {
        if (!take()) {
          return;
        }
      }
    }
  }

  private boolean take() throws IOException {
    int end = unwritten.position() + pageBytes;
    if (in.read(unwritten.limit(end)) <= 0) {
      return false;
    }
    while (unwritten.hasRemaining()) {
      unwritten.put((byte) 0);
    }
    if (end + pageBytes > unwritten.capacity()) {
      write();
    }
    return true;
  }

  private void write() throws IOException {
    unwritten.flip();
    while (unwritten.hasRemaining()) {
      out.write(unwritten);
    }
    unwritten.clear();
  }

  @Override
  public void close() throws IOException {
    try (statistics; in; out) {
      write();
    }
  }
}
