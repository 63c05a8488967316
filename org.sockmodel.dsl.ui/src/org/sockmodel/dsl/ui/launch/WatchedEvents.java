package org.sockmodel.dsl.ui.launch;

import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;

/** Tells a job's monitor how many events there were, and ends the run when the job is cancelled. */
final class WatchedEvents implements TraceSink {

  /** How often it looks up; a power of two, as this is asked of every event. */
  private static final long EVERY = 1 << 14;

  private final IProgressMonitor monitor;
  private long count;

  WatchedEvents(IProgressMonitor monitor) {
    this.monitor = monitor;
    monitor.beginTask("", IProgressMonitor.UNKNOWN);
  }

  @Override
  public void accept(TraceEvent event) {
    if ((++count & (EVERY - 1)) == 0) {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      monitor.subTask(String.format(Locale.ROOT, "%,d events", count));
    }
  }
}
