package org.sockmodel.dsl.ui.templates;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.eclipse.ui.texteditor.templates.TemplatePreferencePage;
import org.sockmodel.dsl.ui.accessibility.ScreenReader;

/** Preferences &gt; SockModel &gt; Templates. */
public final class TemplatesPage extends TemplatePreferencePage {

  public TemplatesPage() {
    setDescription("Completion proposes a template where its\nfirst word may begin a line.\n"
        + "${1:name} is a place to fill in, with what it\nholds at first; $0 is where the cursor ends.");
    setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, ModelTemplates.NODE));
    setTemplateStore(ModelTemplates.get());
    setContextTypeRegistry(ModelTemplates.get().notations());
  }

  @Override
  protected Control createContents(Composite parent) {
    Control contents = super.createContents(parent);
    ScreenReader.name(getTableViewer().getTable(), "Templates");
    return contents;
  }

  @Override
  protected boolean isShowFormatterSetting() {
    return false;
  }
}
