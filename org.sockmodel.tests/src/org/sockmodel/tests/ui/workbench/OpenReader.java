package org.sockmodel.tests.ui.workbench;

import org.eclipse.core.runtime.CoreException;

/** Gives each test an editor in which {@link ReaderModel} is open, and has been read by the language. */
public final class OpenReader extends OpenModel {

  @Override
  ModelEditor open(ModelProject in) throws CoreException {
    return ModelEditor.open(in.file("reader.sockmodel", ReaderModel.TEXT));
  }
}
