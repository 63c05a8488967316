package org.sockmodel.tests.ui.workbench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.sockmodel.dsl.ui.markers.ProblemMarkers;
import org.sockmodel.dsl.ui.project.ModelNature;

/** A project with models, gone again when it is closed, with what was run of it and what editors show of it. */
public final class ModelProject implements AutoCloseable {

  private final IProject project;

  public ModelProject(String name) {
    project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    try {
      project.create(null);
      project.open(null);
    } catch (CoreException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** Has its models built when they are saved. */
  public ModelProject built() {
    try {
      IProjectDescription description = project.getDescription();
      description.setNatureIds(new String[] {ModelNature.ID});
      project.setDescription(description, null);
    } catch (CoreException problem) {
      throw new IllegalStateException(problem);
    }
    return this;
  }

  public IProject project() {
    return project;
  }

  public IFile file(String name, String text) throws CoreException {
    IFile file = project.getFile(name);
    file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
    return file;
  }

  /** Lets the workbench work until what was saved is built. */
  public static void awaitBuild() {
    Workbench.await("the end of the build",
        () -> Job.getJobManager().find(ResourcesPlugin.FAMILY_AUTO_BUILD).length == 0);
  }

  public static void save(IFile file, String text) throws CoreException {
    file.setContents(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, false, null);
  }

  /** The errors of a file as the workbench shows them now. */
  public static List<IMarker> errors(IFile file) {
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
    Launches.forgetAll();
    awaitBuild();
    Workbench.page().closeAllEditors(false);
    project.delete(true, true, null);
  }
}
