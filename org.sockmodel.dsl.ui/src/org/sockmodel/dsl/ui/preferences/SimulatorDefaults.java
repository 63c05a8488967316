package org.sockmodel.dsl.ui.preferences;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

/** With what a new launch configuration begins, and what one means that does not say. */
public final class SimulatorDefaults extends AbstractPreferenceInitializer {

  static final String NODE = "org.sockmodel.dsl.ui";
  static final String SEED = "simulator.seed";
  static final String KERNEL = "simulator.kernel";
  static final String TRACE = "simulator.trace";

  private static final String FIRST_SEED = "1";

  /** Root of all random numbers. */
  public static String seed() {
    return Platform.getPreferencesService().getString(NODE, SEED, FIRST_SEED, null);
  }

  /** The kernel that machines run, such as {@code linux.v6_1}; empty for what their models say. */
  public static String kernel() {
    return Platform.getPreferencesService().getString(NODE, KERNEL, "", null);
  }

  /** Whether a run's trace is kept and shown. */
  public static boolean trace() {
    return Platform.getPreferencesService().getBoolean(NODE, TRACE, true, null);
  }

  @Override
  public void initializeDefaultPreferences() {
    IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(NODE);
    defaults.put(SEED, FIRST_SEED);
    defaults.put(KERNEL, "");
    defaults.putBoolean(TRACE, true);
  }
}
