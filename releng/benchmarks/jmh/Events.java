package benchmarks;

import java.nio.file.Path;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.ctf.CtfReader;

/** The first events of the trace that {@code -Dtrace} names, in memory. */
final class Events {

  static final int COUNT = 100_000;

  private final TraceEvent[] events = new TraceEvent[COUNT];
  private Names names;
  private int size;
  private long shiftNs;

  Events() throws TraceException {
    new CtfReader(Path.of(System.getProperty("trace"))).read(this::keep);
    if (size < COUNT) {
      throw new IllegalStateException("the trace has but " + size + " events");
    }
  }

  Names names() {
    return names;
  }

  /** Sends the events again, each time after those of the time before. */
  void send(TraceSink sink) {
    for (TraceEvent event : events) {
      int tid = event.tid();
      int comm = event.comm();
      sink.accept(event.begin(event.tracepoint(), event.timeNs() + shiftNs, event.cpu()).task(tid, comm));
    }
    shiftNs = events[COUNT - 1].timeNs() - events[0].timeNs();
  }

  private void keep(TraceEvent event) {
    names = event.names();
    if (size < COUNT) {
      TraceEvent copy = new TraceEvent(names).begin(event.tracepoint(), event.timeNs(), event.cpu());
      copy.task(event.tid(), event.comm());
      for (int i = 0; i < event.tracepoint().fields().size(); i++) {
        copy.set(i, event.value(i));
      }
      events[size++] = copy;
    }
  }
}
