package org.sockmodel.dsl.ui.trace.export;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.sockmodel.dsl.ui.status.StatusLine;

/** What follows when a file has been written. */
final class WrittenFile {

  private WrittenFile() {
  }

  /** Lets the workspace see it if it lies in one of its projects, and says in the status line that it is there. */
  static void show(Path file) {
    for (IFile seen : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
      ICoreRunnable refresh = monitor -> seen.refreshLocal(IResource.DEPTH_ZERO, monitor);
      Job.create("Refresh " + seen.getName(), refresh).schedule();
    }
    StatusLine.say(file + " is written");
  }
}
