package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ftrace.dat.DatHeader.CpuData;

/** Reads the header of version 6: everything in one piece from front to back, before the data. */
final class DatVersion6 {

  private static final int OPTION_BUFFER = 3;

  private final String name;
  private final DatInput input;
  private final DatHeader header;

  DatVersion6(String name, DatInput input, DatHeader header) {
    this.name = name;
    this.input = input;
    this.header = header;
  }

  /** Reads what begins at {@code start}, behind the size of a page. */
  void read(long start) throws IOException, TraceException {
    Front file = new Front(input, start);
    headerInfo(file);
    int count = file.i32();
    for (int i = 0; i < count; i++) {
      header.addFormat(file.text(file.u64()));
    }
    int systems = file.i32();
    for (int i = 0; i < systems; i++) {
      file.text();
      int events = file.i32();
      for (int k = 0; k < events; k++) {
        header.addFormat(file.text(file.u64()));
      }
    }
    header.kallsyms = file.bytes(file.i32());
    file.bytes(file.i32());
    header.commandLines = file.bytes(file.u64());
    header.cpus = Math.min(file.i32(), DatHeader.MAX_CPUS);
    String kind = file.text(10);
    while (kind.startsWith("options")) {
      options(file);
      kind = file.text(10);
    }
    if (!kind.startsWith("flyrecord")) {
      throw new TraceException(name + " holds the text of a latency tracer; print it with trace-cmd report -t and "
          + "open that");
    }
    data(file);
  }

  private void options(Front file) throws IOException {
    for (int id = file.u16(); id != 0; id = file.u16()) {
      long size = file.i32();
      if (id == OPTION_BUFFER && size > 8) {
        long offset = file.u64();
        file.bytes(size - 8);
        Front data = new Front(input, offset);
        if (data.text(10).startsWith("flyrecord")) {
          data(data);
        }
      } else {
        header.option(id, file.text(size));
      }
    }
  }

  private void data(Front file) throws IOException {
    for (int cpu = 0; cpu < header.cpus; cpu++) {
      header.data.add(new CpuData(cpu, file.u64(), file.u64(), header.pageBytes, false));
    }
  }

  private void headerInfo(Front file) throws IOException {
    file.text(12);
    header.pageFormat(file.text(file.u64()));
    file.text(13);
    file.text(file.u64());
  }

  /** The file itself, read from front to back. */
  private static final class Front {

    private final DatInput input;
    private long position;

    Front(DatInput input, long position) {
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
