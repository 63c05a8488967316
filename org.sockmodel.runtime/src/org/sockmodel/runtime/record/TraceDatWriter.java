package org.sockmodel.runtime.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Writes a {@code trace.dat} of version 6 from pages of the tracer's buffer and the descriptions that tracefs gives of
 * them. Source: trace-cmd.dat.v6(5).
 *
 * <pre>
 *   magic | formats of pages and events | kallsyms | printk formats | command lines | options | pages of each CPU
 * </pre>
 */
final class TraceDatWriter implements AutoCloseable {

  private static final byte[] MAGIC = {0x17, 0x08, 0x44};
  private static final int OPTION_TRACECLOCK = 4;
  private static final int CPU_ENTRY_BYTES = 16;

  private final OutputStream out;
  private long position;

  TraceDatWriter(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /** The magic, and how the pages of the buffer look. */
  void header(int pageBytes, byte[] pageFormat, byte[] eventHeader) throws IOException {
    bytes(MAGIC);
    text("tracing");
    text("6\0");
    bytes(new byte[] {0, Long.BYTES});
    u32(pageBytes);
    text("header_page\0");
    sized(pageFormat);
    text("header_event\0");
    sized(eventHeader);
  }

  /** The formats of events by their systems; the tracer's own events, of which none is recorded, are left out. */
  void formats(Map<String, List<byte[]>> systems) throws IOException {
    u32(0);
    u32(systems.size());
    for (Map.Entry<String, List<byte[]>> system : systems.entrySet()) {
      text(system.getKey() + "\0");
      u32(system.getValue().size());
      for (byte[] event : system.getValue()) {
        sized(event);
      }
    }
  }

  /** What the texts of events refer to. */
  void names(byte[] kallsyms, byte[] printkFormats, byte[] commandLines) throws IOException {
    u32(kallsyms.length);
    bytes(kallsyms);
    u32(printkFormats.length);
    bytes(printkFormats);
    sized(commandLines);
  }

  /** The clock, as the file {@code trace_clock} shows it, and the pages of CPU 0, 1, ...; null is a CPU without any. */
  void data(String clock, Path[] pages, int pageBytes) throws IOException {
    u32(pages.length);
    text("options  \0");
    u16(OPTION_TRACECLOCK);
    byte[] text = (clock.strip() + "\0").getBytes(StandardCharsets.US_ASCII);
    u32(text.length);
    bytes(text);
    u16(0);
    text("flyrecord\0");
    long offset = aligned(position + (long) CPU_ENTRY_BYTES * pages.length + Long.BYTES + text.length, pageBytes);
    for (Path page : pages) {
      long size = page == null ? 0 : Files.size(page);
      u64(offset);
      u64(size);
      offset = aligned(offset + size, pageBytes);
    }
    sized(text);
    for (Path page : pages) {
      bytes(new byte[(int) (aligned(position, pageBytes) - position)]);
      if (page != null) {
        out.flush();
        position += Files.copy(page, out);
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static long aligned(long offset, int pageBytes) {
    return (offset + pageBytes - 1) / pageBytes * pageBytes;
  }

  private void sized(byte[] content) throws IOException {
    u64(content.length);
    bytes(content);
  }

  private void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void u16(int value) throws IOException {
    byte[] bytes = new byte[2];
    LittleEndian.put16(bytes, 0, value);
    bytes(bytes);
  }

  private void u32(int value) throws IOException {
    byte[] bytes = new byte[4];
    LittleEndian.put32(bytes, 0, value);
    bytes(bytes);
  }

  private void u64(long value) throws IOException {
    byte[] bytes = new byte[8];
    LittleEndian.put64(bytes, 0, value);
    bytes(bytes);
  }

  private void bytes(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
