package org.sockmodel.tests.ui.workbench;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;

/** The light and the dark theme of the platform, as Preferences &gt; General &gt; Appearance sets them. */
public final class Themes {

  private static final String ENGINE = "org.eclipse.e4.ui.css.swt.theme";

  private Themes() {
  }

  public static void dark() {
    set("org.eclipse.e4.ui.css.theme.e4_dark");
  }

  public static void light() {
    set("org.eclipse.e4.ui.css.theme.e4_default");
  }

  private static void set(String id) {
    IThemeEngine engine = (IThemeEngine) Display.getCurrent().getData(ENGINE);
    engine.setTheme(id, false);
    if (!engine.getActiveTheme().getId().equals(id)) {
      throw new IllegalStateException("there is no theme " + id);
    }
    Workbench.settle();
  }
}
