package org.sockmodel.tests.ui.workbench;

import java.util.function.Predicate;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;

/** The small windows that an editor opens. */
public final class Popups {

  private Popups() {
  }

  /** The first text in a window, however deep. */
  public static StyledText text(Composite parent) {
    return find(parent, StyledText.class);
  }

  /** The first control of a kind within another, however deep; or null. */
  public static <T extends Control> T find(Composite parent, Class<T> kind) {
    for (Control child : parent.getChildren()) {
      if (kind.isInstance(child)) {
        return kind.cast(child);
      }
      T within = child instanceof Composite inner ? find(inner, kind) : null;
      if (within != null) {
        return within;
      }
    }
    return null;
  }

  /** The explanation that is open now, or null. */
  public static StyledText explanation(Display display) {
    return explanation(display, text -> !text.isEmpty());
  }

  /** The explanation that is open now and has this part, or null. */
  public static StyledText explanation(Display display, String part) {
    return explanation(display, text -> text.contains(part));
  }

  private static StyledText explanation(Display display, Predicate<String> wanted) {
    for (Shell shell : display.getShells()) {
      StyledText text = shell.isVisible() && shell != Dialogs.window() ? text(shell) : null;
      if (text != null && wanted.test(text.getText())) {
        return text;
      }
    }
    return null;
  }

  /** The list of proposals that is open now, or null. */
  public static Table list(Display display) {
    for (Shell shell : display.getShells()) {
      Table table = shell.isVisible() && shell.getText().isEmpty() ? child(shell) : null;
      if (table != null) {
        return table;
      }
    }
    return null;
  }

  private static Table child(Shell shell) {
    for (Control child : shell.getChildren()) {
      if (child instanceof Table table) {
        return table;
      }
    }
    return null;
  }
}
