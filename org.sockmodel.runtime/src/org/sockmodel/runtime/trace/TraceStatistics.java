package org.sockmodel.runtime.trace;

/** What a reader saw of a trace: counts of events read, not understood and lost, CPUs, and the first and last time. */
public final class TraceStatistics {

  private final String format;
  private long events;
  private long unparsed;
  private long lost;
  private int cpus;
  private long beginNs = Long.MAX_VALUE;
  private long endNs = Long.MIN_VALUE;
  private String warning = "";

  /**
   * @param format the format's name in reports: {@code ctf}, {@code ftrace}, ...
   */
  public TraceStatistics(String format) {
    this.format = format;
  }

  /** Counts one event that was delivered. */
  public void event(int cpu, long timeNs) {
    events++;
    if (cpu >= cpus) {
      cpus = cpu + 1;
    }
    if (timeNs < beginNs) {
      beginNs = timeNs;
    }
    if (timeNs > endNs) {
      endNs = timeNs;
    }
  }

  /** Counts one line or record that could not be understood. */
  public void unparsed() {
    unparsed++;
  }

  public void lost(long count) {
    lost += count;
  }

  /** Notes the one thing a person should know about damaged input; the first warning stays. */
  public void warn(String text) {
    if (warning.isEmpty()) {
      warning = text;
    }
  }

  /** Notes how many CPUs the trace says it covers, even if some recorded nothing. */
  public void atLeastCpus(int count) {
    cpus = Math.max(cpus, count);
  }

  public String format() {
    return format;
  }

  public long events() {
    return events;
  }

  /** Lines or records that could not be understood. */
  public long unparsedCount() {
    return unparsed;
  }

  /** Events that the tracer itself says it lost. */
  public long lostCount() {
    return lost;
  }

  public int cpus() {
    return cpus;
  }

  /** Time of the first event, 0 without events. */
  public long beginNs() {
    return events == 0 ? 0 : beginNs;
  }

  /** Time of the last event, 0 without events. */
  public long endNs() {
    return events == 0 ? 0 : endNs;
  }

  /** What a person should know about damaged input; empty if it was sound. */
  public String warning() {
    return warning;
  }
}
