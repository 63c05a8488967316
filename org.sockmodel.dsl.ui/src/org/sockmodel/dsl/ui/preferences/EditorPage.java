package org.sockmodel.dsl.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Preferences &gt; SockModel &gt; Editor. */
public final class EditorPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

  private static final String COLOURS = "org.eclipse.ui.preferencePages.ColorsAndFonts";
  private static final String COLOURS_OF_MODELS = "selectCategory:org.sockmodel.dsl.ui.colours";
  private static final String TEXT_EDITORS = "org.eclipse.ui.preferencePages.GeneralTextEditor";

  public EditorPage() {
    super(GRID);
  }

  @Override
  public void init(IWorkbench workbench) {
    setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, SimulatorDefaults.NODE));
  }

  @Override
  protected void createFieldEditors() {
    Composite parent = getFieldEditorParent();
    addField(new BooleanFieldEditor(EditorDefaults.LAYOUT_ON_SAVE, "&Format a model when it is saved", parent));
    link(parent, "The colours of models are on the page <a>Colors and Fonts</a>.", COLOURS, COLOURS_OF_MODELS);
    link(parent, "Line numbers, tabs and the like are on the page <a>Text Editors</a>.", TEXT_EDITORS, null);
  }

  private void link(Composite parent, String text, String page, Object data) {
    Link link = new Link(parent, SWT.NONE);
    link.setText(text);
    link.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    link.addListener(SWT.Selection,
        event -> PreferencesUtil.createPreferenceDialogOn(getShell(), page, null, data).open());
  }
}
