package org.sockmodel.dsl.ui.markers;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.sockmodel.dsl.ui.project.ModelFiles;
import org.sockmodel.dsl.ui.project.ModelNature;

/**
 * Has the models of a project validated anew when one of them was saved, added or removed; those of a project that is
 * built are left to its builder.
 */
final class ModelChangeListener implements IResourceChangeListener {

  private static final int WITHOUT_TEXT = IResourceDelta.MARKERS | IResourceDelta.SYNC;

  private final ValidationJob job;

  ModelChangeListener(ValidationJob job) {
    this.job = job;
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    Set<IProject> changed = new LinkedHashSet<>();
    try {
      event.getDelta().accept(delta -> visit(delta, changed));
    } catch (CoreException problem) {
      ILog.of(getClass()).log(problem.getStatus());
    }
    if (!changed.isEmpty()) {
      job.validate(changed);
    }
  }

  private static boolean visit(IResourceDelta delta, Set<IProject> changed) throws CoreException {
    IResource resource = delta.getResource();
    if (resource.getType() == IResource.PROJECT && ModelNature.isOf(resource.getProject())) {
      return false;
    }
    boolean opened = resource.getType() == IResource.PROJECT && (delta.getFlags() & IResourceDelta.OPEN) != 0;
    if (opened || ModelFiles.isModel(resource) && touchesText(delta)) {
      changed.add(resource.getProject());
    }
    return true;
  }

  private static boolean touchesText(IResourceDelta delta) {
    return delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & ~WITHOUT_TEXT) != 0;
  }
}
