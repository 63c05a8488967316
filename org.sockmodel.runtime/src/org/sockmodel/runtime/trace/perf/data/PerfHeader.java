package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.bytes.FileCursor;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.bytes.LongTable;
import org.sockmodel.runtime.trace.formats.TracingData;

/** What a file says about its records: the shapes of samples, the meaning of what is sampled, the machine. */
final class PerfHeader {

  /** Bits of the header's flags: {@code tools/perf/util/header.h}. */
  static final int TRACING_DATA = 1;
  private static final int BUILD_IDS = 2;
  private static final int HOSTNAME = 3;
  private static final int RELEASE = 4;
  private static final int ARCHITECTURE = 6;
  private static final int CPUS = 7;
  private static final int DIRECTORY = 24;
  private static final int CLOCK_DATA = 29;

  private static final int SOFTWARE = 1;
  private static final int DUMMY = 9;

  /** Places in {@code struct perf_event_attr}. */
  private static final int ATTR_SIZE = 4;
  private static final int ATTR_CONFIG = 8;
  private static final int ATTR_SAMPLE_TYPE = 24;
  private static final int ATTR_READ_FORMAT = 32;
  private static final int ATTR_FLAGS = 40;
  /** {@code PERF_ATTR_SIZE_VER0}: the shortest that any kernel knew. */
  static final int LEAST_ATTR_BYTES = 64;
  private static final long SAMPLE_ID_ALL = 1 << 18;
  private static final long WRITE_BACKWARD = 1 << 27;

  /** The time of what perf says before it records, or of a record without one. */
  static final long UNTIMED = 0;

  final TracingData tracing = new TracingData();
  final RecordedKernel kernel = new RecordedKernel();

  /** Where in the file the records begin and end. */
  long dataStart;
  long dataEnd;

  private final List<SampleShape> shapes = new ArrayList<>();
  private final LongTable shapesById = new LongTable();
  private SampleShape common;
  private boolean areAlike = true;
  private boolean isBackward;
  private boolean isDescribed;
  private boolean isDirectory;
  private String hostname = "";
  private String release = "";
  private long clockOffsetNs;
  private int cpus;

  /**
   * Takes an event, whose attributes stand at a place of an array.
   *
   * @param ids numbers by which records name the event
   */
  void takeEvent(byte[] bytes, int at, long[] ids) {
    int type = LittleEndian.i32(bytes, at);
    long flags = LittleEndian.i64(bytes, at + ATTR_FLAGS);
    SampleShape shape = new SampleShape(type, LittleEndian.i64(bytes, at + ATTR_SAMPLE_TYPE),
        LittleEndian.i64(bytes, at + ATTR_READ_FORMAT), (flags & SAMPLE_ID_ALL) != 0);
    for (long id : ids) {
      shapesById.put(id, shapes.size());
    }
    shapes.add(shape);
    if (type == SOFTWARE && LittleEndian.i64(bytes, at + ATTR_CONFIG) == DUMMY) {
      return; // it has no samples
    }
    isBackward |= (flags & WRITE_BACKWARD) != 0;
    areAlike &= common == null || common.isLike(shape);
    common = common == null ? shape : common;
  }

  /** How long the attributes are that stand at a place of an array. */
  static int attrBytes(byte[] bytes, int at) {
    int size = LittleEndian.i32(bytes, at + ATTR_SIZE);
    return size == 0 ? LEAST_ATTR_BYTES : size;
  }

  /** Takes one of the parts that the header's flags tell of. */
  void takeFeature(int feature, FileInput input, long start, long size) throws IOException {
    FileCursor file = new FileCursor(input, start);
    switch (feature) {
      case TRACING_DATA -> takeTracingData(input, start);
      case BUILD_IDS -> takeBuildIds(new RecordSource(input, start, start + size));
      case HOSTNAME -> hostname = text(file);
      case RELEASE -> release = text(file);
      case ARCHITECTURE -> tracing.takeMachine(text(file));
      case CPUS -> {
        file.i32();
        cpus = file.i32();
      }
      case DIRECTORY -> isDirectory = true;
      case CLOCK_DATA -> {
        file.u64();
        clockOffsetNs = file.u64() - file.u64();
      }
      default -> { }
    }
  }

  /** Takes what stands in the file as in a {@code trace.dat}. */
  void takeTracingData(FileInput input, long start) throws IOException {
    tracing.readWhole(new FileCursor(input, start));
    tracing.takeKallsyms(kernel::kallsyms);
    isDescribed = true;
  }

  private void takeBuildIds(RecordSource source) throws IOException {
    while (source.next()) {
      kernel.takeBuildId(source.bytes(), source.start(), source.start() + source.size());
    }
  }

  private static String text(FileCursor file) throws IOException {
    byte[] bytes = file.bytes(Math.min(file.i32() & 0xffffffffL, 1 << 12));
    return new String(bytes, StandardCharsets.UTF_8).replaceFirst("\0.*", "");
  }

  /** The shape of the event that a record is of; null if it is not known. */
  SampleShape shape(int type, byte[] bytes, int start, int end) {
    if (areAlike && type == PerfRecords.SAMPLE) {
      return common;
    }
    SampleShape first = type == PerfRecords.SAMPLE || shapes.isEmpty() ? common : shapes.get(0);
    int place = first == null ? SampleShape.NONE : first.idPlace(type, start, end);
    int index = place < 0 ? -1 : shapesById.get(LittleEndian.i64(bytes, place), -1);
    // What perf itself says before it records is of no event.
    return index >= 0 ? shapes.get(index) : type == PerfRecords.SAMPLE ? null : first;
  }

  /** When a record was made, in ns of the recording's clock; {@link #UNTIMED} if that is not told. */
  long timeNs(int type, byte[] bytes, int start, int end) {
    SampleShape shape = shape(type, bytes, start, end);
    int place = shape == null ? SampleShape.NONE : shape.timePlace(type, start, end);
    return place < 0 ? UNTIMED : LittleEndian.i64(bytes, place);
  }

  /** Whether an event is of a tracepoint. */
  boolean hasTracepoints() {
    return shapes.stream().anyMatch(SampleShape::isTracepoint);
  }

  /** Whether it is known what the samples of tracepoints hold. */
  boolean isDescribed() {
    return isDescribed;
  }

  /** Whether there are records in other files of the same folder. */
  boolean isDirectory() {
    return isDirectory;
  }

  /** Whether the buffers were written from their ends to their beginnings. */
  boolean isBackward() {
    return isBackward;
  }

  /** How many CPUs the machine had; 0 if that is not told. */
  int cpus() {
    return cpus;
  }

  TraceOrigin origin() {
    return new TraceOrigin(hostname, release, "", clockOffsetNs);
  }
}
