package org.sockmodel.dsl.ui.templates;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.templates.ContextTypeRegistry;
import org.eclipse.jface.text.templates.Template;
import org.eclipse.jface.text.templates.persistence.TemplatePersistenceData;
import org.eclipse.jface.text.templates.persistence.TemplateStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.sockmodel.dsl.ide.completion.Templates;

/**
 * The templates of this workbench: those that the language brings along, as the user has left them, and the user's own.
 * A template belongs wherever its first word may begin a line.
 */
public final class ModelTemplates extends TemplateStore {

  static final String NODE = "org.sockmodel.dsl.ui";
  private static final String KEY = "editor.templates";
  private static final ModelTemplates INSTANCE = new ModelTemplates(new ContextTypeRegistry());

  private ModelTemplates(ContextTypeRegistry notations) {
    super(notations, new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE), KEY);
    notations.addContextType(new TemplateNotation());
    try {
      load();
      startListeningForPreferenceChanges();
    } catch (IOException unreadable) {
      ILog.of(getClass()).error("The user's templates cannot be read.", unreadable);
    }
  }

  /** The templates, which the first call reads. */
  public static ModelTemplates get() {
    return INSTANCE;
  }

  /** The templates that may be written where a word of the language may. */
  public List<Template> beginningWith(String word) {
    return Stream.of(getTemplates()).filter(template -> firstWord(template).equals(word)).toList();
  }

  private static String firstWord(Template template) {
    return template.getPattern().strip().split("\\W", 2)[0];
  }

  /** The notations that templates are written in, as the page of preferences wants to know them. */
  ContextTypeRegistry notations() {
    return getRegistry();
  }

  @Override
  protected void loadContributedTemplates() {
    new TreeMap<>(Templates.all()).forEach((word, text) -> internalAdd(new TemplatePersistenceData(
        new Template(Templates.label(word), Templates.description(word), TemplateNotation.ID, text, false), true,
        "org.sockmodel.dsl.ui.templates." + word)));
  }
}
