package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.Section;
import org.sockmodel.runtime.trace.ftrace.CountingClocks;
import org.sockmodel.runtime.trace.ftrace.dat.DatHeader.CpuData;

/**
 * Reads the header of version 7: sections anywhere in the file, of which options tell where they are.
 *
 * <pre>
 *   section: 0 id u16 | 2 flags u16 | 4 name u32 | 8 size u64 | content, or compressed size u32, size u32, content
 *   options: id u16, size u32, value | ... | DONE, where the next section of options is
 * </pre>
 *
 * <p>A section that is damaged is counted, and what is whole of it is used. If the chain of options breaks, as in a
 * file that was cut, since the last options stand at its end, then sections are looked for one behind the other.
 */
final class DatVersion7 {

  private static final int DONE = 0;
  private static final int BUFFER = 3;
  private static final int CPU_COUNT = 8;
  private static final int HEADER_INFO = 16;
  private static final int FTRACE_EVENTS = 17;
  private static final int EVENT_FORMATS = 18;
  private static final int KALLSYMS = 19;
  private static final int COMMAND_LINES = 21;

  private static final int HEADER_BYTES = 16;
  private static final int COMPRESSED = 1;

  private final String name;
  private final FileInput input;
  private final DatHeader header;
  private final TraceStatistics statistics;
  private final Set<Long> seen = new HashSet<>();

  DatVersion7(String name, FileInput input, DatHeader header, TraceStatistics statistics) {
    this.name = name;
    this.input = input;
    this.header = header;
    this.statistics = statistics;
  }

  /** Reads the rest of the file's first bytes, and the sections. */
  void read(Section start) throws IOException, TraceException {
    String algorithm = start.text();
    start.text();
    header.compression = Compression.of(algorithm);
    if (header.compression == null) {
      throw new TraceException(name + " is compressed with " + algorithm
          + ", which is not known; none, zstd and zlib are");
    }
    long options = start.u64();
    try {
      while (options != 0) {
        if (!seen.add(options)) {
          throw new IOException("they go round in a circle");
        }
        options = options(options);
      }
    } catch (IOException e) {
      damaged("options", e);
      findSections(start.position());
    }
  }

  /** Reads one section of options; where the next one is, or 0. */
  private long options(long offset) throws IOException {
    Section section = whole(offset);
    while (section.hasMore()) {
      int id = section.u16();
      Section option = section.part(section.i32());
      switch (id) {
        case DONE -> {
          return option.hasMore() ? option.u64() : 0;
        }
        case CPU_COUNT -> header.cpus = Math.min(option.i32(), DatHeader.MAX_CPUS);
        case BUFFER -> buffer(option);
        case DatHeader.DATE, DatHeader.CPU_STATS, DatHeader.CLOCK, DatHeader.UNAME, DatHeader.OFFSET ->
            header.option(id, option.rest());
        case HEADER_INFO, FTRACE_EVENTS, EVENT_FORMATS, KALLSYMS, COMMAND_LINES -> content(id, option.u64());
        default -> {
          continue;
        }
      }
    }
    return 0;
  }

  private void buffer(Section option) throws IOException {
    long offset = option.u64();
    seen.add(offset);
    boolean compressed = (input.u16(offset + 2) & COMPRESSED) != 0;
    option.text();
    header.hasCounts |= CountingClocks.chosen(option.text());
    int page = DatHeaderReader.checkedPage(option.i32());
    int count = option.i32();
    for (int i = 0; i < count; i++) {
      int cpu = option.i32();
      header.data.add(new CpuData(cpu, option.u64(), option.u64(), page, compressed));
    }
  }

  /** Reads a section that describes what the data mean. */
  private void content(int id, long offset) {
    if (!seen.add(offset)) {
      return;
    }
    try {
      Section section = part(offset);
      switch (id) {
        case HEADER_INFO -> {
          section.text(12);
          header.tracing.takePageFormat(section.text(section.u64()));
        }
        case FTRACE_EVENTS -> formats(section, section.i32());
        case EVENT_FORMATS -> {
          int systems = section.i32();
          for (int i = 0; i < systems; i++) {
            section.text();
            formats(section, section.i32());
          }
        }
        case KALLSYMS -> header.tracing.takeKallsyms(text(section, section.i32()));
        default -> header.tracing.takeCommandLines(text(section, section.u64()));
      }
    } catch (IOException e) {
      damaged(switch (id) {
        case KALLSYMS -> "symbols";
        case COMMAND_LINES -> "names of tasks";
        case HEADER_INFO -> "format of pages";
        default -> "formats of events";
      }, e);
    }
  }

  private void formats(Section section, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      header.tracing.takeFormat(section.text(section.u64()));
    }
  }

  /** A text of so many bytes; if there are fewer, those, and the damage is told. */
  private byte[] text(Section section, long length) throws IOException {
    if (length > section.left()) {
      statistics.unparsed();
      statistics.warn("not all of the symbols or names of tasks can be read; what could be read was read");
    }
    return section.bytes(Math.min(length, section.left()));
  }

  /** The content of a section that is whole. */
  private Section whole(long offset) throws IOException {
    Section section = part(offset);
    if ((input.u16(offset + 2) & COMPRESSED) == 0 && section.left() < input.u64(offset + 8)) {
      throw new EOFException("it is cut short");
    }
    return section;
  }

  /** The content of a section, expanded if it is compressed; only its beginning if the rest is damaged or missing. */
  private Section part(long offset) throws IOException {
    boolean compressed = (input.u16(offset + 2) & COMPRESSED) != 0;
    long start = offset + HEADER_BYTES;
    long size = Math.min(input.u64(offset + 8), input.size() - start);
    byte[] content = input.read(start, size);
    if (!compressed) {
      return new Section(content, (int) size);
    }
    Section sizes = new Section(content, (int) size);
    long packed = Math.min(sizes.i32() & 0xffffffffL, sizes.left() - 4L);
    long expanded = sizes.i32() & 0xffffffffL;
    return header.compression.expandPart(content, sizes.position(), (int) packed, expanded);
  }

  /** Looks for sections one behind the other, from that place on. */
  private void findSections(long position) throws IOException {
    long at = position;
    while (at >= 0 && at <= input.size() - HEADER_BYTES) {
      int id = input.u16(at);
      long size = input.u64(at + 8);
      switch (id) {
        case DONE -> findOptions(at);
        case HEADER_INFO, FTRACE_EVENTS, EVENT_FORMATS, KALLSYMS, COMMAND_LINES -> content(id, at);
        default -> {
        }
      }
      at = size < 0 ? -1 : at + HEADER_BYTES + size;
    }
    findBuffers(position);
  }

  private void findOptions(long at) {
    if (seen.add(at)) {
      try {
        options(at);
      } catch (IOException e) {
        damaged("options", e);
      }
    }
  }

  /** Looks for data that no options tell of. */
  private void findBuffers(long position) throws IOException {
    long at = position;
    while (at >= 0 && at <= input.size() - HEADER_BYTES) {
      long size = input.u64(at + 8);
      if (input.u16(at) == BUFFER && seen.add(at)) {
        new LostBuffer(input, header).find(at + HEADER_BYTES, size, (input.u16(at + 2) & COMPRESSED) != 0);
      }
      at = size < 0 ? -1 : at + HEADER_BYTES + size;
    }
  }

  private void damaged(String what, IOException cause) {
    statistics.unparsed();
    statistics.warn("not all of the " + what + " can be read (" + cause.getMessage()
        + "); what could be read was read");
  }
}
