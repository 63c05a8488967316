package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Goes once through the records of a file, to find which are of which CPU: perf takes what is in the buffer of each in
 * turn. What perf says before it records, such as the names of all tasks, is taken at once. Cost: some 10 ns a record,
 * most of it the reading of the file.
 */
final class RecordScan {

  private static final int MAX_CPUS = 4096;
  private static final int NOBODY = -1;

  private final PerfHeader header;
  private final TaskNames tasks;
  private final TraceStatistics statistics;
  private final SortedMap<Integer, Pieces> pieces = new TreeMap<>();
  private int lastCpu = NOBODY;
  private Pieces lastPieces;
  private long lostAtEnd;

  RecordScan(PerfHeader header, TaskNames tasks, TraceStatistics statistics) {
    this.header = header;
    this.tasks = tasks;
    this.statistics = statistics;
  }

  /** Goes through a part of a file; false if there are compressed records, which are to be unpacked first. */
  boolean scan(FileInput input, long start, long end) {
    RecordSource source = new RecordSource(input, start, end);
    try {
      while (source.next()) {
        int type = source.type();
        if (type == PerfRecords.SAMPLE) {
          sample(source);
        } else if (type == PerfRecords.COMPRESSED || type == PerfRecords.COMPRESSED2) {
          return false;
        } else {
          other(type, source, input);
        }
      }
    } catch (IOException e) {
      damaged(e.getMessage());
    }
    return true;
  }

  /** Pieces by the number of the CPU, in the order of the file. */
  SortedMap<Integer, Pieces> pieces() {
    return pieces;
  }

  /** How many samples the kernel counted as lost, but for those that records among the samples tell. */
  long lostAtEnd() {
    return lostAtEnd;
  }

  private void sample(RecordSource source) {
    byte[] bytes = source.bytes();
    int start = source.start();
    int end = start + source.size();
    SampleShape shape = header.shape(PerfRecords.SAMPLE, bytes, start, end);
    if (shape == null) {
      damaged("has a sample of an unknown event");
    } else if (shape.isTracepoint() && shape.timePlace(PerfRecords.SAMPLE, start, end) >= 0) {
      add(shape.cpuPlace(PerfRecords.SAMPLE, start, end), source);
    }
  }

  private void other(int type, RecordSource source, FileInput input) throws IOException {
    byte[] bytes = source.bytes();
    int start = source.start();
    int end = start + source.size();
    switch (type) {
      case PerfRecords.COMM, PerfRecords.FORK, PerfRecords.LOST -> {
        if (header.timeNs(type, bytes, start, end) == PerfHeader.UNTIMED) {
          tasks.take(type, bytes, start, end);
        } else {
          add(header.shape(type, bytes, start, end).cpuPlace(type, start, end), source);
          lostAtEnd -= type == PerfRecords.LOST ? PerfRecords.lost(bytes, start) : 0;
        }
      }
      case PerfRecords.MMAP -> header.kernel.takeMap(bytes, start, end);
      case PerfRecords.HEADER_BUILD_ID -> header.kernel.takeBuildId(bytes, start, end);
      case PerfRecords.LOST_SAMPLES -> lostAtEnd += LittleEndian.i64(bytes, start + PerfRecords.HEADER_BYTES);
      case PerfRecords.HEADER_ATTR -> {
        int at = start + PerfRecords.HEADER_BYTES;
        int ids = at + PerfHeader.attrBytes(bytes, at);
        if (at + PerfHeader.LEAST_ATTR_BYTES > end || ids < at || ids > end) {
          throw new IOException("has an event whose attributes are damaged");
        }
        header.takeEvent(bytes, at, PerfHeaderReader.longs(bytes, ids, end - ids));
      }
      case PerfRecords.HEADER_TRACING_DATA -> header.takeTracingData(input, source.position() + source.size());
      case PerfRecords.HEADER_FEATURE -> {
        int feature = LittleEndian.i32(bytes, start + PerfRecords.HEADER_BYTES);
        if (feature != PerfHeader.TRACING_DATA) {
          int head = PerfRecords.HEADER_BYTES + Long.BYTES;
          header.takeFeature(feature, input, source.position() + head, source.size() - head);
        }
      }
      default -> { }
    }
  }

  /** Adds the record to the pieces of its CPU, whose number stands at a place; without one it is left out. */
  private void add(int cpuPlace, RecordSource source) {
    if (cpuPlace < 0) {
      return;
    }
    int cpu = LittleEndian.i32(source.bytes(), cpuPlace);
    if (cpu != lastCpu) {
      if (cpu < 0 || cpu >= MAX_CPUS) {
        damaged("has a record of the impossible CPU " + cpu);
        return;
      }
      lastCpu = cpu;
      lastPieces = pieces.computeIfAbsent(cpu, number -> new Pieces());
    }
    lastPieces.add(source.position(), source.position() + source.size());
  }

  private void damaged(String what) {
    statistics.unparsed();
    statistics.warn("it " + what + "; what could be read was read");
  }
}
