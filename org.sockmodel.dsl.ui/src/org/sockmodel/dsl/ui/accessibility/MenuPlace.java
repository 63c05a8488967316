package org.sockmodel.dsl.ui.accessibility;

import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

/** Where a menu opens: at what it is about if a key opens it, not wherever the mouse was left. */
public final class MenuPlace {

  private MenuPlace() {
  }

  /**
   * Places the menu of a control.
   *
   * @param place where it opens by a key, in the control
   */
  public static void of(Control control, Supplier<Point> place) {
    control.addListener(SWT.MenuDetect, event -> {
      if (event.detail == SWT.MENU_KEYBOARD) {
        Point at = control.toDisplay(place.get());
        event.x = at.x;
        event.y = at.y;
      }
      if (control.getMenu() != null) {
        control.getMenu().setLocation(event.x, event.y);
      }
    });
  }
}
