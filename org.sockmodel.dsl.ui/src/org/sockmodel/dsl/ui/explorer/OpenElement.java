package org.sockmodel.dsl.ui.explorer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.navigator.CommonActionProvider;
import org.eclipse.ui.navigator.ICommonActionConstants;
import org.sockmodel.dsl.ui.navigation.Places;
import org.sockmodel.dsl.ui.symbols.ModelElement;

/** Opens the chosen element of a model in its editor. */
public final class OpenElement extends CommonActionProvider {

  private final Action open = new Action("Open") {
    @Override
    public void run() {
      if (getContext() != null && getContext().getSelection() instanceof IStructuredSelection selected
          && selected.getFirstElement() instanceof ModelElement element) {
        Places.open(element.place());
      }
    }
  };

  @Override
  public void fillActionBars(IActionBars bars) {
    bars.setGlobalActionHandler(ICommonActionConstants.OPEN, open);
  }
}
