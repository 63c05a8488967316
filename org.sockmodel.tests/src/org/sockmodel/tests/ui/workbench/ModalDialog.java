package org.sockmodel.tests.ui.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * A dialog that keeps the thread of who opens it until it is closed. A test works in it from within, on the same
 * thread: a timer of the display begins the test's steps once the dialog is there. They are not the timer's own work,
 * in which the display delivers no keys. If a step fails, all dialogs are closed and the failure is the test's.
 */
public final class ModalDialog {

  private static final int PAUSE_MS = 100;

  private final Display display = Display.getCurrent();
  private final BooleanSupplier isThere;
  private final Runnable steps;
  private boolean ended;
  private Throwable failure;

  private ModalDialog(BooleanSupplier isThere, Runnable steps) {
    this.isThere = isThere;
    this.steps = steps;
  }

  /** Opens a dialog whose title begins so, works in it, and returns when it is closed; the last step closes it. */
  public static void work(String title, Runnable opens, Consumer<Shell> steps) {
    work(shell -> shell.getText().startsWith(title), opens, steps);
  }

  /** Opens a dialog that is as expected, works in it, and returns when it is closed; the last step closes it. */
  public static void work(Predicate<Shell> expected, Runnable opens, Consumer<Shell> steps) {
    Shell[] found = new Shell[1];
    new ModalDialog(() -> {
      found[0] = dialogs().stream().filter(expected).findFirst().orElse(null);
      return found[0] != null;
    }, () -> {
      Keys.enter(found[0].getText());
      steps.accept(found[0]);
      Workbench.await("the end of " + found[0], () -> found[0].isDisposed() || !found[0].isVisible());
    }).during(opens);
  }

  /** The same with a dialog of the window system, such as one that asks for a file; its title begins so. */
  public static void workInNative(String title, Runnable opens, Runnable steps) {
    new ModalDialog(() -> Keys.shows(title), () -> {
      Keys.enter(title);
      try {
        steps.run();
        Workbench.await("the end of the dialog " + title, () -> !Keys.shows(title));
      } catch (AssertionError problem) {
        Keys.send("key", "Escape");
        throw problem;
      }
    }).during(opens);
  }

  private void during(Runnable opens) {
    watch(System.nanoTime() + Workbench.PATIENCE.toNanos());
    opens.run();
    Workbench.await("the end of the dialog", () -> ended);
    if (failure != null) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  private void watch(long end) {
    display.timerExec(PAUSE_MS, () -> {
      if (isThere.getAsBoolean()) {
        display.asyncExec(() -> attempt(steps));
      } else if (System.nanoTime() > end) {
        attempt(() -> {
          throw new AssertionError("no such dialog among " + dialogs());
        });
      } else {
        watch(end);
      }
    });
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

  private static List<Shell> dialogs() {
    return Arrays.stream(Display.getCurrent().getShells())
        .filter(shell -> shell.isVisible() && shell != Dialogs.window()).toList();
  }
}
