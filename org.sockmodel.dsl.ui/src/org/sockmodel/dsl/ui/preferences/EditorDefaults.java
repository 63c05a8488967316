package org.sockmodel.dsl.ui.preferences;

import org.eclipse.core.runtime.Platform;

/** What the user prefers while writing models. */
public final class EditorDefaults {

  static final String LAYOUT_ON_SAVE = "editor.layOutOnSave";

  private EditorDefaults() {
  }

  /** Whether a model is laid out when it is saved; not unless the user says so. */
  public static boolean layOutOnSave() {
    return Platform.getPreferencesService().getBoolean(SimulatorDefaults.NODE, LAYOUT_ON_SAVE, false, null);
  }
}
