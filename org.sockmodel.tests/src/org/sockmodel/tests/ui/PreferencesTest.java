package org.sockmodel.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.launch.SimulationSettings;

class PreferencesTest {

  private static final String PAGE = "org.sockmodel.dsl.ui.preferences";

  private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.sockmodel.dsl.ui");
  private PreferenceDialog dialog;

  @AfterEach
  void restore() throws Exception {
    dialog.close();
    preferences.clear();
  }

  @Test
  void shouldBeginNewSimulationsWithThePreferredSeed() throws Exception {
    assertEquals("1", SimulationSettings.of("p/m.sockmodel", "").seed());
    dialog = PreferencesUtil.createPreferenceDialogOn(
        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), PAGE, null, null);
    dialog.setBlockOnOpen(false);
    dialog.open();
    Text seed = Workbench.all(Text.class, dialog.getShell()).stream()
        .filter(text -> text.getText().equals("1")).findFirst().orElseThrow();

    seed.setText("42");
    Workbench.screenshot("preferences", dialog.getShell());
    ((PreferencePage) dialog.getSelectedPage()).performOk();

    assertEquals("42", SimulationSettings.of("p/m.sockmodel", "").seed());
  }
}
