package org.sockmodel.dsl.ui.trace.origin;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.dialogs.FilteredList;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;

/** Lets a person choose one of several calls. */
final class CallChoice extends ElementListSelectionDialog {

  CallChoice(Shell parent, Object[] calls, String message) {
    super(parent, new LabelProvider());
    setTitle("Open Call in Model");
    setMessage(message);
    setElements(calls);
    setMultipleSelection(false);
  }

  @Override
  protected FilteredList createFilteredList(Composite parent) {
    FilteredList list = super.createFilteredList(parent);
    for (Control table : list.getChildren()) {
      ScreenReader.name(table, "Calls");
    }
    return list;
  }
}
