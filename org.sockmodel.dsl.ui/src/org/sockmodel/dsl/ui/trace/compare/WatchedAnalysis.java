package org.sockmodel.dsl.ui.trace.compare;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;

/** Counts events until a person wants it no longer. */
final class WatchedAnalysis implements TraceSink {

  /** How often it looks up; a power of two, as this is asked of every event. */
  private static final int EVERY = 1 << 14;

  private final Analysis analysis;
  private final IProgressMonitor monitor;
  private int count;

  WatchedAnalysis(Analysis analysis, IProgressMonitor monitor) {
    this.analysis = analysis;
    this.monitor = monitor;
  }

  @Override
  public int fields(Tracepoint tracepoint) {
    return analysis.fields(tracepoint);
  }

  @Override
  public void accept(TraceEvent event) {
    if ((++count & EVERY - 1) == 0 && monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
    analysis.accept(event);
  }

  @Override
  public void lost(int cpu, long lost) {
    analysis.lost(cpu, lost);
  }
}
