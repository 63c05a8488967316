package org.sockmodel.dsl.ui.markers;

import java.util.Arrays;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IStartup;
import org.sockmodel.dsl.ui.language.LanguageSession;

/** Starts the validation of the workspace with the workbench; the platform calls it on a background thread. */
public final class MarkerStartup implements IStartup {

  @Override
  public void earlyStartup() {
    IWorkspace workspace = ResourcesPlugin.getWorkspace();
    ValidationJob job = new ValidationJob();
    workspace.addResourceChangeListener(new ModelChangeListener(job), IResourceChangeEvent.POST_CHANGE);
    LanguageSession.get().addListener(new UnsavedProblems());
    job.validate(Arrays.asList(workspace.getRoot().getProjects()));
  }
}
