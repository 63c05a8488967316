package org.sockmodel.dsl.ui.launch;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;

/** Starts the job that a launch configuration describes. Saved editors count, and the platform asks to save others. */
public final class SimulationDelegate extends LaunchConfigurationDelegate {

  @Override
  public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor)
      throws CoreException {
    SimulationSettings settings = SimulationSettings.of(configuration);
    if (!settings.problem().isEmpty()) {
      throw new CoreException(Status.error(settings.problem()));
    }
    new SimulationJob(settings, launch).schedule();
  }

  @Override
  protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
    SimulationSettings settings = SimulationSettings.of(configuration);
    return settings.namesFile() ? new IProject[] {settings.file().getProject()} : null;
  }

  /** A run reads the model itself, so it need not wait for a build. */
  @Override
  public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
    return false;
  }
}
