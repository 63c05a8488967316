package org.sockmodel.dsl.ui.trace.compare;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.TraceException;

/** Counts both traces in the background, one after the other. */
final class CompareJob extends Job {

  private final CountedTrace before;
  private final CountedTrace after;
  private final Display display;
  private final Consumer<Comparison> compared;
  private final Consumer<String> failed;

  /**
   * Prepares to compare.
   *
   * @param compared is given the result, on the display's thread
   * @param failed is told why there is none, on the display's thread
   */
  CompareJob(CountedTrace before, CountedTrace after, Display display, Consumer<Comparison> compared,
      Consumer<String> failed) {
    super("Compare " + before.nameBeside(after) + " with " + after.nameBeside(before));
    this.before = before;
    this.after = after;
    this.display = display;
    this.compared = compared;
    this.failed = failed;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    try {
      Report one = before.report(progress.split(1));
      Report other = after.report(progress.split(1));
      Comparison comparison = Comparison.of(before.nameBeside(after), one, after.nameBeside(before), other);
      show(monitor, () -> compared.accept(comparison));
    } catch (TraceException problem) {
      show(monitor, () -> failed.accept(problem.getMessage()));
    }
    return Status.OK_STATUS;
  }

  private void show(IProgressMonitor monitor, Runnable change) {
    if (!display.isDisposed()) {
      display.asyncExec(() -> {
        if (!monitor.isCanceled()) {
          change.run();
        }
      });
    }
  }
}
