package org.sockmodel.tests.ui;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.sockmodel.dsl.ui.markers.ProblemMarkers;

/** A project with models, gone again when it is closed. */
final class ModelProject implements AutoCloseable {

  private final IProject project;

  ModelProject(String name) throws CoreException {
    project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    project.create(null);
    project.open(null);
  }

  IFile file(String name, String text) throws CoreException {
    IFile file = project.getFile(name);
    file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
    return file;
  }

  /** The errors of a file as the workbench shows them now. */
  static List<IMarker> errors(IFile file) {
    try {
      return Arrays.stream(file.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO))
          .filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR)
          .toList();
    } catch (CoreException problem) {
      throw new IllegalStateException(problem);
    }
  }

  @Override
  public void close() throws CoreException {
    project.delete(true, true, null);
  }
}
