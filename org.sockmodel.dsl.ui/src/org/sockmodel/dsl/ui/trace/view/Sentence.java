package org.sockmodel.dsl.ui.trace.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * What a view says above what it shows. It is as high as its words need at the width that the view has, so that a
 * narrow window cuts none of them, and takes no room while there is nothing to say.
 */
public final class Sentence {

  private static final int GAP = 4;

  private final Composite body;
  private final Label label;

  /** Makes an empty one at the top of a view. */
  public Sentence(Composite view) {
    body = new Composite(view, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, GAP).applyTo(body);
    label = new Label(body, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).indent(GAP, GAP / 2).hint(1, SWT.DEFAULT).exclude(true)
        .applyTo(label);
    body.addListener(SWT.Resize, event -> label.requestLayout());
  }

  /** The parent of what the view shows. */
  public Composite body() {
    return body;
  }

  /** Gives what the view shows all the room below. */
  public void above(Control shown) {
    GridDataFactory.fillDefaults().grab(true, true).applyTo(shown);
  }

  /** Says something else, or nothing. */
  public void say(String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
      ((GridData) label.getLayoutData()).exclude = text.isEmpty();
      label.setVisible(!text.isEmpty());
      label.requestLayout();
    }
  }

  /** What it says now. */
  public String text() {
    return label.getText();
  }
}
