package org.sockmodel.dsl.ui.language;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The way from the threads of the language back to the thread of the user interface. */
public final class UserInterface {

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
}
