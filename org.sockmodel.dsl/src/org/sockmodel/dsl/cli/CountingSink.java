package org.sockmodel.dsl.cli;

import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;

/** Counts the events of a simulation, as a reader counts those of a file, and hands them on. */
final class CountingSink implements TraceSink {

  private final TraceStatistics statistics;
  private final TraceSink next;

  CountingSink(TraceStatistics statistics, TraceSink next) {
    this.statistics = statistics;
    this.next = next;
  }

  @Override
  public void accept(TraceEvent event) {
    statistics.event(event.cpu(), event.timeNs());
    next.accept(event);
  }

  @Override
  public void lost(int cpu, long count) {
    statistics.lost(count);
    next.lost(cpu, count);
  }
}
