package org.sockmodel.dsl.ui.language;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.swt.custom.BusyIndicator;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The way from the threads of the language back to the thread of the user interface. */
public final class UserInterface {

  /** Nobody looks at a list that comes later. */
  private static final long PATIENCE_S = 20;

  private UserInterface() {
  }

  /** Has work done on the user interface thread, soon; not at all once the workbench is closed. */
  public static void later(Runnable work) {
    if (PlatformUI.isWorkbenchRunning()) {
      Display display = PlatformUI.getWorkbench().getDisplay();
      if (!display.isDisposed()) {
        display.asyncExec(work);
      }
    }
  }

  /**
   * Waits for an answer that a user has asked for; on the user interface thread the workbench goes on meanwhile, with a
   * busy cursor. Empty if there is none.
   */
  public static <T> Optional<T> await(CompletableFuture<T> answer) {
    try {
      if (Display.getCurrent() != null) {
        BusyIndicator.showWhile(answer);
      }
      return Optional.ofNullable(answer.get(PATIENCE_S, TimeUnit.SECONDS));
    } catch (ExecutionException failure) {
      Failures.log(failure.getCause());
      return Optional.empty();
    } catch (CancellationException | TimeoutException overtaken) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
