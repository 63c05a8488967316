package org.sockmodel.tests.ui.workbench;

import java.util.Arrays;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;

/** What is run in the workbench, and has been. */
public final class Launches {

  private Launches() {
  }

  /** Goes by keys to Run Configurations in the menu Run. */
  public static void openConfigurations() {
    Keys.press("alt+r");
    Keys.press("n");
  }

  /** The one launch there is, when it has come to its end. */
  public static ILaunch finished() {
    ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    Workbench.await("the end of a run", () -> {
      ILaunch[] launches = manager.getLaunches();
      return launches.length == 1 && launches[0].isTerminated();
    });
    return manager.getLaunches()[0];
  }

  /** Leaves no launch, and no configuration of one, to the next test. */
  public static void forgetAll() throws CoreException {
    Workbench.await("configurations that follow their models", () -> Arrays.stream(Job.getJobManager().find(null))
        .noneMatch(job -> job.getName().equals("Launch configurations of moved models")));
    ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    manager.removeLaunches(manager.getLaunches());
    for (ILaunchConfiguration configuration : manager.getLaunchConfigurations()) {
      configuration.delete();
    }
  }
}
