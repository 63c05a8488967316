package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.ftrace.dat.DatHeader.CpuData;

/** Reads what stands before the data in a {@code trace.dat} of version 6 or 7. */
final class DatHeaderReader {

  /** The first bytes of every file. */
  static final byte[] MAGIC = {0x17, 0x08, 0x44, 't', 'r', 'a', 'c', 'i', 'n', 'g'};

  private static final Pattern COMMIT = Pattern.compile("field: *local_t commit;\\s*offset:8;\\s*size:(\\d)");
  private static final Pattern DATA = Pattern.compile("field: *char data;\\s*offset:(\\d{1,3})");

  private static final int OPTION_DONE = 0;
  private static final int OPTION_UNAME = 5;
  private static final int OPTION_BUFFER = 3;
  private static final int OPTION_CPU_COUNT = 8;
  private static final int OPTION_HEADER_INFO = 16;
  private static final int OPTION_FTRACE_EVENTS = 17;
  private static final int OPTION_EVENT_FORMATS = 18;
  private static final int OPTION_KALLSYMS = 19;
  private static final int OPTION_COMMAND_LINES = 21;

  private static final int SECTION_HEADER_BYTES = 16;
  private static final int COMPRESSED = 1;
  private static final int MAX_CPUS = 4096;

  private final String name;
  private final DatInput input;
  private final DatHeader header = new DatHeader();

  DatHeaderReader(String name, DatInput input) {
    this.name = name;
    this.input = input;
  }

  DatHeader read() throws IOException, TraceException {
    byte[] start = input.read(0, Math.min(input.size(), 256));
    Section section = new Section(start);
    if (!Arrays.equals(section.bytes(MAGIC.length), MAGIC)) {
      throw new TraceException(name + " is no trace.dat");
    }
    String version = section.text();
    byte[] sizes = section.bytes(2);
    if (sizes[0] != 0) {
      throw new TraceException(name + " was recorded on a big-endian machine, which is not read; "
          + "print it with trace-cmd report -t and open that");
    }
    header.pageBytes = checkedPage(section.i32());
    switch (version) {
      case "6" -> readVersion6(section.position());
      case "7" -> readVersion7(section);
      default -> throw new TraceException(name + " is a trace.dat of version " + version + "; 6 and 7 are read");
    }
    return header;
  }

  private void readVersion7(Section start) throws IOException, TraceException {
    String algorithm = start.text();
    start.text();
    header.compression = Compression.of(algorithm);
    if (header.compression == null) {
      throw new TraceException(name + " is compressed with " + algorithm
          + ", which is not known; none, zstd and zlib are");
    }
    long options = start.u64();
    Set<Long> seen = new HashSet<>();
    while (options != 0) {
      if (!seen.add(options)) {
        throw new IOException("its options go round in a circle");
      }
      options = options(new Section(section(options)));
    }
  }

  /** Reads one section of options; where the next one is, or 0. */
  private long options(Section section) throws IOException {
    while (section.hasMore()) {
      int id = section.u16();
      Section option = section.part(section.i32());
      switch (id) {
        case OPTION_DONE -> {
          return option.hasMore() ? option.u64() : 0;
        }
        case OPTION_CPU_COUNT -> header.cpus = Math.min(option.i32(), MAX_CPUS);
        case OPTION_HEADER_INFO -> headerInfo(new Section(section(option.u64())));
        case OPTION_FTRACE_EVENTS -> ftraceFormats(new Section(section(option.u64())));
        case OPTION_EVENT_FORMATS -> eventFormats(new Section(section(option.u64())));
        case OPTION_KALLSYMS -> {
          Section text = new Section(section(option.u64()));
          header.kallsyms = text.bytes(text.i32());
        }
        case OPTION_COMMAND_LINES -> {
          Section text = new Section(section(option.u64()));
          header.commandLines = text.bytes(text.u64());
        }
        case OPTION_BUFFER -> buffer(option);
        case OPTION_UNAME -> header.origin = origin(option.rest());
        default -> {
          continue;
        }
      }
    }
    return 0;
  }

  /** The machine of {@code Linux HOST RELEASE MACHINE}; NUL bytes at the end are blanks. */
  private static TraceOrigin origin(String uname) {
    String[] words = uname.trim().split(" +");
    return words.length < 3 ? TraceOrigin.UNKNOWN : new TraceOrigin(words[1], words[2], "", 0);
  }

  private void buffer(Section option) throws IOException {
    boolean compressed = (input.u16(option.u64() + 2) & COMPRESSED) != 0;
    String buffer = option.text();
    option.text();
    int page = checkedPage(option.i32());
    int count = option.i32();
    for (int i = 0; i < count; i++) {
      int cpu = option.i32();
      header.data.add(new CpuData(buffer, cpu, option.u64(), option.u64(), page, compressed));
    }
  }

  /** A section's content, expanded if it is compressed, with {@link DatInput#SLACK} behind it. */
  private byte[] section(long offset) throws IOException {
    int flags = input.u16(offset + 2);
    long size = input.u64(offset + 8);
    byte[] content = input.read(offset + SECTION_HEADER_BYTES, size);
    if ((flags & COMPRESSED) == 0) {
      return content;
    }
    Section sizes = new Section(content);
    int packed = sizes.i32();
    long expanded = sizes.i32() & 0xffffffffL;
    return header.compression.expand(content, sizes.position(), Math.min(packed, content.length - sizes.position()),
        expanded, DatInput.NO_BYTES);
  }

  private void readVersion6(long start) throws IOException, TraceException {
    Version6 file = new Version6(input, start);
    headerInfo(file);
    int count = file.i32();
    for (int i = 0; i < count; i++) {
      addFormat(file.text(file.u64()));
    }
    int systems = file.i32();
    for (int i = 0; i < systems; i++) {
      file.text();
      int events = file.i32();
      for (int k = 0; k < events; k++) {
        addFormat(file.text(file.u64()));
      }
    }
    header.kallsyms = file.bytes(file.i32());
    file.bytes(file.i32());
    header.commandLines = file.bytes(file.u64());
    header.cpus = Math.min(file.i32(), MAX_CPUS);
    String kind = file.text(10);
    while (kind.startsWith("options")) {
      version6Options(file);
      kind = file.text(10);
    }
    if (!kind.startsWith("flyrecord")) {
      throw new TraceException(name + " holds the text of a latency tracer; print it with trace-cmd report -t and "
          + "open that");
    }
    version6Data("", file, header.cpus);
  }

  private void version6Options(Version6 file) throws IOException {
    for (int id = file.u16(); id != 0; id = file.u16()) {
      long size = file.i32();
      if (id == OPTION_BUFFER && size > 8) {
        long offset = file.u64();
        String buffer = file.text(size - 8);
        int end = buffer.indexOf(0);
        Version6 data = new Version6(input, offset);
        if (data.text(10).startsWith("flyrecord")) {
          version6Data(end < 0 ? buffer : buffer.substring(0, end), data, header.cpus);
        }
      } else if (id == OPTION_UNAME) {
        header.origin = origin(file.text(size));
      } else {
        file.bytes(size);
      }
    }
  }

  private void version6Data(String buffer, Version6 file, int cpus) throws IOException {
    for (int cpu = 0; cpu < cpus; cpu++) {
      header.data.add(new CpuData(buffer, cpu, file.u64(), file.u64(), header.pageBytes, false));
    }
  }

  private void headerInfo(Section section) throws IOException {
    section.text(12);
    pageFormat(section.text(section.u64()));
  }

  private void headerInfo(Version6 file) throws IOException {
    file.text(12);
    pageFormat(file.text(file.u64()));
    file.text(13);
    file.text(file.u64());
  }

  private void pageFormat(String format) {
    Matcher commit = COMMIT.matcher(format);
    Matcher data = DATA.matcher(format);
    if (commit.find() && data.find()) {
      header.commitBytes = commit.group(1).equals("4") ? 4 : 8;
      header.dataOffset = Integer.parseInt(data.group(1));
    }
  }

  private void ftraceFormats(Section section) throws IOException {
    int count = section.i32();
    for (int i = 0; i < count; i++) {
      addFormat(section.text(section.u64()));
    }
  }

  private void eventFormats(Section section) throws IOException {
    int systems = section.i32();
    for (int i = 0; i < systems; i++) {
      section.text();
      int events = section.i32();
      for (int k = 0; k < events; k++) {
        addFormat(section.text(section.u64()));
      }
    }
  }

  private void addFormat(String text) {
    int id = EventFormat.id(text);
    if (id >= 0) {
      header.formats.put(id, text);
    }
  }

  private static int checkedPage(int bytes) throws IOException {
    if (bytes < 64 || bytes > 1 << 20) {
      throw new IOException("its pages have the impossible size of " + bytes + " bytes");
    }
    return bytes;
  }

  /** The file itself, read from front to back. */
  private static final class Version6 {

    private final DatInput input;
    private long position;

    Version6(DatInput input, long position) {
      this.input = input;
      this.position = position;
    }

    int u16() throws IOException {
      position += 2;
      return input.u16(position - 2);
    }

    int i32() throws IOException {
      position += 4;
      return (int) input.u32(position - 4);
    }

    long u64() throws IOException {
      position += 8;
      return input.u64(position - 8);
    }

    byte[] bytes(long length) throws IOException {
      position += length;
      byte[] read = input.read(position - length, length);
      return Arrays.copyOf(read, (int) length);
    }

    String text(long length) throws IOException {
      return new String(bytes(length), StandardCharsets.UTF_8);
    }

    String text() throws IOException {
      StringBuilder text = new StringBuilder();
      for (byte b = bytes(1)[0]; b != 0; b = bytes(1)[0]) {
        text.append((char) b);
      }
      return text.toString();
    }
  }
}
