package org.sockmodel.runtime.report;

import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.LocalPorts;
import org.sockmodel.runtime.analysis.receive.MessageListener;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.timeline.Timeline;
import org.sockmodel.runtime.analysis.timeline.TimelineAnalysis;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.Tracepoint;

/**
 * All analyses of one trace. Feed it the events of a trace in the order of time, then ask for the report. Cost: tens of
 * nanoseconds an event, constant memory of a few MiB, no allocation in the steady state.
 */
public final class Analysis implements TraceSink {

  private final Filter filter;
  private final Names names;
  private final KernelState state;
  private final Analyses analyses;
  private TimelineAnalysis timeline;

  /**
   * @param names the names of the trace that will be fed
   * @param filter what is to be counted
   */
  public Analysis(Names names, Filter filter) {
    this.filter = filter;
    this.names = names;
    state = new KernelState(names, filter.beginNs(), filter.endNs());
    analyses = new Analyses(filter, names);
    analyses.attach(state);
  }

  /** Reads a whole trace and counts everything. */
  public static Report analyze(TraceReader reader) throws TraceException {
    return analyze(reader, Filter.ALL);
  }

  /** Reads a whole trace and counts what the filter asks for. */
  public static Report analyze(TraceReader reader, Filter filter) throws TraceException {
    Analysis analysis = new Analysis(reader.names(), filter);
    reader.read(analysis);
    return analysis.report(reader.statistics());
  }

  /** Tells {@code listener} of every message as soon as a reader has got it. */
  public Analysis listen(MessageListener listener) {
    analyses.receives.listen(listener);
    return this;
  }

  /**
   * Tells {@code listener} of every message, in order and before the report, at a time that is not said, and maybe in
   * another thread.
   */
  public Analysis listenLater(MessageListener listener) {
    analyses.receives.listenLater(listener);
    return this;
  }

  /** Asks {@code ports} for the ports of sockets that the events do not show; to be used before the first event. */
  public Analysis withPorts(LocalPorts ports) {
    analyses.receives.ask(ports);
    return this;
  }

  /** Records what happened when, too, for reports with pictures; to be used before the first event. */
  public Analysis withTimeline() {
    timeline = new TimelineAnalysis(filter, names);
    timeline.attach(state);
    return listen(timeline);
  }

  /** The state that further observers may listen to; to be used before the first event. */
  public KernelState state() {
    return state;
  }

  @Override
  public int fields(Tracepoint tracepoint) {
    return state.fields(tracepoint);
  }

  @Override
  public void accept(TraceEvent event) {
    state.accept(event);
  }

  @Override
  public void lost(int cpu, long count) {
    state.lost(cpu, count);
  }

  @Override
  public void catchUp() {
    analyses.receives.catchUp();
  }

  /** What has been counted so far. */
  public Report report(TraceStatistics statistics) {
    // Which is when all messages have been counted, for the latencies too.
    ReceiveSummary receives = analyses.receives.summary();
    return new Report(filter, TraceSummary.of(statistics), recorded(statistics),
        analyses.interrupts.summary(), analyses.scheduling.summary(), receives, analyses.latency.latencies(),
        analyses.napi.summary(), analyses.drops.summary(), analyses.cpus.summary(statistics.endNs()),
        timeline == null ? Timeline.EMPTY : timeline.timeline());
  }

  private Recorded recorded(TraceStatistics statistics) {
    return statistics.isWhole() ? Recorded.ALL : Recorded.of(state.met());
  }
}
