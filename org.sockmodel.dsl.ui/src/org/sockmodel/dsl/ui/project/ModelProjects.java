package org.sockmodel.dsl.ui.project;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** Makes projects whose models are built, and fills them. */
public final class ModelProjects {

  private ModelProjects() {
  }

  /**
   * Creates and opens a project.
   *
   * @param location its folder; null for the one in the workspace
   */
  public static void create(IProject project, URI location, IProgressMonitor monitor) throws CoreException {
    SubMonitor steps = SubMonitor.convert(monitor, 3);
    IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
    description.setLocationURI(location);
    project.create(description, steps.split(1));
    project.open(steps.split(1));
    // Only a nature that an open project gets is configured.
    description = project.getDescription();
    description.setNatureIds(new String[] {ModelNature.ID});
    project.setDescription(description, steps.split(1));
    project.setDefaultCharset(StandardCharsets.UTF_8.name(), null);
  }

  /**
   * Writes files that are not there yet; those that are stay as they are.
   *
   * @param texts by the names of the files
   */
  public static void fill(IContainer container, Map<String, String> texts, IProgressMonitor monitor)
      throws CoreException {
    SubMonitor steps = SubMonitor.convert(monitor, texts.size());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      IFile file = container.getFile(IPath.fromPortableString(text.getKey()));
      if (!file.exists()) {
        byte[] bytes = text.getValue().getBytes(StandardCharsets.UTF_8);
        file.create(new ByteArrayInputStream(bytes), false, steps.split(1));
      }
    }
  }
}
