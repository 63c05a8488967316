package org.sockmodel.dsl.ui.guide;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IProduct;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

/** Shows the first steps to whoever has made none: in an empty workspace of SockModel's own Eclipse. */
public final class FirstStart implements IStartup {

  private static final String PRODUCT = "org.sockmodel.dsl.ui.product";

  @Override
  public void earlyStartup() {
    IProduct product = Platform.getProduct();
    if (isDue(product == null ? "" : product.getId(), ResourcesPlugin.getWorkspace().getRoot().getProjects().length)) {
      PlatformUI.getWorkbench().getDisplay().asyncExec(FirstStart::show);
    }
  }

  /** Whether the steps are to be shown; another Eclipse has a welcome of its own. */
  public static boolean isDue(String product, int projects) {
    return product.equals(PRODUCT) && projects == 0;
  }

  /** Shows the steps in the window that is active, and Problems rather than the tasks, which lie above them there. */
  public static void show() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (window != null && window.getActivePage() != null) {
      try {
        window.getActivePage().showView(IPageLayout.ID_PROBLEM_VIEW);
        window.getActivePage().showView(FirstSteps.ID);
      } catch (PartInitException problem) {
        StatusManager.getManager().handle(problem.getStatus(), StatusManager.LOG);
      }
    }
  }
}
