package org.sockmodel.runtime.trace.perf.data;

import java.io.IOException;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.formats.RecordPlan;
import org.sockmodel.runtime.trace.formats.RecordPlans;
import org.sockmodel.runtime.trace.merge.TimedStream;

/**
 * The records of one CPU, in the order of their times. An interrupt that comes between the time of a record and its
 * place in the buffer has its own records before that one, with later times.
 */
final class PerfCpuStream extends TimedStream {

  private static final int COMMON_PID = 4;

  private final int cpu;
  private final PerfHeader header;
  private final RecordPlans plans;
  private final TaskNames tasks;
  private final TraceStatistics statistics;
  private final RecordWindow window;
  private final boolean endsHoled;
  private boolean begun;
  private boolean holed;

  PerfCpuStream(RecordWindow window, PerfHeader header, RecordPlans plans, TaskNames tasks,
      TraceStatistics statistics, boolean endsHoled) {
    this.cpu = window.cpu();
    this.window = window;
    this.header = header;
    this.plans = plans;
    this.tasks = tasks;
    this.statistics = statistics;
    this.endsHoled = endsHoled;
  }

  @Override
  protected boolean next() {
    while (true) {
      try {
        boolean found = window.next();
        if (found && window.timeNs() < timeNs) {
          warn("have an event that is much earlier than the one before; it got the time of that");
        } else if (found) {
          timeNs = window.timeNs();
        } else {
          holed |= endsHoled;
        }
        return found;
      } catch (IOException e) {
        damaged("cannot be read everywhere: " + e.getMessage());
        holed = true;
      }
    }
  }

  @Override
  protected void deliver(TraceEvent event, TraceSink sink) {
    byte[] bytes = window.bytes();
    int start = window.start();
    int end = start + window.size();
    int type = LittleEndian.i32(bytes, start);
    switch (type) {
      case PerfRecords.SAMPLE -> sample(bytes, start, end, event, sink);
      case PerfRecords.LOST -> lost(PerfRecords.lost(bytes, start), sink);
      default -> tasks.take(type, bytes, start, end);
    }
  }

  private void sample(byte[] bytes, int start, int end, TraceEvent event, TraceSink sink) {
    SampleShape shape = header.shape(PerfRecords.SAMPLE, bytes, start, end);
    int raw = shape == null ? SampleShape.NONE : shape.raw(bytes, start, end);
    int record = raw + Integer.BYTES;
    int length = raw < 0 ? 0 : LittleEndian.i32(bytes, raw);
    if (length < PerfRecords.HEADER_BYTES || length > end - record) {
      damaged("have a sample without what it is of");
      return;
    }
    int number = LittleEndian.i16(bytes, record) & 0xffff;
    RecordPlan plan = plans.plan(number);
    if (plan == null) {
      damaged("have a sample of the unknown event " + number);
      return;
    }
    if (plan.tracepoint() == null) {
      return;
    }
    tellLost(sink);
    // The sampled number is that of perf's own namespace, by which perf tells names.
    int tid = LittleEndian.i32(bytes, record + COMMON_PID);
    int place = shape.tidPlace(start, end);
    int named = place < 0 ? tid : LittleEndian.i32(bytes, place);
    event.begin(plan.tracepoint(), timeNs, cpu).task(tid, tasks.comm(named < 0 ? tid : named));
    plans.decoder().decode(plan, bytes, record, length, event);
    begun = true;
    statistics.event(cpu, timeNs);
    sink.accept(event);
  }

  private void lost(long count, TraceSink sink) {
    if (begun) {
      statistics.lost(count);
    } else {
      statistics.lostBeforeFirst(count);
    }
    sink.lost(cpu, count);
  }

  @Override
  protected void tellLost(TraceSink sink) {
    if (holed) {
      sink.lost(cpu, 0);
      holed = false;
    }
  }

  private void damaged(String what) {
    statistics.unparsed();
    warn(what);
  }

  private void warn(String what) {
    statistics.warn("the data of CPU " + cpu + " " + what + "; what could be read was read");
  }
}
