package org.sockmodel.tests.trace.ahead;

import java.util.HashSet;
import java.util.Set;
import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.tests.trace.RandomTrace;

/**
 * Reads random events, among which some were lost, and asks for the fields of a tracepoint when it first meets it, but
 * not for those of functions, as some readers do.
 */
final class ScriptedReader implements TraceReader {

  private final RandomTrace trace = new RandomTrace(42, 4);
  private final TraceStatistics statistics = new TraceStatistics("script");
  private final Set<Tracepoint> asked = new HashSet<>();
  private final int events;
  private TraceException failure;
  private volatile Thread thread;

  ScriptedReader(int events) {
    this.events = events;
  }

  /** Throws {@code newFailure} when all events were delivered. */
  void failAtEnd(TraceException newFailure) {
    failure = newFailure;
  }

  /** The thread on which it was read. */
  Thread thread() {
    return thread;
  }

  @Override
  public void read(TraceSink sink) throws TraceException {
    thread = Thread.currentThread();
    trace.send(events, event -> deliver(event, sink));
    if (failure != null) {
      throw failure;
    }
  }

  private void deliver(TraceEvent event, TraceSink sink) {
    if (event.tracepoint() != Function.TRACEPOINT && asked.add(event.tracepoint())) {
      sink.fields(event.tracepoint());
    }
    statistics.event(event.cpu(), event.timeNs());
    sink.accept(event);
    if (statistics.events() % 1000 == 0) {
      sink.lost(3, 7);
    }
  }

  @Override
  public Names names() {
    return trace.names();
  }

  @Override
  public TraceStatistics statistics() {
    return statistics;
  }
}
