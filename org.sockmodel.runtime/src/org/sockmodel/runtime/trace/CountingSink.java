package org.sockmodel.runtime.trace;

/** Counts the events of a simulation, as a reader counts those of a file, and hands them on. */
public final class CountingSink implements TraceSink {

  private final TraceStatistics statistics;
  private final TraceSink next;

  /**
   * @param statistics what counts
   * @param next who takes the events
   */
  public CountingSink(TraceStatistics statistics, TraceSink next) {
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
