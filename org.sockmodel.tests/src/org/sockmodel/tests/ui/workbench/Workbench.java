package org.sockmodel.tests.ui.workbench;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.sockmodel.tests.checkout.Checkout;

/** The running workbench, as tests on its own thread use it. */
public final class Workbench {

  /** How long to wait for what never comes; no test depends on how long it takes to come. */
  public static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("sockmodel.patience", 120));

  private static final long PAUSE_MS = 10;
  private static final int SETTLED_PAUSES = 30;
  private static final int MOST_TURNS = 3000;

  private static volatile long turns;

  private Workbench() {
  }

  /** How many pieces of work the workbench has begun since it was started by a test. */
  public static long turns() {
    return turns;
  }

  public static IWorkbenchPage page() {
    return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
  }

  /** Lets the workbench work until a condition holds. */
  public static void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        keepAll("waited-in-vain");
        fail("waited in vain: " + what);
      }
      work();
    }
  }

  /** Lets the workbench do what it has to do now, or else a background thread come on; whether there was anything. */
  private static boolean work() {
    turns++;
    if (Display.getCurrent().readAndDispatch()) {
      return true;
    }
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return false;
  }

  /** Keeps a picture of the window for people to look at. */
  public static void screenshot(String name) throws IOException {
    screenshot(name, PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell());
  }

  /** Keeps a picture of a window or dialog. */
  public static void screenshot(String name, Shell shell) throws IOException {
    settle();
    keep(name, painted(shell));
  }

  /** Keeps a picture of all that is on the screen, as it is now. */
  public static void keepAll(String name) {
    try {
      keep(name, Display.getCurrent().getBounds());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void keep(String name, Rectangle bounds) throws IOException {
    Display display = Display.getCurrent();
    Image image = new Image(display, bounds.width, bounds.height);
    GC gc = new GC(display);
    try {
      gc.copyArea(image, bounds.x, bounds.y);
      ImageLoader loader = new ImageLoader();
      loader.data = new ImageData[] {image.getImageData()};
      Path folder = Files.createDirectories(Checkout.output("screenshots"));
      loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    } finally {
      gc.dispose();
      image.dispose();
    }
  }

  /** Keeps a picture of a dialog from within its steps, which cannot throw what a file system throws. */
  public static void keep(String name, Shell shell) {
    try {
      screenshot(name, shell);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** A window with its menu, without the frame that it expects of a window manager. */
  private static Rectangle painted(Shell shell) {
    Point corner = shell.getLocation();
    Rectangle client = shell.getClientArea();
    int below = shell.toDisplay(0, 0).y - corner.y;
    return new Rectangle(corner.x, corner.y, client.width, client.height + below);
  }

  /** All controls of a kind within another one, depth first. */
  public static <T extends Control> List<T> all(Class<T> type, Composite parent) {
    List<T> found = new ArrayList<>();
    for (Control child : parent.getChildren()) {
      if (type.isInstance(child)) {
        found.add(type.cast(child));
      }
      if (child instanceof Composite composite) {
        found.addAll(all(type, composite));
      }
    }
    return found;
  }

  /** Windows are painted with the display's next frames, not at once: works on until it has waited often enough. */
  public static void settle() {
    int pauses = 0;
    for (int turn = 0; pauses < SETTLED_PAUSES && turn < MOST_TURNS; turn++) {
      pauses += work() ? 0 : 1;
    }
    Display.getCurrent().update();
  }
}
