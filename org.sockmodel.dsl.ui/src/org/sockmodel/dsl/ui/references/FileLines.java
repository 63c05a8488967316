package org.sockmodel.dsl.ui.references;

import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Position;

/** The lines of a file as they are now, saved or not. */
final class FileLines {

  private final IDocument document;

  private FileLines(IDocument document) {
    this.document = document;
  }

  /** A copy of the file's text; empty if it cannot be read. */
  static Optional<FileLines> of(IFile file) {
    ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
    try {
      buffers.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
      try {
        return Optional.of(new FileLines(new Document(
            buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE).getDocument().get())));
      } finally {
        buffers.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
      }
    } catch (CoreException unreadable) {
      return Optional.empty();
    }
  }

  int offset(Position place) {
    try {
      return document.getLineOffset(place.getLine()) + place.getCharacter();
    } catch (BadLocationException changed) {
      return document.getLength();
    }
  }

  String text(int line) {
    try {
      IRegion region = document.getLineInformation(line);
      return document.get(region.getOffset(), region.getLength()).strip();
    } catch (BadLocationException changed) {
      return "";
    }
  }
}
