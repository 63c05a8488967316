package org.sockmodel.dsl.ui.accessibility;

import java.util.function.Supplier;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Tells whoever does not see a control what it is. */
public final class ScreenReader {

  private ScreenReader() {
  }

  /** Gives a name to a control that has no label. */
  public static void name(Control control, String name) {
    name(control, () -> name);
  }

  /** Gives a name to a control that says what it shows at the moment. */
  public static void name(Control control, Supplier<String> name) {
    control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent event) {
        event.result = name.get();
      }
    });
  }

  /** Makes a label that is seen beside a control its name; not every platform knows by itself. */
  public static void label(Label label, Control control) {
    Accessible named = control.getAccessible();
    named.addRelation(ACC.RELATION_LABELLED_BY, label.getAccessible());
    label.getAccessible().addRelation(ACC.RELATION_LABEL_FOR, named);
    name(control, label.getText().replace("&", "").replaceAll(":$", ""));
  }
}
