package org.sockmodel.dsl.ui.symbols;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.sockmodel.dsl.ui.icons.ModelIcons;

/** Elements as a tree shows them: by name and with the picture of their kind. */
public final class ModelElementLabels extends LabelProvider {

  @Override
  public String getText(Object element) {
    return element instanceof ModelElement shown ? shown.name() : null;
  }

  @Override
  public Image getImage(Object element) {
    return element instanceof ModelElement shown ? ModelIcons.of(shown.kind()) : null;
  }
}
