package org.sockmodel.dsl.ui.preferences;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.sockmodel.dsl.library.ShippedLibrary;

/** Preferences &gt; SockModel. */
public final class SimulatorPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

  public SimulatorPage() {
    super(GRID);
    setDescription("New simulations begin with these; each can be given others in its launch configuration.");
  }

  @Override
  public void init(IWorkbench workbench) {
    setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, SimulatorDefaults.NODE));
  }

  @Override
  protected void createFieldEditors() {
    StringFieldEditor seed = new StringFieldEditor(SimulatorDefaults.SEED, "&Seed:", getFieldEditorParent()) {
      @Override
      protected boolean doCheckState() {
        return getStringValue().strip().matches("-?\\d{1,18}");
      }
    };
    seed.setErrorMessage("The seed must be a whole number.");
    addField(seed);
    String[][] kernels = Stream.concat(Stream.of(List.of("As the model says", "")),
            ShippedLibrary.kernels().stream().map(kernel -> List.of(kernel, kernel)))
        .map(entry -> entry.toArray(String[]::new)).toArray(String[][]::new);
    addField(new ComboFieldEditor(SimulatorDefaults.KERNEL, "&Kernel:", kernels, getFieldEditorParent()));
    addField(new BooleanFieldEditor(SimulatorDefaults.TRACE, "Keep the &trace in the project and show it",
        getFieldEditorParent()));
  }
}
