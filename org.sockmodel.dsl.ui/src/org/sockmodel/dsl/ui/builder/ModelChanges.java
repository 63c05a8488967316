package org.sockmodel.dsl.ui.builder;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.sockmodel.dsl.ui.project.ModelFiles;

/** Which models of a project are new or changed, and which are gone. */
record ModelChanges(List<IFile> changed, List<IFile> removed) {

  /** As if all models of a project were new. */
  static ModelChanges all(IProject project) throws CoreException {
    return new ModelChanges(ModelFiles.below(project), List.of());
  }

  static ModelChanges of(IResourceDelta delta) throws CoreException {
    ModelChanges changes = new ModelChanges(new ArrayList<>(), new ArrayList<>());
    delta.accept(each -> {
      if (ModelFiles.isModel(each.getResource())) {
        changes.add(each, (IFile) each.getResource());
      }
      return true;
    });
    return changes;
  }

  private void add(IResourceDelta delta, IFile model) {
    if (delta.getKind() == IResourceDelta.REMOVED) {
      removed.add(model);
    } else if (delta.getKind() == IResourceDelta.ADDED || (delta.getFlags() & IResourceDelta.CONTENT) != 0) {
      changed.add(model);
    }
  }
}
