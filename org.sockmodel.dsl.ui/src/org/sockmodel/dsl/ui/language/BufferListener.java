package org.sockmodel.dsl.ui.language;

import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.runtime.IPath;

/** Hears of the workbench's file buffers what it is interested in; of all else it takes no notice. */
public abstract class BufferListener implements IFileBufferListener {

  @Override
  public void bufferCreated(IFileBuffer buffer) {
  }

  @Override
  public void bufferDisposed(IFileBuffer buffer) {
  }

  @Override
  public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {
  }

  @Override
  public void bufferContentReplaced(IFileBuffer buffer) {
  }

  @Override
  public void stateChanging(IFileBuffer buffer) {
  }

  @Override
  public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
  }

  @Override
  public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {
  }

  @Override
  public void underlyingFileMoved(IFileBuffer buffer, IPath path) {
  }

  @Override
  public void underlyingFileDeleted(IFileBuffer buffer) {
  }

  @Override
  public void stateChangeFailed(IFileBuffer buffer) {
  }
}
