package benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.ctf.CtfReader;

/** The first events of the trace that {@code -Dtrace} names, in memory: numbers in a row, sent through one event. */
final class Events {

  static final int COUNT = 100_000;

  private final Tracepoint[] tracepoints = new Tracepoint[COUNT];
  private long[] numbers = new long[COUNT];
  private int used;
  private TraceEvent event;
  private int size;
  private long beginNs;
  private long endNs;
  private long shiftNs;

  Events() throws TraceException {
    new CtfReader(Path.of(System.getProperty("trace"))).read(this::keep);
    if (size < COUNT) {
      throw new IllegalStateException("the trace has but " + size + " events");
    }
  }

  Names names() {
    return event.names();
  }

  /** Sends the events again, each time after those of the time before. */
  void send(TraceSink sink) {
    int at = 0;
    for (Tracepoint tracepoint : tracepoints) {
      event.begin(tracepoint, numbers[at] + shiftNs, (int) numbers[at + 1]);
      event.task((int) numbers[at + 2], (int) numbers[at + 3]);
      at += 4;
      int fields = tracepoint.fields().size();
      for (int field = 0; field < fields; field++) {
        event.set(field, numbers[at + field]);
      }
      at += fields;
      sink.accept(event);
    }
    shiftNs += endNs - beginNs;
  }

  private void keep(TraceEvent read) {
    if (size == COUNT) {
      return;
    }
    if (size == 0) {
      event = new TraceEvent(read.names());
      beginNs = read.timeNs();
    }
    endNs = read.timeNs();
    tracepoints[size++] = read.tracepoint();
    int fields = read.tracepoint().fields().size();
    if (used + 4 + fields > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[used++] = read.timeNs();
    numbers[used++] = read.cpu();
    numbers[used++] = read.tid();
    numbers[used++] = read.comm();
    for (int field = 0; field < fields; field++) {
      numbers[used++] = read.value(field);
    }
  }
}
