package org.sockmodel.tests.ui.accessibility;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Slider;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.sockmodel.dsl.ui.trace.paint.PictureCanvas;
import org.sockmodel.tests.ui.workbench.Workbench;

/** What a screen reader says of controls that take the keys. */
public final class SpokenNames {

  private static final List<Class<? extends Control>> TAKE_KEYS = List.of(Button.class, Combo.class, Link.class,
      Slider.class, Spinner.class, Table.class, Text.class, Tree.class, StyledText.class, PictureCanvas.class);

  private SpokenNames() {
  }

  /** The controls within another one that take the keys, but of which nothing would be said. */
  public static List<Control> missing(Composite within) {
    List<Control> missing = new ArrayList<>();
    for (Control control : Workbench.all(Control.class, within)) {
      if (TAKE_KEYS.stream().anyMatch(kind -> kind.isInstance(control)) && name(control).isBlank()) {
        missing.add(control);
      }
    }
    return missing;
  }

  /**
   * Its own name, or what is written on it or in it, or the label before it: the toolkit takes these for names too. A
   * text that cannot be changed is itself what is to be heard, and may say nothing at the moment.
   */
  private static String name(Control control) {
    AccessibleEvent event = new AccessibleEvent(control);
    listeners(control.getAccessible()).forEach(listener -> listener.getName(event));
    if (event.result != null) {
      return event.result;
    }
    if (control instanceof Button button) {
      return button.getText();
    }
    if (control instanceof Link link) {
      return link.getText();
    }
    if (control instanceof Text text && !text.getEditable()) {
      return "text: " + text.getText();
    }
    return control instanceof Text text && !text.getMessage().isEmpty() ? text.getMessage() : label(control);
  }

  private static String label(Control control) {
    List<Control> beside = List.of(control.getParent().getChildren());
    int place = beside.indexOf(control);
    return place > 0 && beside.get(place - 1) instanceof Label label ? label.getText() : "";
  }

  /** Only the toolkit itself asks them, so they can be had no other way. */
  private static List<AccessibleListener> listeners(Accessible accessible) {
    try {
      Field field = Accessible.class.getDeclaredField("accessibleListeners");
      field.setAccessible(true);
      List<AccessibleListener> found = new ArrayList<>();
      if (field.get(accessible) instanceof List<?> listeners) {
        listeners.forEach(listener -> found.add((AccessibleListener) listener));
      }
      return found;
    } catch (ReflectiveOperationException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
