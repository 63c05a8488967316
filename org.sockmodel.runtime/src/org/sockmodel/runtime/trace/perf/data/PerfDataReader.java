package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.formats.RecordFileReader;
import org.sockmodel.runtime.trace.formats.RecordPlans;
import org.sockmodel.runtime.trace.formats.TaskTable;

/**
 * Reads {@code perf.data}, as {@code perf record} writes it into a file or a pipe, compressed or not. Samples of
 * tracepoints are events; those of other events, such as cycles, are left out. Cost: some 100 ns an event, no
 * allocation; memory: the formats of the file, some 150 KB and a list of places for each CPU.
 */
public final class PerfDataReader extends RecordFileReader {

  /** The file of a folder that {@code perf record --threads} wrote that tells what the others hold. */
  public static final String FILE = "data";

  /** What records all that an analysis can use; the buffers that perf takes otherwise lose some of it. */
  public static final String RECORD_COMMAND =
      "perf record -a -m 16M -e 'sched:*,irq:*,napi:*,net:*,sock:*,skb:*,syscalls:*'";

  private static final byte[] MAGIC = "PERFILE2".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BIG_ENDIAN_MAGIC = "2ELIFREP".getBytes(StandardCharsets.US_ASCII);

  private static final String RECORD = "; record with " + RECORD_COMMAND;

  /**
   * Names the file; it is opened by {@link #read}.
   *
   * @param name what to call it in messages
   * @param temporary whether the file is to be deleted when it was read
   */
  public PerfDataReader(Path file, String name, boolean temporary) {
    super(file, name, temporary, "perf.data");
  }

  /** Whether a file that begins so is of this format. */
  public static boolean recognizes(byte[] head) {
    return begins(head, MAGIC) || begins(head, BIG_ENDIAN_MAGIC);
  }

  /** Whether a folder is one that {@code perf record --threads} wrote. */
  public static boolean isFolder(Path folder) throws IOException {
    Path first = folder.resolve(FILE);
    if (!Files.isRegularFile(first)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(first)) {
      return recognizes(in.readNBytes(MAGIC.length));
    }
  }

  private static boolean begins(byte[] head, byte[] magic) {
    return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  @Override
  protected void read(FileInput input, TraceSink sink) throws IOException, TraceException {
    if (begins(input.read(0, MAGIC.length), BIG_ENDIAN_MAGIC)) {
      throw new TraceException(name + " was recorded on a big-endian machine, which is not read; "
          + "print it with perf script --ns and open that");
    }
    PerfHeader header = new PerfHeaderReader(input, statistics).read();
    TaskNames tasks = new TaskNames(new TaskTable(names, "swapper"));
    try (PerfParts parts = new PerfParts(header, tasks, statistics)) {
      parts.add(input, header.dataStart, header.dataEnd);
      if (header.isDirectory()) {
        parts.addThoseBeside(file);
      }
      refuseIfMeaningless(header, parts);
      setOrigin(header.origin(), header.cpus());
      deliver(header, parts, tasks, sink);
    }
  }

  private void deliver(PerfHeader header, PerfParts parts, TaskNames tasks, TraceSink sink) {
    RecordPlans plans = plans(header.tracing, sink);
    List<PerfCpuStream> streams = new ArrayList<>();
    for (RecordWindow window : parts.windows()) {
      streams.add(new PerfCpuStream(window, header, plans, tasks, statistics, parts.lostAtEnd() > 0));
    }
    deliver(streams, plans, sink);
    statistics.lost(parts.lostAtEnd());
  }

  private void refuseIfMeaningless(PerfHeader header, PerfParts parts) throws TraceException {
    if (!header.hasTracepoints()) {
      throw new TraceException(name + " holds no tracepoint" + RECORD);
    }
    if (!header.isDescribed()) {
      throw new TraceException(name + " does not tell what its events are, as perf record did not come to its end");
    }
    if (parts.windows().isEmpty()) {
      throw new TraceException(name + " holds no sample of a tracepoint with its CPU and time" + RECORD);
    }
  }
}
