package org.sockmodel.tests.ui.workbench;

import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.sockmodel.dsl.ui.colouring.TokenColour;

/** Gives each test a project, and an editor in which a model of it is open and has been read by the language. */
abstract class OpenModel implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private ModelProject project;
  private ModelEditor editor;

  /** Puts the models into the project, and opens one that names a machine {@code host}. */
  abstract ModelEditor open(ModelProject in) throws CoreException;

  @Override
  public final void beforeEach(ExtensionContext test) throws CoreException {
    project = new ModelProject("models");
    editor = open(project);
    editor.awaitColour("host {", TokenColour.MACHINE);
  }

  @Override
  public final void afterEach(ExtensionContext test) throws CoreException {
    project.close();
  }

  @Override
  public final boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == ModelEditor.class || type == ModelProject.class;
  }

  @Override
  public final Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == ModelEditor.class ? editor : project;
  }
}
