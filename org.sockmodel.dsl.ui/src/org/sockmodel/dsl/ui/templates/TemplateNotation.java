package org.sockmodel.dsl.ui.templates;

import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.jface.text.templates.TemplateException;

/** The notation of {@link Snippet}, so that a template means the same here as in every other editor. */
final class TemplateNotation extends TemplateContextType {

  static final String ID = "org.sockmodel.dsl.ui.template";

  TemplateNotation() {
    super(ID, "SockModel");
  }

  @Override
  public void validate(String pattern) throws TemplateException {
    String problem = Snippet.problem(pattern).orElse(null);
    if (problem != null) {
      throw new TemplateException(problem);
    }
  }
}
