package org.sockmodel.tests.ui.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.ui.launch.SimulationSettings;
import org.sockmodel.dsl.ui.preferences.EditorDefaults;
import org.sockmodel.tests.ui.workbench.Dialogs;
import org.sockmodel.tests.ui.workbench.Keys;
import org.sockmodel.tests.ui.workbench.Workbench;

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
  void shouldOfferFormattingOnSave() throws Exception {
    dialog = Dialogs.preferences(PAGE + ".editor");
    Button format = Workbench.all(Button.class, dialog.getShell()).stream()
        .filter(button -> button.getText().contains("when it is saved")).findFirst().orElseThrow();
    assertFalse(format.getSelection());

    Keys.point(dialog.getShell(), 20, 20);
    format.setFocus();
    Keys.press("space");
    Workbench.await("the mark", format::getSelection);
    Workbench.screenshot("preferences-editor", dialog.getShell());
    Keys.press("Return");

    Workbench.await("the end of the dialog", () -> dialog.getShell() == null);
    assertTrue(EditorDefaults.layOutOnSave());
  }

  @Test
  void shouldListTheTemplates() throws Exception {
    dialog = Dialogs.preferences(PAGE + ".templates");
    Table templates = Workbench.all(Table.class, dialog.getShell()).get(0);
    List<String> names = Arrays.stream(templates.getItems()).map(TableItem::getText).toList();
    dialog.getShell().pack();
    Workbench.screenshot("preferences-templates", dialog.getShell());

    assertTrue(names.contains("workload { ... }"), names.toString());
  }

  @Test
  void shouldBeginNewSimulationsWithThePreferredSeed() throws Exception {
    assertEquals("1", SimulationSettings.of("p/m.sockmodel", "").seed());
    dialog = Dialogs.preferences(PAGE);
    Text seed = Workbench.all(Text.class, dialog.getShell()).stream()
        .filter(text -> text.getText().equals("1")).findFirst().orElseThrow();

    Keys.point(dialog.getShell(), 20, 20);
    seed.setFocus();
    Keys.press("ctrl+a");
    Keys.type("42");
    Workbench.await("the seed", () -> seed.getText().equals("42"));
    Workbench.screenshot("preferences", dialog.getShell());
    Keys.press("Return");

    Workbench.await("the end of the dialog", () -> dialog.getShell() == null);
    assertEquals("42", SimulationSettings.of("p/m.sockmodel", "").seed());
  }
}
