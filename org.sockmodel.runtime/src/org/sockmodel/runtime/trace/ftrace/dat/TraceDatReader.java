package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.formats.RecordFileReader;
import org.sockmodel.runtime.trace.formats.RecordPlans;
import org.sockmodel.runtime.trace.formats.TaskTable;
import org.sockmodel.runtime.trace.formats.TracingData;
import org.sockmodel.runtime.trace.ftrace.CountingClocks;
import org.sockmodel.runtime.trace.merge.RepeatedRecords;

/**
 * Reads trace-cmd's {@code trace.dat}, versions 6 and 7, compressed or not. All instances are read as one trace, in
 * which an event counts once that several of them have. Cost: some 60 ns an event, no allocation but for the chunks of
 * compressed data; memory: the formats and symbols of the file, and one chunk for each CPU.
 */
public final class TraceDatReader extends RecordFileReader {

  /**
   * Names the file; it is opened by {@link #read}.
   *
   * @param name what to call it in messages
   * @param temporary whether the file is to be deleted when it was read
   */
  public TraceDatReader(Path file, String name, boolean temporary) {
    super(file, name, temporary, "trace.dat");
  }

  /** Whether a file that begins so is of this format. */
  public static boolean recognizes(byte[] head) {
    int length = TracingData.MAGIC.length;
    return head.length >= length && Arrays.equals(head, 0, length, TracingData.MAGIC, 0, length);
  }

  @Override
  protected void read(FileInput input, TraceSink sink) throws IOException, TraceException {
    DatHeader header = new DatHeaderReader(name, input, statistics).read();
    setOrigin(header.origin, Math.max(0, header.cpus));
    if (header.hasCounts) {
      statistics.timesAreCounts(CountingClocks.DOUBT);
    }
    RecordPlans plans = plans(header.tracing, sink);
    deliver(streams(input, header, plans), plans, sink);
  }

  private List<CpuStream> streams(FileInput input, DatHeader header, RecordPlans plans) {
    TaskTable tasks = new TaskTable(names, "<idle>");
    tasks.read(header.tracing.commandLines());
    List<CpuStream> streams = new ArrayList<>();
    Map<Integer, Long> buffers = header.data.stream().filter(data -> data.size() > 0)
        .collect(Collectors.groupingBy(DatHeader.CpuData::cpu, Collectors.counting()));
    Map<Integer, RepeatedRecords> records = new HashMap<>();
    for (DatHeader.CpuData data : header.data) {
      if (data.cpu() < 0 || data.cpu() >= DatHeader.MAX_CPUS) {
        statistics.unparsed();
        statistics.warn("there are data of the impossible CPU " + data.cpu());
      } else if (data.size() > 0 && buffers.get(data.cpu()) > 1) {
        streams.add(new InstanceStream(input, header, data, plans, tasks, statistics,
            records.computeIfAbsent(data.cpu(), cpu -> new RepeatedRecords())));
      } else if (data.size() > 0) {
        streams.add(new CpuStream(input, header, data, plans, tasks, statistics));
      }
    }
    return streams;
  }
}
