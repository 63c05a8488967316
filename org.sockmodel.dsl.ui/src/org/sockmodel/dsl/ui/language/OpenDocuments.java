package org.sockmodel.dsl.ui.language;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.jface.text.IDocument;

/** Keeps the server's open documents those of the workbench's text file buffers, whatever editor shows them. */
final class OpenDocuments extends BufferListener {

  private static final String EXTENSION = ".sockmodel";

  private final LanguageSession session;
  private final Map<IDocument, ModelDocument> open = new ConcurrentHashMap<>();

  OpenDocuments(LanguageSession session) {
    this.session = session;
  }

  void watch() {
    ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
    buffers.addFileBufferListener(this);
    for (IFileBuffer buffer : buffers.getFileBuffers()) {
      bufferCreated(buffer);
    }
  }

  Optional<ModelDocument> of(IDocument document) {
    return document == null ? Optional.empty() : Optional.ofNullable(open.get(document));
  }

  @Override
  public void bufferCreated(IFileBuffer buffer) {
    IFileStore store = buffer.getFileStore();
    if (buffer instanceof ITextFileBuffer text && store != null && store.getName().endsWith(EXTENSION)
        && "file".equals(store.getFileSystem().getScheme())) {
      open.computeIfAbsent(text.getDocument(), document -> new ModelDocument(session, document, Path.of(store.toURI())))
          .open();
    }
  }

  @Override
  public void bufferDisposed(IFileBuffer buffer) {
    if (buffer instanceof ITextFileBuffer text) {
      ModelDocument document = open.remove(text.getDocument());
      if (document != null) {
        document.close();
      }
    }
  }
}
