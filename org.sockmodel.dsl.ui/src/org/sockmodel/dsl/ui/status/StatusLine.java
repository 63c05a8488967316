package org.sockmodel.dsl.ui.status;

import java.util.Optional;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.sockmodel.dsl.ui.language.UserInterface;

/** The status line of the view or editor that is active; any thread may write to it. */
public final class StatusLine {

  private StatusLine() {
  }

  /** Says what was done. */
  public static void say(String message) {
    UserInterface.later(() -> active().ifPresent(line -> line.setMessage(message)));
  }

  /** Says with a beep why a command does nothing, until the next key or click. */
  public static void refuse(String message) {
    UserInterface.later(() -> active().ifPresent(line -> {
      line.setErrorMessage(message);
      Display.getCurrent().beep();
      clearAtNextInput(line, Display.getCurrent());
    }));
  }

  private static void clearAtNextInput(IStatusLineManager line, Display display) {
    Listener clear = new Listener() {
      @Override
      public void handleEvent(Event input) {
        line.setErrorMessage(null);
        display.removeFilter(SWT.KeyDown, this);
        display.removeFilter(SWT.MouseDown, this);
      }
    };
    display.addFilter(SWT.KeyDown, clear);
    display.addFilter(SWT.MouseDown, clear);
  }

  private static Optional<IStatusLineManager> active() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPart part = window == null ? null : window.getPartService().getActivePart();
    return Optional.ofNullable(part).map(StatusLine::bars).map(IActionBars::getStatusLineManager);
  }

  private static IActionBars bars(IWorkbenchPart part) {
    return part.getSite() instanceof IEditorSite editor ? editor.getActionBars()
        : ((IViewSite) part.getSite()).getActionBars();
  }
}
