package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.formats.RecordPlans;
import org.sockmodel.runtime.trace.formats.TaskTable;
import org.sockmodel.runtime.trace.formats.TracingData;
import org.sockmodel.runtime.trace.ftrace.CountingClocks;
import org.sockmodel.runtime.trace.merge.RepeatedRecords;
import org.sockmodel.runtime.trace.merge.TimeMerge;

/**
 * Reads trace-cmd's {@code trace.dat}, versions 6 and 7, compressed or not. All instances are read as one trace, in
 * which an event counts once that several of them have. Cost: some 60 ns an event, no allocation but for the chunks of
 * compressed data; memory: the formats and symbols of the file, and one chunk for each CPU.
 */
public final class TraceDatReader implements TraceReader {

  private final Path file;
  private final String name;
  private final boolean temporary;
  private final Names names = new Names();
  private final TraceStatistics statistics = new TraceStatistics("trace.dat");
  private TraceOrigin origin = TraceOrigin.UNKNOWN;

  /**
   * Names the file; it is opened by {@link #read}.
   *
   * @param name what to call it in messages
   * @param temporary whether the file is to be deleted when it was read
   */
  public TraceDatReader(Path file, String name, boolean temporary) {
    this.file = file;
    this.name = name;
    this.temporary = temporary;
  }

  /** Whether a file that begins so is of this format. */
  public static boolean recognizes(byte[] head) {
    int length = TracingData.MAGIC.length;
    return head.length >= length && Arrays.equals(head, 0, length, TracingData.MAGIC, 0, length);
  }

  @Override
  public void read(TraceSink sink) throws TraceException {
    try (FileChannel channel = FileChannel.open(file)) {
      FileInput input = new FileInput(channel);
      DatHeader header = new DatHeaderReader(name, input, statistics).read();
      origin = header.origin;
      statistics.atLeastCpus(Math.max(0, header.cpus));
      if (header.hasCounts) {
        statistics.timesAreCounts(CountingClocks.DOUBT);
      }
      RecordPlans plans = new RecordPlans(header.tracing, names, sink::fields);
      new TimeMerge(streams(input, header, plans)).run(new TraceEvent(names), sink);
      statistics.warn(plans.calls().doubt());
    } catch (IOException e) {
      throw new TraceException(name + " cannot be read: " + e.getMessage(), e);
    } finally {
      deleteIfTemporary();
    }
    statistics.refuseIfUnreadable(name);
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public TraceOrigin origin() {
    return origin;
  }

  @Override
  public TraceStatistics statistics() {
    return statistics;
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

  private void deleteIfTemporary() {
    try {
      if (temporary) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
