package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.sockmodel.tests.checkout.Checkout;

/** The running workbench, as tests on its own thread use it. */
final class Workbench {

  /** How long to wait for what never comes; no test depends on how long it takes to come. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long PAUSE_MS = 10;

  private Workbench() {
  }

  static IWorkbenchPage page() {
    return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
  }

  /** Lets the workbench work until a condition holds. */
  static void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        fail("waited in vain: " + what);
      }
      work();
    }
  }

  /** Lets the workbench do what it has to do now, and a background thread come on. */
  private static void work() {
    if (!Display.getCurrent().readAndDispatch()) {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  /** Keeps a picture of the window for people to look at. */
  static void screenshot(String name) throws IOException {
    Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
    Rectangle bounds = shell.getBounds();
    Display display = shell.getDisplay();
    settle(display);
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

  private static void settle(Display display) {
    while (display.readAndDispatch()) {
      display.update();
    }
    display.update();
  }
}
