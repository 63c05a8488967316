package org.sockmodel.dsl.ui.explorer;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonActionProvider;
import org.eclipse.ui.navigator.ICommonActionConstants;
import org.eclipse.ui.navigator.ICommonMenuConstants;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.ui.trace.session.TraceSource;

/** Opens the chosen folder as the CTF trace that it is, by double click, key and menu; the arrow keys expand it. */
public final class OpenTraceFolder extends CommonActionProvider {

  private final Action open = new Action("&Open Trace") {
    @Override
    public void run() {
      IFolder folder = chosen();
      if (folder != null) {
        openTrace(folder);
      }
    }
  };

  @Override
  public void fillActionBars(IActionBars bars) {
    bars.setGlobalActionHandler(ICommonActionConstants.OPEN, open);
  }

  @Override
  public void fillContextMenu(IMenuManager menu) {
    menu.appendToGroup(ICommonMenuConstants.GROUP_OPEN, open);
  }

  private IFolder chosen() {
    return getContext() != null && getContext().getSelection() instanceof IStructuredSelection selected
        ? Adapters.adapt(selected.getFirstElement(), IFolder.class) : null;
  }

  private static void openTrace(IFolder folder) {
    try {
      IDE.openEditor(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(),
          TraceSource.of(folder).file());
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }
}
