package org.sockmodel.dsl.ui.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileSystem;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.sockmodel.dsl.ui.project.WriteProblem;
import org.sockmodel.runtime.trace.TraceException;

/**
 * The folder of a project that a run's trace goes to. Its name says what the run was of: model, workload, kernel, seed,
 * values and functions, so that runs that differ can be compared. The next run of the same replaces it; if other events
 * come of that, since the model was changed, the trace of before stays beside it.
 */
final class ProjectTrace {

  private static final String TRACES = "traces";
  private static final String METADATA = "metadata";
  private static final String UNFINISHED = ".part";
  private static final String BEFORE = "-before";

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
    if (settings.functions()) {
      parts.add("functions");
    }
    String name = String.join("-", parts);
    return name.length() <= LONGEST_NAME ? name
        : name.substring(0, LONGEST_NAME) + "-" + Integer.toHexString(name.hashCode());
  }

  /**
   * Makes the folder for traces; the place on disk where this one is written until it is whole.
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
    return place(UNFINISHED);
  }

  private Path place(String suffix) {
    return Path.of(folder.getLocation().toOSString() + suffix);
  }

  /** Puts what was written in its place, and makes the workspace see it; the file to open. */
  IFile keep(IProgressMonitor monitor) throws CoreException {
    Path written = place(UNFINISHED);
    Path kept = place("");
    if (Files.exists(kept) && !isSame(written, kept)) {
      move(kept, place(BEFORE));
    }
    move(written, kept);
    folder.getParent().refreshLocal(IResource.DEPTH_INFINITE, monitor);
    return folder.getFile(METADATA);
  }

  /** The trace of the run before, where that differs; empty if there was none. */
  Optional<IFolder> before() {
    IFolder before = folder.getParent().getFolder(IPath.fromPortableString(folder.getName() + BEFORE));
    return Optional.of(before).filter(IFolder::exists);
  }

  /** The same events make the same bytes. */
  private static boolean isSame(Path trace, Path other) {
    try (Stream<Path> files = Files.list(trace)) {
      for (Path file : files.toList()) {
        if (Files.mismatch(file, other.resolve(file.getFileName())) >= 0) {
          return false;
        }
      }
      return true;
    } catch (IOException incomplete) {
      return false;
    }
  }

  private static void move(Path from, Path to) throws CoreException {
    IFileSystem disk = EFS.getLocalFileSystem();
    disk.fromLocalFile(from.toFile()).move(disk.fromLocalFile(to.toFile()), EFS.OVERWRITE, null);
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
