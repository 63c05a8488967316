package org.sockmodel.runtime.trace;

import java.util.Arrays;

/** What a reader saw of a trace: counts of events read, not understood and lost, CPUs, and the first and last time. */
public final class TraceStatistics {

  private final String format;
  private long events;
  private long unparsed;
  private long lost;
  private long overwritten;
  private long overwrittenBefore;
  private long backwards;
  private long late;
  private long[] lastNs = {};
  private int cpus;
  private long beginNs = Long.MAX_VALUE;
  private long endNs = Long.MIN_VALUE;
  private boolean counts;
  private boolean whole;
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

  /**
   * Counts one event of a reader that takes them in the order of the input; that times run backwards on one CPU is
   * damage.
   */
  public void unsortedEvent(int cpu, long timeNs) {
    if (cpu >= lastNs.length) {
      int known = lastNs.length;
      lastNs = Arrays.copyOf(lastNs, cpu + 1);
      Arrays.fill(lastNs, known, cpu + 1, Long.MIN_VALUE);
    }
    if (timeNs < lastNs[cpu]) {
      backwards++;
    }
    lastNs[cpu] = timeNs;
    event(cpu, timeNs);
  }

  /** Counts one of the delivered events that came behind later ones of other CPUs. */
  public void late() {
    late++;
  }

  /** Counts one line or record that could not be understood. */
  public void unparsed() {
    unparsed++;
  }

  public void lost(long count) {
    lost += count;
  }

  /** Counts events that were lost before the first one of a CPU. */
  public void lostBeforeFirst(long count) {
    overwrittenBefore += count;
  }

  /** Counts events that a CPU lost, for readers of {@link #unsortedEvent}. */
  public void lost(int cpu, long count) {
    if (cpu < lastNs.length && lastNs[cpu] != Long.MIN_VALUE) {
      lost(count);
    } else {
      lostBeforeFirst(count);
    }
  }

  /** Notes how many events a ring buffer no longer held; a trace of several buffers tells the same for each. */
  public void overwritten(long count) {
    overwritten = Math.max(overwritten, count);
  }

  /** Notes the one thing a person should know about damaged input, or none if it is empty; the first one stays. */
  public void warn(String text) {
    if (warning.isEmpty()) {
      warning = text;
    }
  }

  /** Notes that times are counts of a clock that does not tell time, in the words of a warning. */
  public void timesAreCounts(String text) {
    counts = true;
    warn(text);
  }

  /** Whether times are such that tell how long something took. */
  public boolean tellsTime() {
    return !counts;
  }

  /** Notes that no kind of event was left out: what there is no event of did not happen. */
  public TraceStatistics nothingLeftOut() {
    whole = true;
    return this;
  }

  /** Whether it is known that no kind of event was left out. */
  public boolean isWhole() {
    return whole;
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

  /** Events between those of the trace that the tracer itself says it lost. */
  public long lostCount() {
    return lost;
  }

  /** Events before those of the trace that the tracer says it overwrote with later ones. */
  public long overwrittenCount() {
    return Math.max(overwritten, overwrittenBefore);
  }

  /** Those of them that the tracer tells of all CPUs together, before the first event; 0 if it does not. */
  public long overwrittenInAll() {
    return overwritten;
  }

  /** Events that are earlier than the one before on their CPU. */
  public long backwardsCount() {
    return backwards;
  }

  /** Events that came behind later ones of other CPUs, too far behind for being put in order. */
  public long lateCount() {
    return late;
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

  /**
   * Refuses an input of which a reader had to warn, and read nothing.
   *
   * @param trace what the input is called
   * @throws TraceException if it is such
   */
  public void refuseIfUnreadable(String trace) throws TraceException {
    if (events == 0 && !warning.isEmpty()) {
      throw new TraceException(trace + " holds no readable event: " + warning);
    }
  }

  /** What a person should know about damaged input; empty if it was sound. */
  public String warning() {
    return warning;
  }
}
