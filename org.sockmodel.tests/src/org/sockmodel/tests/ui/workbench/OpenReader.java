package org.sockmodel.tests.ui.workbench;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.sockmodel.dsl.ui.colouring.TokenColour;

/** Gives each test an editor in which {@link ReaderModel} is open, and has been read by the language. */
public final class OpenReader implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private ModelProject project;
  private ModelEditor editor;

  @Override
  public void beforeEach(ExtensionContext test) throws Exception {
    project = new ModelProject("reading");
    editor = ModelEditor.open(project.file("reader.sockmodel", ReaderModel.TEXT));
    editor.awaitColour("host {", TokenColour.MACHINE);
  }

  @Override
  public void afterEach(ExtensionContext test) throws Exception {
    project.close();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == ModelEditor.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return editor;
  }
}
