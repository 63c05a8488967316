package org.sockmodel.runtime.trace.perf.data;

import org.sockmodel.runtime.trace.bytes.LittleEndian;

/**
 * Where the fields of one event's samples lie ({@code perf_event_attr.sample_type}), and those that end its other
 * records ({@code struct sample_id}).
 *
 * <pre>
 *   sample: header | id | ip | pid, tid | time | address | id | stream id | cpu | period | read | call chain | raw ...
 *   other:  header | ... | pid, tid | time | id | stream id | cpu | id
 * </pre>
 */
final class SampleShape {

  /** What a place is of a field that is not there. */
  static final int NONE = -1;

  private static final int TRACEPOINT = 2;

  private static final long IP = 1;
  private static final long TID = 1 << 1;
  private static final long TIME = 1 << 2;
  private static final long ADDR = 1 << 3;
  private static final long READ = 1 << 4;
  private static final long CALLCHAIN = 1 << 5;
  private static final long ID = 1 << 6;
  private static final long CPU = 1 << 7;
  private static final long PERIOD = 1 << 8;
  private static final long STREAM_ID = 1 << 9;
  private static final long RAW = 1 << 10;
  private static final long IDENTIFIER = 1 << 16;

  private static final long READ_ENABLED = 1;
  private static final long READ_RUNNING = 1 << 1;
  private static final long READ_ID = 1 << 2;
  private static final long READ_GROUP = 1 << 3;
  private static final long READ_LOST = 1 << 4;

  private final long sampleType;
  private final long readFormat;
  private final boolean isTracepoint;
  private final int fixedBytes;

  /** Places from the start of a sample on. */
  private final int id;
  private final int pid;
  private final int time;
  private final int cpu;

  /** Places from the end of another record on, backwards. */
  private final int endId;
  private final int endTime;
  private final int endCpu;

  /**
   * @param type the kind of event, {@code perf_event_attr.type}
   * @param ends whether other records end with fields ({@code sample_id_all})
   */
  SampleShape(int type, long sampleType, long readFormat, boolean ends) {
    this.sampleType = sampleType;
    this.readFormat = readFormat;
    isTracepoint = type == TRACEPOINT && (sampleType & RAW) != 0;
    pid = place(IDENTIFIER | IP, TID);
    time = place(IDENTIFIER | IP | TID, TIME);
    id = (sampleType & IDENTIFIER) != 0 ? PerfRecords.HEADER_BYTES : place(IP | TID | TIME | ADDR, ID);
    cpu = place(IDENTIFIER | IP | TID | TIME | ADDR | ID | STREAM_ID, CPU);
    fixedBytes = PerfRecords.HEADER_BYTES + words(IDENTIFIER | IP | TID | TIME | ADDR | ID | STREAM_ID | CPU | PERIOD);
    endId = !ends ? NONE : (sampleType & IDENTIFIER) != 0 ? Long.BYTES : endPlace(CPU | STREAM_ID, ID);
    endTime = ends ? endPlace(IDENTIFIER | CPU | STREAM_ID | ID, TIME) : NONE;
    endCpu = ends ? endPlace(IDENTIFIER, CPU) : NONE;
  }

  /** Bytes of those of the fields that there are. */
  private int words(long fields) {
    return Long.bitCount(sampleType & fields) * Long.BYTES;
  }

  private int place(long before, long field) {
    return (sampleType & field) != 0 ? PerfRecords.HEADER_BYTES + words(before) : NONE;
  }

  private int endPlace(long behind, long field) {
    return (sampleType & field) != 0 ? words(behind | field) : NONE;
  }

  /** Whether samples lie the same way and mean the same. */
  boolean isLike(SampleShape other) {
    return sampleType == other.sampleType && readFormat == other.readFormat && isTracepoint == other.isTracepoint;
  }

  /** Whether there are records of a tracepoint in the samples. */
  boolean isTracepoint() {
    return isTracepoint;
  }

  /** Where the number stands by which a record names its event; {@link #NONE} if it does not. */
  int idPlace(int type, int start, int end) {
    return type == PerfRecords.SAMPLE ? behind(id, start, end) : before(endId, start, end);
  }

  /** Where its time stands. */
  int timePlace(int type, int start, int end) {
    return type == PerfRecords.SAMPLE ? behind(time, start, end) : before(endTime, start, end);
  }

  /** Where the number of its CPU stands. */
  int cpuPlace(int type, int start, int end) {
    return type == PerfRecords.SAMPLE ? behind(cpu, start, end) : before(endCpu, start, end);
  }

  /** Where the number of a sample's task stands. */
  int tidPlace(int start, int end) {
    int place = behind(pid, start, end);
    return place < 0 ? NONE : place + Integer.BYTES;
  }

  private static int behind(int place, int start, int end) {
    return place < 0 || start + place + Long.BYTES > end ? NONE : start + place;
  }

  private static int before(int place, int start, int end) {
    return place < 0 || end - place < start + PerfRecords.HEADER_BYTES ? NONE : end - place;
  }

  /** Where the size of the tracepoint's record stands, behind which the record is; {@link #NONE} if there is none. */
  int raw(byte[] bytes, int start, int end) {
    if (!isTracepoint) {
      return NONE;
    }
    long at = start + fixedBytes;
    if ((sampleType & READ) != 0) {
      at += readBytes(at + Long.BYTES <= end ? LittleEndian.i64(bytes, (int) at) : 0);
    }
    if ((sampleType & CALLCHAIN) != 0) {
      long calls = at + Long.BYTES <= end ? LittleEndian.i64(bytes, (int) at) : 0;
      at += (calls < 0 || calls > end ? end : calls + 1) * Long.BYTES;
    }
    return at + Integer.BYTES <= end ? (int) at : NONE;
  }

  /** Bytes of {@code struct read_format}, which begins with the number of values if it is of a group. */
  private long readBytes(long values) {
    long times = Long.bitCount(readFormat & (READ_ENABLED | READ_RUNNING));
    long each = 1 + Long.bitCount(readFormat & (READ_ID | READ_LOST));
    boolean isGroup = (readFormat & READ_GROUP) != 0;
    long count = isGroup ? values < 0 || values > 1 << 16 ? 1 << 16 : values : 1;
    return (times + count * each + (isGroup ? 1 : 0)) * Long.BYTES;
  }
}
