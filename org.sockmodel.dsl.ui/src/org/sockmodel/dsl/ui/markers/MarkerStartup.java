package org.sockmodel.dsl.ui.markers;

import java.util.Arrays;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IStartup;
import org.sockmodel.dsl.ui.language.LanguageSession;

/**
 * Starts the validation of the workspace with the workbench; the platform calls it on a background thread. Models may
 * have been changed without the workbench, and markers be left of texts that were never saved when it was killed.
 */
public final class MarkerStartup implements IStartup {

  @Override
  public void earlyStartup() {
    IWorkspace workspace = ResourcesPlugin.getWorkspace();
    ValidationJob job = new ValidationJob();
    workspace.addResourceChangeListener(new ModelChangeListener(job), IResourceChangeEvent.POST_CHANGE);
    LanguageSession.get().addListener(new UnsavedProblems());
    check(job);
  }

  /** Has all models of the workspace validated as they are saved, in the background. */
  public static void check() {
    check(new ValidationJob());
  }

  private static void check(ValidationJob job) {
    job.validate(Arrays.asList(ResourcesPlugin.getWorkspace().getRoot().getProjects()));
  }
}
