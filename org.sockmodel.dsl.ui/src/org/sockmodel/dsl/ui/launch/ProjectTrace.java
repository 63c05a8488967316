package org.sockmodel.dsl.ui.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.sockmodel.dsl.ui.project.WriteProblem;
import org.sockmodel.runtime.trace.TraceException;

/**
 * The folder of a project that a run's trace goes to. Its name says what the run was of: model, workload, kernel, seed
 * and values, so that runs that differ can be compared; the next run of the same replaces it.
 */
final class ProjectTrace {

  private static final String TRACES = "traces";
  private static final String METADATA = "metadata";

  /** File systems take 255 bytes, and a character takes up to three. */
  private static final int LONGEST_NAME = 72;

  private final IFolder folder;

  ProjectTrace(SimulationSettings settings) {
    folder = settings.file().getProject().getFolder(TRACES).getFolder(name(settings));
  }

  private static String name(SimulationSettings settings) {
    List<String> parts = new ArrayList<>();
    parts.add(settings.file().getFullPath().removeFileExtension().lastSegment());
    if (!settings.workload().isEmpty()) {
      parts.add(settings.workload());
    }
    if (!settings.kernel().isEmpty()) {
      parts.add(settings.kernel().replaceFirst("^linux\\.", ""));
    }
    parts.add("seed" + settings.seed().strip());
    settings.overrides().forEach(override -> parts.add(override.replaceAll("[^\\w.=+-]+", "_")));
    String name = String.join("-", parts);
    return name.length() <= LONGEST_NAME ? name
        : name.substring(0, LONGEST_NAME) + "-" + Integer.toHexString(name.hashCode());
  }

  /**
   * Makes the folder that it goes to; the place on disk.
   *
   * @throws TraceException if there cannot be such a folder; says how the model runs nevertheless
   */
  Path prepare(IProgressMonitor monitor) throws CoreException, TraceException {
    IFolder traces = (IFolder) folder.getParent();
    traces.refreshLocal(IResource.DEPTH_INFINITE, monitor);
    if (!traces.exists()) {
      try {
        traces.create(IResource.FORCE | IResource.DERIVED, true, monitor);
      } catch (CoreException e) {
        throw new TraceException("cannot write " + traces.getFullPath().makeRelative() + ": " + WriteProblem.reason(e)
            + "; Run Configurations can run it without keeping the trace", e);
      }
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
