package org.sockmodel.dsl.ui.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IStartup;
import org.sockmodel.dsl.ui.project.ModelFiles;

/** Lets launch configurations follow models that are renamed or moved, alone or with their folder or project. */
public final class MovedModels implements IStartup, IResourceChangeListener {

  @Override
  public void earlyStartup() {
    ResourcesPlugin.getWorkspace().addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    Map<IFile, IFile> moved = new LinkedHashMap<>();
    try {
      event.getDelta().accept(delta -> {
        if ((delta.getFlags() & IResourceDelta.MOVED_TO) != 0 && delta.getResource() instanceof IFile file
            && ModelFiles.isModel(file)) {
          moved.put(file, ResourcesPlugin.getWorkspace().getRoot().getFile(delta.getMovedToPath()));
        }
        return true;
      });
    } catch (CoreException problem) {
      ILog.of(getClass()).log(problem.getStatus());
    }
    if (!moved.isEmpty()) {
      Job.createSystem("Launch configurations of moved models", (ICoreRunnable) monitor -> follow(moved))
          .schedule();
    }
  }

  private static void follow(Map<IFile, IFile> moved) throws CoreException {
    for (Map.Entry<IFile, IFile> each : moved.entrySet()) {
      Simulations.follow(each.getKey(), each.getValue());
    }
  }
}
