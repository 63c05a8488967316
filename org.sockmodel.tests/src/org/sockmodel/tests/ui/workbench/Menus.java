package org.sockmodel.tests.ui.workbench;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Menus, without opening a window for them: only what they hold and do. */
public final class Menus {

  private Menus() {
  }

  /** Chooses an item by the texts on the way to it. */
  public static void choose(Menu menu, String... texts) {
    Menu in = menu;
    for (String text : texts) {
      MenuItem item = item(in, text);
      if (item.getMenu() == null) {
        item.notifyListeners(SWT.Selection, new Event());
      }
      in = item.getMenu();
    }
  }

  /** The texts of a menu's items, without their keys and marks of letters. */
  public static List<String> texts(Menu menu) {
    menu.notifyListeners(SWT.Show, new Event());
    return Arrays.stream(menu.getItems()).map(item -> item.getText().replaceAll("\t.*|&", "")).toList();
  }

  /** Whether an item can be chosen now, or is greyed. */
  public static boolean isEnabled(Menu menu, String text) {
    return item(menu, text).isEnabled();
  }

  private static MenuItem item(Menu menu, String text) {
    int index = texts(menu).indexOf(text);
    return index < 0 ? fail("no " + text + " among " + texts(menu)) : menu.getItem(index);
  }
}
