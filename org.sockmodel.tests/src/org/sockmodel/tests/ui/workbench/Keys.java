package org.sockmodel.tests.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * Real keys and a real mouse, by xdotool: they take the same way through the display as a user's. A test that needs
 * them is skipped where that program is missing.
 */
public final class Keys {

  private static final String PROGRAM = "xdotool";

  private Keys() {
  }

  /** Presses a combination such as {@code ctrl+space}. */
  public static void press(String keys) {
    run("key", "--clearmodifiers", keys);
  }

  /** Types a text, key by key. */
  public static void type(String text) {
    run("type", "--delay", "5", text);
  }

  /** Moves the mouse onto a point of a control. */
  public static void point(Control control, int x, int y) {
    Point place = control.toDisplay(x, y);
    run("mousemove", Integer.toString(place.x), Integer.toString(place.y));
  }

  /** Gives the keys to the window of a title, as a window manager gives them to one that has just come. */
  public static void enter(String title) {
    send("search", "--onlyvisible", "--name", "^" + title, "windowfocus", "%@");
    Workbench.settle();
  }

  /** Whether the screen has a window whose title begins so. */
  public static boolean shows(String title) {
    assumeTrue(isInstalled(), PROGRAM + " is not installed");
    try {
      return start(List.of(PROGRAM, "search", "--onlyvisible", "--name", "^" + title)).waitFor() == 0;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Any command of the program, for the window that has the keys now, which need not be the workbench's. */
  public static void send(String... arguments) {
    assumeTrue(isInstalled(), PROGRAM + " is not installed");
    call(arguments);
  }

  /** Goes on by Tab until a control has the keys. */
  public static void tabTo(Control control) {
    Workbench.await("the keys in " + control, () -> {
      boolean there = control.getDisplay().getFocusControl() == control;
      if (!there) {
        press("Tab");
        Workbench.settle();
      }
      return there;
    });
  }

  /** Goes on by the arrow down unless what was looked for is chosen already; whether it is. */
  public static boolean downTo(boolean chosen) {
    if (!chosen) {
      press("Down");
      Workbench.settle();
    }
    return chosen;
  }

  /** Holds a key down or lets it go, and presses mouse buttons: any command of the program. */
  public static void run(String... arguments) {
    assumeTrue(isInstalled(), PROGRAM + " is not installed");
    focus();
    send(arguments);
  }

  private static void call(String... arguments) {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(arguments));
    Process process = start(command);
    Workbench.await("the end of " + command, () -> !process.isAlive());
    assertEquals(0, process.exitValue(), () -> command + " " + output(process));
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String output(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes());
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  /** A display without a window manager gives keys to the window under the mouse, and none to a new dialog. */
  private static void focus() {
    Shell front = front();
    Shell active = front.getDisplay().getActiveShell();
    if (active == null || active == Dialogs.window() && active != front) {
      Rectangle bounds = front.getBounds();
      call("mousemove", Integer.toString(bounds.x + bounds.width / 2), Integer.toString(bounds.y + bounds.height / 2));
      front.forceActive();
    }
  }

  /** The dialog that was opened last, or else the workbench's window. */
  private static Shell front() {
    return Arrays.stream(Display.getCurrent().getShells())
        .filter(shell -> shell.isVisible() && (shell.getStyle() & SWT.TITLE) != 0 && shell != Dialogs.window())
        .reduce((earlier, later) -> later).orElseGet(Dialogs::window);
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }
}
