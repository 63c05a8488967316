package org.sockmodel.runtime.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Takes the pages of one CPU out of the tracer's ring buffer into a file. */
final class CpuPages implements AutoCloseable {

  private final TracefsInstance instance;
  private final int cpu;
  private final InputStream in;
  private final Path file;
  private final OutputStream out;
  private final byte[] page;

  CpuPages(TracefsInstance instance, int cpu, int pageBytes, Path file) throws IOException {
    this.instance = instance;
    this.cpu = cpu;
    this.file = file;
    page = new byte[pageBytes];
    in = Files.newInputStream(instance.pages(cpu));
    out = Files.newOutputStream(file);
  }

  int cpu() {
    return cpu;
  }

  /** Where the pages are. */
  Path file() {
    return file;
  }

  /**
   * Takes pages until less than so many bytes are left. A read of an empty buffer would block, so that the statistics
   * are asked before each; nobody else reads this buffer.
   */
  void drain(long leastBytes) throws IOException {
    while (instance.statistic(cpu, "entries") > 0 && instance.statistic(cpu, "bytes") >= leastBytes) {
      int length = in.read(page);
      if (length <= 0) {
        return;
      }
      Arrays.fill(page, length, page.length, (byte) 0);
      out.write(page);
    }
  }

  @Override
  public void close() throws IOException {
    try (in; out) {
      out.flush();
    }
  }
}
