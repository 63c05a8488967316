package org.sockmodel.tests.ui;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * A dialog that keeps the thread of who opens it until it is closed. A test works in it from within, on the same
 * thread: a timer of the display begins the test's steps once the dialog is there. They are not the timer's own work,
 * in which the display delivers no keys. If a step fails, all dialogs are closed and the failure is the test's.
 */
final class ModalDialog {

  private static final int PAUSE_MS = 100;

  private final Display display = Display.getCurrent();
  private final Predicate<Shell> expected;
  private final Consumer<Shell> steps;
  private boolean ended;
  private Throwable failure;

  private ModalDialog(Predicate<Shell> expected, Consumer<Shell> steps) {
    this.expected = expected;
    this.steps = steps;
  }

  /** Opens a dialog whose title begins so, works in it, and returns when it is closed; the last step closes it. */
  static void work(String title, Runnable opens, Consumer<Shell> steps) {
    work(shell -> shell.getText().startsWith(title), opens, steps);
  }

  /** Opens a dialog that is as expected, works in it, and returns when it is closed; the last step closes it. */
  static void work(Predicate<Shell> expected, Runnable opens, Consumer<Shell> steps) {
    ModalDialog dialog = new ModalDialog(expected, steps);
    dialog.watch(System.nanoTime() + Workbench.PATIENCE.toNanos());
    opens.run();
    Workbench.await("the end of the dialog", () -> dialog.ended);
    if (dialog.failure != null) {
      throw new AssertionError(dialog.failure.getMessage(), dialog.failure);
    }
  }

  private void watch(long end) {
    display.timerExec(PAUSE_MS, () -> {
      Shell found = dialogs().stream().filter(expected).findFirst().orElse(null);
      if (found != null) {
        display.asyncExec(() -> attempt(() -> workIn(found)));
      } else if (System.nanoTime() > end) {
        attempt(() -> {
          throw new AssertionError("no such dialog among " + dialogs());
        });
      } else {
        watch(end);
      }
    });
  }

  private void workIn(Shell dialog) {
    Keys.enter(dialog.getText());
    steps.accept(dialog);
    Workbench.await("the end of " + dialog, () -> dialog.isDisposed() || !dialog.isVisible());
  }

  /** An event loop would swallow what is thrown. */
  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (Throwable problem) {
      failure = problem;
      dialogs().stream().filter(shell -> !shell.isDisposed()).forEach(Shell::close);
    } finally {
      ended = true;
    }
  }

  private List<Shell> dialogs() {
    return Arrays.stream(display.getShells()).filter(shell -> shell.isVisible() && shell != Dialogs.window()).toList();
  }
}
