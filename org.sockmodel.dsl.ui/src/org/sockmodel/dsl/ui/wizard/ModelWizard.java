package org.sockmodel.dsl.ui.wizard;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** A wizard that makes models: does so with progress, then shows the first of them. */
abstract class ModelWizard extends BasicNewResourceWizard {

  /** Makes what the wizard is for. */
  @FunctionalInterface
  interface Work {

    void run(IProgressMonitor monitor) throws CoreException;
  }

  ModelWizard(String title) {
    setWindowTitle(title);
    setNeedsProgressMonitor(true);
  }

  /** Runs {@code work} in the background and opens a model that it made; whether it went well. */
  final boolean make(Work work, IFile model) {
    try {
      getContainer().run(true, true, new WorkspaceModifyOperation() {
        @Override
        protected void execute(IProgressMonitor monitor) throws CoreException {
          work.run(monitor);
        }
      });
      show(model);
      return true;
    } catch (InvocationTargetException e) {
      CoreException cause = e.getCause() instanceof CoreException core ? core
          : new CoreException(Status.error("The models were not made.", e.getCause()));
      StatusManager.getManager().handle(cause.getStatus(), StatusManager.SHOW | StatusManager.LOG);
    } catch (InterruptedException cancelled) {
      // The wizard stays open.
    }
    return false;
  }

  final void show(IFile model) {
    selectAndReveal(model);
    try {
      IDE.openEditor(getWorkbench().getActiveWorkbenchWindow().getActivePage(), model);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
    }
  }
}
