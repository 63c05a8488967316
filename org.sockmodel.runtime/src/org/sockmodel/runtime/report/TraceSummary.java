package org.sockmodel.runtime.report;

import org.sockmodel.runtime.trace.TraceStatistics;

/**
 * What was read.
 *
 * @param format the trace's format, such as {@code ctf}
 * @param unparsed lines or records that could not be understood
 * @param lost events that the tracer says it lost
 * @param overwritten events before those of the trace that the tracer says it overwrote
 * @param tellsTime whether times tell how long something took, and are not counts of another clock
 * @param warning what a person should know about damaged input; empty if it was sound
 */
public record TraceSummary(String format, long events, long unparsed, long lost, long overwritten, int cpus,
    long beginNs, long endNs, boolean tellsTime, String warning) {

  static TraceSummary of(TraceStatistics statistics) {
    return new TraceSummary(statistics.format(), statistics.events(), statistics.unparsedCount(),
        statistics.lostCount(), statistics.overwrittenCount(), statistics.cpus(), statistics.beginNs(),
        statistics.endNs(), statistics.tellsTime(), statistics.warning());
  }

  public long durationNs() {
    return endNs - beginNs;
  }
}
