package org.sockmodel.runtime.trace.perf.data;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;

/**
 * The files that hold the records: the one that tells the header, those beside it that {@code perf record --threads}
 * wrote, and what had to be written anew.
 */
final class PerfParts implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  private final PerfHeader header;
  private final TaskNames tasks;
  private final TraceStatistics statistics;
  private final List<FileChannel> channels = new ArrayList<>();
  private final List<Path> written = new ArrayList<>();
  private final List<RecordWindow> windows = new ArrayList<>();
  private long lostAtEnd;

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  PerfParts(PerfHeader header, TaskNames tasks, TraceStatistics statistics) {
    this.header = header;
    this.tasks = tasks;
    this.statistics = statistics;
  }

  /** Looks through a part of a file. */
  void add(FileInput input, long start, long end) throws IOException {
    RecordScan scan = new RecordScan(header, tasks, statistics);
    if (!scan.scan(input, start, end)) {
      add(written(out -> new Unpacking(input, statistics).write(start, end, out)));
      return;
    }
    lostAtEnd += scan.lostAtEnd();
    if (header.isBackward()) {
      FileInput forward = written(out -> new Reversal(input, header).write(scan.pieces().values(), out));
      RecordScan again = new RecordScan(header, tasks, statistics);
      again.scan(forward, 0, forward.size());
      addWindows(forward, again.pieces());
    } else {
      addWindows(input, scan.pieces());
    }
  }

  private void add(FileInput input) throws IOException {
    add(input, 0, input.size());
  }

  private void addWindows(FileInput input, Map<Integer, Pieces> pieces) {
    pieces.forEach((cpu, records) -> windows.add(new RecordWindow(cpu, input, records, header)));
  }

  /** A file that is deleted in the end, with what is written into it. */
  private FileInput written(Content content) throws IOException {
    Path file = Files.createTempFile("sockmodel", ".data");
    written.add(file);
    file.toFile().deleteOnExit();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
      content.write(out);
    }
    return open(file);
  }

  /** Looks through the files {@code data.0} and so on beside {@code data}. */
  void addThoseBeside(Path file) throws IOException {
    List<Path> others;
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      others = files.filter(other -> other.getFileName().toString().matches("data\\.\\d+"))
          .sorted(Comparator.comparing(Path::toString)).toList();
    }
    for (Path other : others) {
      add(open(other));
    }
  }

  private FileInput open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path);
    channels.add(channel);
    return new FileInput(channel);
  }

  /** The records of each CPU in each file. */
  List<RecordWindow> windows() {
    return windows;
  }

  /** How many samples no record tells as lost, as there was none behind them; of which CPU is not known. */
  long lostAtEnd() {
    return Math.max(0, lostAtEnd);
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels) {
      channel.close();
    }
    for (Path path : written) {
      Files.deleteIfExists(path);
    }
  }
}
