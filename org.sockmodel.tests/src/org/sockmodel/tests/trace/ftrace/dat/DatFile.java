package org.sockmodel.tests.trace.ftrace.dat;

import com.github.luben.zstd.Zstd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.sockmodel.tests.trace.Bytes;
import org.sockmodel.tests.trace.Formats;

/**
 * Makes a small {@code trace.dat} of version 7: one CPU, whose events are {@code softirq_exit} or
 * those whose formats are added. Source:
 * trace-cmd.dat.v7(5), and {@code struct buffer_data_page} of kernel/trace/ring_buffer.c for the pages.
 */
final class DatFile {

  private static final int PAGE_BYTES = 4096;
  private static final int HEADER_BYTES = 16;
  private static final int EVENT_ID = 7;
  private static final int MISSED_EVENTS = 1 << 31;
  private static final int MISSED_STORED = 1 << 30;

  private static final int OPTIONS = 0;
  private static final int CPU_STATS = 2;
  private static final int BUFFER = 3;
  private static final int CLOCK = 4;
  private static final int UNAME = 5;
  private static final int CPU_COUNT = 8;

  private static final String PAGE_FORMAT = """
      \tfield: u64 timestamp;\toffset:0;\tsize:8;\tsigned:0;
      \tfield: local_t commit;\toffset:8;\tsize:8;\tsigned:1;
      \tfield: int overwrite;\toffset:8;\tsize:1;\tsigned:1;
      \tfield: char data;\toffset:16;\tsize:4080;\tsigned:1;
      """;
  private static final String RECORD_FORMAT = """
      # compressed entry header
      \ttype_len    :    5 bits
      \ttime_delta  :   27 bits
      \tarray       :   32 bits
      """;

  private final String compression;
  /** Of each buffer of the tracer. */
  private final List<List<byte[]>> buffers = new ArrayList<>(List.of(new ArrayList<>()));
  private final List<String> names = new ArrayList<>(List.of(""));
  private final Bytes sections = new Bytes();
  private final Bytes options = new Bytes();
  private String clock = "mono";
  private String stats = "";
  private String uname = "";
  private String tasks = "1 a\n";
  private final List<String> formats = new ArrayList<>(List.of(Formats.SOFTIRQ_EXIT));
  private int sectionsStart;

  /** A file that is compressed with {@code none}, {@code zstd} or {@code zlib}. */
  DatFile(String compression) {
    this.compression = compression;
  }

  /** Names the tracer's clock. */
  DatFile clock(String name) {
    clock = name;
    return this;
  }

  /** Adds what the kernel tells of a CPU's buffer, {@code per_cpu/cpu0/stats}. */
  DatFile stats(String text) {
    stats = text;
    return this;
  }

  /** Adds what is to be added to all times: an option's number, 1 for microseconds and 7 for nanoseconds. */
  DatFile shift(int id, String text) {
    option(id, new Bytes().text(text + "\0"));
    return this;
  }

  /** Names the machine, as {@code uname -srnm} does. */
  DatFile uname(String text) {
    uname = text;
    return this;
  }

  /** Names the tasks, as {@code saved_cmdlines} does. */
  DatFile tasks(String text) {
    tasks = text;
    return this;
  }

  /** Adds a kind of event: the text of its {@code format} file. */
  DatFile format(String text) {
    formats.add(text);
    return this;
  }

  /**
   * Adds a page of records of any kind, none longer than 112 bytes.
   *
   * @param timeNs when its first event was; each of the others is 1000 ns after the one before
   */
  DatFile records(long timeNs, byte[]... records) {
    Bytes data = new Bytes();
    for (byte[] record : records) {
      data.u32((data.size() == 0 ? 0 : 1000) << 5 | record.length / Integer.BYTES).bytes(record);
    }
    pages().add(new Bytes().u64(timeNs).u64(data.size()).bytes(data.toArray()).fill(PAGE_BYTES).toArray());
    return this;
  }

  /** Adds an instance of the tracer, to which pages are added from now on. */
  DatFile instance(String name) {
    names.add(name);
    buffers.add(new ArrayList<>());
    return this;
  }

  /**
   * Adds a page.
   *
   * @param timeNs when its first event was; each of the others is 1000 ns after the one before
   * @param lost how many events were lost before; -1: some, the kernel does not tell how many; 0: none
   * @param vectors those of the events
   */
  DatFile page(long timeNs, long lost, int... vectors) {
    Bytes records = new Bytes();
    for (int vector : vectors) {
      int sinceLast = records.size() == 0 ? 0 : 1000;
      records.u32(sinceLast << 5 | 3).u16(EVENT_ID).u16(0).u32(1).u32(vector);
    }
    int flags = lost == 0 ? 0 : lost < 0 ? MISSED_EVENTS : MISSED_EVENTS | MISSED_STORED;
    pages().add(new Bytes().u64(timeNs).u64((records.size() | flags) & 0xffffffffL).bytes(records.toArray()).u64(lost)
        .fill(PAGE_BYTES).toArray());
    return this;
  }

  /** The whole file. */
  byte[] toArray() {
    Bytes file = new Bytes().u16(0x0817).text("Dtracing7\0\0\b").u32(PAGE_BYTES).text(compression + "\0" + "1.0\0");
    sectionsStart = file.size() + Long.BYTES;
    section(16, new Bytes().text("header_page\0").sized(PAGE_FORMAT).text("header_event\0").sized(RECORD_FORMAT));
    section(17, new Bytes().u32(0));
    Bytes events = new Bytes().u32(1).text("irq\0").u32(formats.size());
    formats.forEach(events::sized);
    section(18, events);
    section(19, new Bytes().u32(0));
    section(20, new Bytes().u32(0));
    section(21, new Bytes().sized(tasks));
    option(CPU_COUNT, new Bytes().u32(1));
    option(CPU_STATS, new Bytes().text("CPU: 0\n" + stats + "\0"));
    option(CLOCK, new Bytes().text("local [" + clock + "]\n\0"));
    if (!uname.isEmpty()) {
      option(UNAME, new Bytes().text(uname + "\0"));
    }
    for (int i = 0; i < buffers.size(); i++) {
      data(names.get(i), buffers.get(i));
    }
    option(OPTIONS, new Bytes().u64(0));
    int first = position();
    header(OPTIONS, false, options.size());
    return file.u64(first).bytes(sections.bytes(options.toArray()).toArray()).toArray();
  }

  /** Everything that describes the data, as trace-cmd writes it. */
  private void section(int id, Bytes content) {
    option(id, new Bytes().u64(position()));
    byte[] stored = isPacked() ? packed(content.toArray()) : content.toArray();
    header(id, isPacked(), stored.length);
    sections.bytes(stored);
  }

  /** Those of the last buffer. */
  private List<byte[]> pages() {
    return buffers.get(buffers.size() - 1);
  }

  /** The pages, which begin where a page of the file does; compressed, each is a chunk. */
  private void data(String name, List<byte[]> pages) {
    int start = position();
    int dataStart = (start + HEADER_BYTES + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    Bytes stored = new Bytes();
    pages.forEach(page -> stored.bytes(isPacked() ? packed(page) : page));
    header(BUFFER, isPacked(), dataStart - start - HEADER_BYTES + (isPacked() ? Integer.BYTES : 0) + stored.size());
    sections.fill(dataStart - sectionsStart);
    if (isPacked()) {
      sections.u32(pages.size());
    }
    sections.bytes(stored.toArray());
    option(BUFFER, new Bytes().u64(start).text(name + "\0" + clock + "\0").u32(PAGE_BYTES).u32(1).u32(0).u64(dataStart)
        .u64(stored.size()));
  }

  private void option(int id, Bytes value) {
    options.u16(id).u32(value.size()).bytes(value.toArray());
  }

  private void header(int id, boolean compressed, int size) {
    sections.u16(id).u16(compressed ? 1 : 0).u32(0).u64(size);
  }

  private int position() {
    return sectionsStart + sections.size();
  }

  private boolean isPacked() {
    return !compression.equals("none");
  }

  /** Compressed bytes after their number and the number of what they become. */
  private byte[] packed(byte[] content) {
    byte[] packed = compression.equals("zlib") ? deflated(content) : Zstd.compress(content);
    return new Bytes().u32(packed.length).u32(content.length).bytes(packed).toArray();
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(content);
      deflater.finish();
      byte[] packed = new byte[content.length + 64];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    } finally {
      deflater.end();
    }
  }
}
