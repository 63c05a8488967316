package org.sockmodel.dsl.ui.trace.view;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Calculates in the background what a view shows of a trace that grows: each calculation is finished and shown, of
 * those asked for meanwhile only the last follows, and it rests as long as it works, so that reading goes on.
 */
public final class Recalculation extends Job {

  private final Display display;
  private final AtomicReference<Supplier<Runnable>> wanted = new AtomicReference<>();
  private volatile long restMs;

  /** Calculates nothing yet. */
  public Recalculation(String name, Display display) {
    super(name);
    this.display = display;
    setSystem(true);
  }

  /**
   * Calculates soon.
   *
   * @param calculation runs in the background; what it returns then shows the result, on the display's thread
   */
  public void request(int delayMs, Supplier<Runnable> calculation) {
    wanted.set(calculation);
    schedule(Math.max(delayMs, restMs));
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Supplier<Runnable> calculation = wanted.getAndSet(null);
    if (calculation != null) {
      long startNs = System.nanoTime();
      Runnable show = calculation.get();
      restMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
      if (!display.isDisposed()) {
        display.asyncExec(show);
      }
    }
    return Status.OK_STATUS;
  }
}
