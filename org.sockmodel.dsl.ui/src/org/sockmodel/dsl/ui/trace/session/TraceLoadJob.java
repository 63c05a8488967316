package org.sockmodel.dsl.ui.trace.session;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.open.TraceFiles;

/**
 * Reads a trace in the background. What has been read is told now and then, so that it can be used meanwhile.
 */
public final class TraceLoadJob extends Job {

  /** Jobs that load traces belong to this. */
  public static final Object FAMILY = new Object();

  private static final long TELL_NS = 250_000_000L;
  private static final int FIRST_REPORT = 100_000;

  /** How much of the memory one trace may take. */
  private static final double MEMORY_SHARE = 0.55;

  private final TraceSource source;
  private final Display display;
  private final Consumer<TraceSession> opened;
  private final Consumer<String> failed;
  private long toldNs;
  private long reportAtEvents = FIRST_REPORT;

  /**
   * Prepares to read.
   *
   * @param opened is given the session as soon as reading begins, on the display's thread
   * @param failed is told why nothing can be read, on the display's thread
   */
  public TraceLoadJob(TraceSource source, Display display, Consumer<TraceSession> opened, Consumer<String> failed) {
    super("Open trace " + source.name());
    this.source = source;
    this.display = display;
    this.opened = opened;
    this.failed = failed;
    setUser(false);
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == FAMILY;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask("Reading " + source.name(), IProgressMonitor.UNKNOWN);
    try {
      TraceReader reader = TraceFiles.open(source.path());
      HistoryRecorder recorder =
          new HistoryRecorder(reader.names(), (long) (Runtime.getRuntime().maxMemory() * MEMORY_SHARE));
      TraceSession session = new TraceSession(source, reader, recorder);
      show(() -> opened.accept(session));
      read(session, monitor);
      return Status.OK_STATUS;
    } catch (TraceException problem) {
      show(() -> failed.accept(problem.getMessage()));
      return Status.OK_STATUS;
    } finally {
      monitor.done();
    }
  }

  private void read(TraceSession session, IProgressMonitor monitor) throws TraceException {
    boolean cancelled = false;
    try {
      session.recorder().record(session.reader(), () -> proceed(session, monitor));
    } catch (CancellationException stopped) {
      cancelled = true;
    }
    Report report = session.recorder().report(session.reader().statistics());
    String status = finalStatus(session, cancelled);
    show(() -> session.grown(report, status, true));
  }

  private boolean proceed(TraceSession session, IProgressMonitor monitor) {
    long nowNs = System.nanoTime();
    if (nowNs - toldNs > TELL_NS) {
      toldNs = nowNs;
      long events = session.history().events().size();
      Report report = events >= reportAtEvents ? session.recorder().report(session.reader().statistics()) : null;
      reportAtEvents = report == null ? reportAtEvents : events * 2;
      String status = "reading: " + Quantity.count(events, "event", "events") + " so far";
      monitor.subTask(status);
      show(() -> session.grown(report, status, false));
    }
    return !monitor.isCanceled();
  }

  private static String finalStatus(TraceSession session, boolean cancelled) {
    TraceStatistics statistics = session.reader().statistics();
    StringBuilder status = new StringBuilder();
    status.append(Quantity.count(session.history().events().size(), "event", "events"));
    if (cancelled) {
      status.append(", stopped before the end");
    }
    if (session.recorder().isFull()) {
      status.append(", then the memory was used up: start with a larger -Xmx to see the rest");
    }
    if (statistics.lostCount() > 0) {
      status.append(", ").append(Quantity.count(statistics.lostCount())).append(" lost by the tracer");
    }
    if (statistics.overwrittenCount() > 0) {
      status.append(", ").append(Quantity.count(statistics.overwrittenCount())).append(" overwritten before");
    }
    if (!statistics.warning().isEmpty()) {
      status.append("; ").append(statistics.warning());
    }
    return status.toString();
  }

  private void show(Runnable change) {
    if (!display.isDisposed()) {
      display.asyncExec(change);
    }
  }
}
