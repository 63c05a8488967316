package org.sockmodel.dsl.ui.launch;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;

/** Runs a model by the launch configuration that there is for it, or by a new one. */
public final class Simulations {

  private Simulations() {
  }

  /**
   * Starts a simulation in the background.
   *
   * @param workload the only workload to run; empty for all
   */
  public static void launch(IFile model, String workload) throws CoreException {
    List<ILaunchConfiguration> existing = configurations(model, workload);
    ILaunchConfiguration configuration = existing.isEmpty() ? create(model, workload) : existing.get(0);
    DebugUITools.launch(configuration, ILaunchManager.RUN_MODE);
  }

  /** The configurations that run a model, or one of its workloads. */
  static List<ILaunchConfiguration> configurations(IFile model, String workload) throws CoreException {
    List<ILaunchConfiguration> found = new ArrayList<>();
    for (ILaunchConfiguration each : DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations(type())) {
      SimulationSettings settings = SimulationSettings.of(each);
      if (settings.model().equals(path(model)) && settings.workload().equals(workload)) {
        found.add(each);
      }
    }
    return found;
  }

  private static ILaunchConfiguration create(IFile model, String workload) throws CoreException {
    ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    ILaunchConfigurationWorkingCopy copy =
        type().newInstance(null, manager.generateLaunchConfigurationName(name(model, workload)));
    SimulationSettings.of(path(model), workload).into(copy);
    return copy.doSave();
  }

  /**
   * Lets the configurations of a model follow it to another place. Those that are called as it was are called as it is.
   */
  static void follow(IFile oldPlace, IFile newPlace) throws CoreException {
    ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
    for (ILaunchConfiguration each : manager.getLaunchConfigurations(type())) {
      SimulationSettings settings = SimulationSettings.of(each);
      if (settings.model().equals(path(oldPlace))) {
        ILaunchConfigurationWorkingCopy copy = each.getWorkingCopy();
        settings.withModel(path(newPlace)).into(copy);
        String newName = name(newPlace, settings.workload());
        if (each.getName().equals(name(oldPlace, settings.workload())) && !each.getName().equals(newName)) {
          copy.rename(manager.generateLaunchConfigurationName(newName));
        }
        copy.doSave();
      }
    }
  }

  private static String name(IFile model, String workload) {
    return model.getFullPath().removeFileExtension().lastSegment() + (workload.isEmpty() ? "" : " " + workload);
  }

  private static ILaunchConfigurationType type() {
    return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(SimulationSettings.TYPE);
  }

  private static String path(IFile model) {
    return model.getFullPath().makeRelative().toPortableString();
  }
}
