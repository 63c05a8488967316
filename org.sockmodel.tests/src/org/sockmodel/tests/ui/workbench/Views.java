package org.sockmodel.tests.ui.workbench;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;

/** The views that SockModel brings. */
public final class Views {

  /** Under this key the workbench keeps, with the control of a part, what part that is. */
  private static final String PART = "modelElement";

  private Views() {
  }

  /** The ids of all of them. */
  public static List<String> ours() {
    return Arrays.stream(PlatformUI.getWorkbench().getViewRegistry().getViews()).map(IViewDescriptor::getId)
        .filter(id -> id.startsWith("org.sockmodel.")).toList();
  }

  /** What an open one shows. */
  public static Composite control(String id) {
    return Workbench.all(Composite.class, Dialogs.window()).stream()
        .filter(control -> String.valueOf(control.getData(PART)).contains(id))
        .reduce((outer, inner) -> inner).orElseThrow(() -> new IllegalStateException("not open: " + id));
  }
}
