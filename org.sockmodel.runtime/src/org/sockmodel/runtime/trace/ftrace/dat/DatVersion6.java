package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.bytes.FileCursor;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.ftrace.dat.DatHeader.CpuData;

/** Reads the header of version 6: everything in one piece from front to back, before the data. */
final class DatVersion6 {

  private static final int OPTION_BUFFER = 3;

  private final String name;
  private final FileInput input;
  private final DatHeader header;

  DatVersion6(String name, FileInput input, DatHeader header) {
    this.name = name;
    this.input = input;
    this.header = header;
  }

  /** Reads what begins at {@code start}, behind the size of a page. */
  void read(long start) throws IOException, TraceException {
    FileCursor file = new FileCursor(input, start);
    header.tracing.read(file);
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

  private void options(FileCursor file) throws IOException {
    for (int id = file.u16(); id != 0; id = file.u16()) {
      long size = file.i32();
      if (id == OPTION_BUFFER && size > 8) {
        long offset = file.u64();
        file.bytes(size - 8);
        FileCursor data = new FileCursor(input, offset);
        if (data.text(10).startsWith("flyrecord")) {
          data(data);
        }
      } else {
        header.option(id, file.text(size));
      }
    }
  }

  private void data(FileCursor file) throws IOException {
    for (int cpu = 0; cpu < header.cpus; cpu++) {
      header.data.add(new CpuData(cpu, file.u64(), file.u64(), header.pageBytes, false));
    }
  }
}
