package org.sockmodel.runtime.trace.ftrace.dat;

import java.io.IOException;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.FileInput;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.formats.RecordDecoder;
import org.sockmodel.runtime.trace.formats.RecordPlan;
import org.sockmodel.runtime.trace.formats.RecordPlans;
import org.sockmodel.runtime.trace.formats.TaskTable;
import org.sockmodel.runtime.trace.merge.TimedStream;

/**
 * The records of one CPU ({@code struct ring_buffer_event}): five bits of type or length, 27 bits of time since the
 * record before, data in words of four bytes.
 *
 * <pre>
 *   page:   0 time u64 | 8 commit: bytes of data, and whether events were lost before | data
 *   record: 0 type_len:5, time_delta:27 | [4 length, or more time] | common_type u16, flags u8, preempt u8, pid i32 ...
 * </pre>
 */
class CpuStream extends TimedStream {

  private static final int TYPE_BITS = 5;
  private static final int MAX_WORDS = 28;
  private static final int TYPE_PADDING = 29;
  private static final int TYPE_TIME_EXTEND = 30;
  private static final int TYPE_TIME_STAMP = 31;
  private static final int DELTA_BITS = 27;
  private static final int COMMIT_MASK = (1 << DELTA_BITS) - 1;
  private static final int MISSED_EVENTS = 1 << 31;
  private static final int MISSED_STORED = 1 << 30;

  /** An absolute time stamp has no room for the highest bits of the clock. */
  private static final long UNSTAMPED_BITS = 0xf8L << 56;

  static final int COMMON_PID = 4;
  private static final int COMMON_BYTES = 8;

  private final DatHeader header;
  private final DatHeader.CpuData data;
  private final int cpu;
  private final PageSource pages;
  private final RecordPlans plans;
  private final RecordDecoder decoder;
  private final TaskTable tasks;
  private final TraceStatistics statistics;
  private byte[] bytes;
  private int position;
  private int end;
  private long clock;
  private long lost;
  private boolean begun;
  private boolean lostBeforeFirst;
  private boolean holed;
  private int recordStart;
  private int recordLength;
  private RecordPlan plan;
  private int lastPid;
  private int lastComm;

  CpuStream(FileInput input, DatHeader header, DatHeader.CpuData data, RecordPlans plans, TaskTable tasks,
      TraceStatistics statistics) {
    this.header = header;
    this.data = data;
    this.cpu = data.cpu();
    this.plans = plans;
    this.decoder = plans.decoder();
    this.tasks = tasks;
    this.lastComm = tasks.comm(lastPid);
    this.statistics = statistics;
    this.pages = new PageSource(input, data, header.compression);
  }

  @Override
  protected final boolean next() {
    do {
      while (position >= end) {
        if (!nextPage()) {
          return false;
        }
      }
    } while (!record());
    if (clock < timeNs) {
      warn("have an event that is earlier than the one before; it got the time of that");
    } else {
      timeNs = clock;
    }
    return true;
  }

  @Override
  protected final void deliver(TraceEvent event, TraceSink sink) {
    if (lost != 0 || holed) {
      tellLost(sink);
    }
    if (isRepeated(bytes, recordStart, recordLength)) {
      return;
    }
    int pid = LittleEndian.i32(bytes, recordStart + COMMON_PID);
    if (pid != lastPid) {
      lastPid = pid;
      lastComm = tasks.comm(pid);
    }
    event.begin(plan.tracepoint(), timeNs, cpu).task(pid, lastComm);
    decoder.decode(plan, bytes, recordStart, recordLength, event);
    statistics.event(cpu, timeNs);
    sink.accept(event);
  }

  /** Whether another buffer has told this record; a CPU of which there is one buffer has none. */
  boolean isRepeated(byte[] bytes, int start, int length) {
    return false;
  }

  @Override
  protected final void tellLost(TraceSink sink) {
    if (lost != 0) {
      long count = Math.max(0, lost);
      if (lostBeforeFirst) {
        statistics.lostBeforeFirst(Math.max(1, count));
      } else {
        statistics.lost(Math.max(1, count));
      }
      sink.lost(cpu, count);
      lost = 0;
    } else if (holed) {
      sink.lost(cpu, 0);
    }
    holed = false;
  }

  private boolean nextPage() {
    if (!nextWholePage()) {
      return false;
    }
    bytes = pages.bytes();
    int start = pages.start();
    clock = LittleEndian.i64(bytes, start) + header.shiftNs;
    int commit = LittleEndian.i32(bytes, start + 8);
    int size = commit & COMMIT_MASK;
    position = start + header.tracing.dataOffset();
    if (size > data.pageBytes() - header.tracing.dataOffset()) {
      damaged("has a page with the impossible content of " + size + " bytes");
      size = 0;
    }
    end = position + size;
    if ((commit & MISSED_EVENTS) != 0) {
      boolean stored = (commit & MISSED_STORED) != 0 && end + 8 <= start + data.pageBytes();
      long count = stored ? LittleEndian.i64(bytes, end) : -1;
      lost = count > 0 ? Math.max(0, lost) + count : -1;
      lostBeforeFirst = !begun;
    }
    begun |= size > 0;
    return true;
  }

  /** Goes to the next page that can be read, if there is one. */
  private boolean nextWholePage() {
    while (true) {
      try {
        return pages.next();
      } catch (IOException e) {
        damaged("cannot be read everywhere: " + e.getMessage());
        holed = true;
      }
    }
  }

  /** Reads the head of a record and moves behind it; false if it is no event. */
  private boolean record() {
    int start = position;
    int head = LittleEndian.i32(bytes, start);
    int words = head & (1 << TYPE_BITS) - 1;
    clock += head >>> TYPE_BITS;
    if (words < COMMON_BYTES / 4 || words > MAX_WORDS) {
      return other(words, head >>> TYPE_BITS, LittleEndian.i32(bytes, start + 4) & 0xffffffffL);
    }
    position = start + 4 + 4 * words;
    return position <= end ? isEvent(start + 4, 4 * words) : impossible(4 * words);
  }

  /** A record that has its length in a word of its own, or is no event at all; the clock has moved already. */
  private boolean other(int type, int delta, long word) {
    switch (type) {
      case TYPE_TIME_STAMP:
        long unshifted = clock - header.shiftNs - delta & UNSTAMPED_BITS | word << DELTA_BITS | delta;
        clock = unshifted + header.shiftNs;
        position += 8;
        return false;
      case TYPE_TIME_EXTEND:
        clock += word << DELTA_BITS;
        position += 8;
        return false;
      case TYPE_PADDING:
        // Without a time it fills the page; with one it is an event that was discarded.
        position = delta == 0 || 4 + word > end - position ? end : position + 4 + (int) word;
        return false;
      default:
        int start = type == 0 ? position + 8 : position + 4;
        long length = type == 0 ? word - 4 : 4L * type;
        if (length < COMMON_BYTES || length > end - start) {
          return impossible(length);
        }
        position = start + ((int) length + 3 & ~3);
        return isEvent(start, (int) length);
    }
  }

  private boolean isEvent(int start, int length) {
    recordStart = start;
    recordLength = length;
    int type = LittleEndian.i16(bytes, start) & 0xffff;
    plan = plans.plan(type);
    if (plan == null) {
      damaged("has a record of the unknown type " + type);
      return false;
    }
    return plan.tracepoint() != null;
  }

  private boolean impossible(long length) {
    damaged("has a record of the impossible length of " + length + " bytes");
    position = end;
    return false;
  }

  private void damaged(String what) {
    statistics.unparsed();
    warn(what);
  }

  private void warn(String what) {
    statistics.warn("the data of CPU " + cpu + " " + what + "; what could be read was read");
  }
}
