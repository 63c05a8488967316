package org.sockmodel.dsl.ui.trace.origin;

import org.eclipse.core.resources.IFile;

/**
 * A statement of a model that may have got a message.
 *
 * @param file the model
 * @param line counted from 1
 * @param text as it is written
 */
public record ModelOrigin(IFile file, int line, String text) {

  /** As a person chooses from several. */
  @Override
  public String toString() {
    return text + "   (" + file.getName() + ":" + line + ")";
  }
}
