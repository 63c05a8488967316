package org.sockmodel.dsl.ui.trace.export;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** What follows when a file has been written. */
final class WrittenFile {

  private WrittenFile() {
  }

  /** Lets the workspace see it if it lies in one of its projects, and says in the status line that it is there. */
  static void show(Path file) {
    for (IFile seen : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
      ICoreRunnable refresh = monitor -> seen.refreshLocal(IResource.DEPTH_ZERO, monitor);
      Job.create("Refresh " + seen.getName(), refresh).schedule();
    }
    PlatformUI.getWorkbench().getDisplay().asyncExec(() -> say(file + " is written"));
  }

  private static void say(String message) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPart part = window == null ? null : window.getPartService().getActivePart();
    if (part != null) {
      IActionBars bars = part.getSite() instanceof IEditorSite editor ? editor.getActionBars()
          : ((IViewSite) part.getSite()).getActionBars();
      bars.getStatusLineManager().setMessage(message);
    }
  }
}
