package org.sockmodel.dsl.ui.launch;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** The folder of a project that a run's trace goes to; the next run of the same model and seed replaces it. */
final class ProjectTrace {

  private static final String TRACES = "traces";
  private static final String METADATA = "metadata";

  private final IFolder folder;

  ProjectTrace(SimulationSettings settings) {
    String name = settings.file().getFullPath().removeFileExtension().lastSegment();
    String part = settings.workload().isEmpty() ? "" : "-" + settings.workload();
    folder = settings.file().getProject().getFolder(TRACES).getFolder(name + part + "-seed" + settings.seed().strip());
  }

  /** Makes the folder that it goes to; the place on disk. */
  Path prepare(IProgressMonitor monitor) throws CoreException {
    IFolder traces = (IFolder) folder.getParent();
    traces.refreshLocal(IResource.DEPTH_INFINITE, monitor);
    if (!traces.exists()) {
      traces.create(IResource.FORCE | IResource.DERIVED, true, monitor);
    }
    return Path.of(folder.getLocation().toOSString());
  }

  /** Makes the workspace see what was written; the file to open. */
  IFile refresh(IProgressMonitor monitor) throws CoreException {
    folder.refreshLocal(IResource.DEPTH_INFINITE, monitor);
    return folder.getFile(METADATA);
  }

  /** Opens a trace in whatever editor there is for traces. */
  static void show(IFile trace) {
    PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
      IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
      if (window != null && window.getActivePage() != null) {
        try {
          IDE.openEditor(window.getActivePage(), trace, false);
        } catch (PartInitException e) {
          StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
        }
      }
    });
  }
}
