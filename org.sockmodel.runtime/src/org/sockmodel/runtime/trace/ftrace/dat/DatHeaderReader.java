package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import java.util.Arrays;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.Section;
import org.sockmodel.runtime.trace.formats.TracingData;

/** Reads what stands before the data in a {@code trace.dat} of version 6 or 7. */
final class DatHeaderReader {

  private final String name;
  private final FileInput input;
  private final TraceStatistics statistics;

  /**
   * Names the file.
   *
   * @param statistics where damage is counted that leaves something to read
   */
  DatHeaderReader(String name, FileInput input, TraceStatistics statistics) {
    this.name = name;
    this.input = input;
    this.statistics = statistics;
  }

  DatHeader read() throws IOException, TraceException {
    DatHeader header = new DatHeader();
    int length = (int) Math.min(input.size(), 256);
    Section section = new Section(input.read(0, length), length);
    if (!Arrays.equals(section.bytes(TracingData.MAGIC.length), TracingData.MAGIC)) {
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
      case "6" -> new DatVersion6(name, input, header).read(section.position());
      case "7" -> new DatVersion7(name, input, header, statistics).read(section);
      default -> throw new TraceException(name + " is a trace.dat of version " + version + "; 6 and 7 are read");
    }
    return header;
  }

  /** The size of a page, if it can be one. */
  static int checkedPage(int bytes) throws IOException {
    if (bytes < 64 || bytes > 1 << 20) {
      throw new IOException("its pages have the impossible size of " + bytes + " bytes");
    }
    return bytes;
  }
}
