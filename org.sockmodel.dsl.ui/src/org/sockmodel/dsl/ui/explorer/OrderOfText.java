package org.sockmodel.dsl.ui.explorer;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;

/** Leaves elements in the order in which they stand in the model, as the outline does. */
public final class OrderOfText extends ViewerComparator {

  @Override
  public int compare(Viewer viewer, Object one, Object other) {
    return 0;
  }
}
