package org.sockmodel.dsl.ui.trace.events;

import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.dsl.ui.trace.session.TraceSession;
import org.sockmodel.runtime.history.EventLines;
import org.sockmodel.runtime.history.column.IntColumn;

/** Looks for the events that a regular expression finds, and tells now and then how many there are. */
final class EventFilterJob extends Job {

  private static final long TELL_NS = 200_000_000L;

  private final TraceSession session;
  private final Pattern pattern;
  private final Display display;
  private final IntConsumer told;
  private final IntColumn found = new IntColumn();
  private int next;
  private long toldNs;

  /**
   * Prepares to look.
   *
   * @param told is given the number of events found so far, on the display's thread
   */
  EventFilterJob(TraceSession session, Pattern pattern, Display display, IntConsumer told) {
    super("Find events");
    this.session = session;
    this.pattern = pattern;
    this.display = display;
    this.told = told;
  }

  /** The events found, of which as many may be read as have been told. */
  IntColumn found() {
    return found;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    EventLines lines = new EventLines(session.history().events());
    int end = session.history().events().size();
    monitor.beginTask(pattern.pattern(), IProgressMonitor.UNKNOWN);
    while (next < end && !monitor.isCanceled()) {
      next = lines.find(pattern, next, found::add, () -> !monitor.isCanceled() && !isDue());
      tell(monitor);
    }
    return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
  }

  private boolean isDue() {
    return System.nanoTime() - toldNs > TELL_NS;
  }

  private void tell(IProgressMonitor monitor) {
    toldNs = System.nanoTime();
    int count = found.size();
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        if (!monitor.isCanceled()) {
          told.accept(count);
        }
      });
    }
  }
}
