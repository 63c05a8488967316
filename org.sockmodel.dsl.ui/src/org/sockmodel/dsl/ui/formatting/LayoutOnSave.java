package org.sockmodel.dsl.ui.formatting;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.sockmodel.dsl.ui.language.BufferListener;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.preferences.EditorDefaults;

/** Lays a model out just before a user saves it, where the user wants that; what tools save stays as they made it. */
public final class LayoutOnSave extends BufferListener implements IStartup {

  @Override
  public void earlyStartup() {
    FileBuffers.getTextFileBufferManager().addFileBufferListener(this);
  }

  @Override
  public void stateChanging(IFileBuffer buffer) {
    if (buffer instanceof ITextFileBuffer text && buffer.isDirty() && Display.getCurrent() != null
        && EditorDefaults.layOutOnSave()) {
      ModelDocument.of(text.getDocument()).ifPresent(Layout::apply);
    }
  }
}
