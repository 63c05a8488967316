package org.sockmodel.dsl.ui.launch;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.sockmodel.dsl.ui.preferences.SimulatorDefaults;

/**
 * What a launch configuration says.
 *
 * @param model path of the model in the workspace
 * @param workload the only workload to run; empty for all
 * @param kernel what the machine runs in place of what the model says, such as {@code linux.v6_1}; empty for no other
 * @param seed root of all random numbers, as it was written
 * @param overrides {@code NAME=VALUE} each
 * @param trace whether the trace is kept in the project and shown
 * @param functions whether the trace that is kept tells every kernel function
 */
public record SimulationSettings(String model, String workload, String kernel, String seed, List<String> overrides,
    boolean trace, boolean functions) {

  /** The type of the launch configurations. */
  public static final String TYPE = "org.sockmodel.dsl.ui.simulation";

  private static final String MODEL = TYPE + ".model";
  private static final String WORKLOAD = TYPE + ".workload";
  private static final String KERNEL = TYPE + ".kernel";
  private static final String SEED = TYPE + ".seed";
  private static final String OVERRIDES = TYPE + ".overrides";
  private static final String TRACE = TYPE + ".trace";
  private static final String FUNCTIONS = TYPE + ".functions";

  /** What a new configuration begins with. */
  public static SimulationSettings of(String model, String workload) {
    return new SimulationSettings(model, workload, SimulatorDefaults.kernel(), SimulatorDefaults.seed(), List.of(),
        SimulatorDefaults.trace(), false);
  }

  /** Reads a configuration. */
  public static SimulationSettings of(ILaunchConfiguration configuration) throws CoreException {
    return new SimulationSettings(configuration.getAttribute(MODEL, ""), configuration.getAttribute(WORKLOAD, ""),
        configuration.getAttribute(KERNEL, SimulatorDefaults.kernel()),
        configuration.getAttribute(SEED, SimulatorDefaults.seed()),
        configuration.getAttribute(OVERRIDES, List.of()),
        configuration.getAttribute(TRACE, SimulatorDefaults.trace()), configuration.getAttribute(FUNCTIONS, false));
  }

  /** Writes all of it into a configuration. */
  public void into(ILaunchConfigurationWorkingCopy configuration) {
    configuration.setAttribute(MODEL, model);
    configuration.setAttribute(WORKLOAD, workload);
    configuration.setAttribute(KERNEL, kernel);
    configuration.setAttribute(SEED, seed);
    configuration.setAttribute(OVERRIDES, overrides);
    configuration.setAttribute(TRACE, trace);
    configuration.setAttribute(FUNCTIONS, functions);
    configuration.setMappedResources(namesFile() ? new IResource[] {file()} : null);
  }

  /** Whether the model is that of a file in a project; it may be empty, or not yet written to its end. */
  boolean namesFile() {
    return IPath.fromPortableString(model).segmentCount() > 1;
  }

  /** The same, of another model. */
  SimulationSettings withModel(String newModel) {
    return new SimulationSettings(newModel, workload, kernel, seed, overrides, trace, functions);
  }

  /** The same, with other values, {@code NAME=VALUE} each. */
  public SimulationSettings withOverrides(List<String> newOverrides) {
    return new SimulationSettings(model, workload, kernel, seed, newOverrides, trace, functions);
  }

  /** The model's file, which need not exist. */
  public IFile file() {
    return ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromPortableString(model));
  }

  /** What is wrong with it, as far as one can see without reading the model; empty if nothing is. */
  public String problem() {
    if (!namesFile() || !file().exists()) {
      return model.isEmpty() ? "Choose a model." : "There is no model " + model + "; choose another one.";
    }
    if (!seed.strip().matches("-?\\d{1,18}")) {
      return "The seed must be a whole number.";
    }
    return overrides.stream().filter(override -> override.indexOf('=') <= 0).findFirst()
        .map(override -> "'" + override + "' has no value; write for example: rate=10kpps").orElse("");
  }
}
