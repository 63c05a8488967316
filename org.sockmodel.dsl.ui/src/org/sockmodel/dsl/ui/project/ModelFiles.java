package org.sockmodel.dsl.ui.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;

/** Finds the models of the workspace; copies that a build made (derived resources) are none. */
public final class ModelFiles {

  /** The extension of their names. */
  public static final String EXTENSION = "sockmodel";

  private ModelFiles() {
  }

  /** Whether a resource is a model. */
  public static boolean isModel(IResource resource) {
    return resource.getType() == IResource.FILE
        && EXTENSION.equals(resource.getFileExtension())
        && !resource.isDerived(IResource.CHECK_ANCESTORS);
  }

  /** All models below a container, by path; none when it is closed or gone. */
  public static List<IFile> below(IContainer container) throws CoreException {
    List<IFile> files = new ArrayList<>();
    if (container.isAccessible()) {
      container.accept(proxy -> {
        if (proxy.getType() == IResource.FILE && proxy.getName().endsWith("." + EXTENSION)
            && isModel(proxy.requestResource())) {
          files.add((IFile) proxy.requestResource());
        }
        return true;
      }, IResource.NONE);
    }
    files.sort(Comparator.comparing(file -> file.getFullPath().toString()));
    return files;
  }
}
