package org.sockmodel.dsl.ui.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.texteditor.AbstractMarkerAnnotationModel;
import org.sockmodel.dsl.ide.quickfix.QuickFixes;
import org.sockmodel.dsl.ui.language.LanguageSession;
import org.sockmodel.dsl.ui.language.UserInterface;
import org.sockmodel.dsl.ui.markers.ProblemMarkers;

/** Asks the language what mends the problem of a marker. */
public final class ModelFixes implements IMarkerResolutionGenerator2 {

  @Override
  public boolean hasResolutions(IMarker marker) {
    return QuickFixes.mends(marker.getAttribute(ProblemMarkers.CODE, ""));
  }

  @Override
  public IMarkerResolution[] getResolutions(IMarker marker) {
    try {
      IFile file = (IFile) marker.getResource();
      TextDocumentIdentifier document = new TextDocumentIdentifier(file.getLocation().toPath().toUri().toString());
      Diagnostic problem = problem(marker, file);
      CodeActionParams asked =
          new CodeActionParams(document, problem.getRange(), new CodeActionContext(List.of(problem)));
      return UserInterface.await(LanguageSession.get().ask(server -> server.codeAction(asked))).stream()
          .flatMap(List::stream).filter(Either::isRight).map(action -> new ModelFix(action.getRight()))
          .toArray(IMarkerResolution[]::new);
    } catch (CoreException | BadLocationException problem) {
      ILog.of(getClass()).error("The problem's place is gone.", problem);
      return new IMarkerResolution[0];
    }
  }

  /** The problem of a marker, where it is now. */
  private static Diagnostic problem(IMarker marker, IFile file) throws CoreException, BadLocationException {
    var buffers = FileBuffers.getTextFileBufferManager();
    buffers.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
    try {
      ITextFileBuffer buffer = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
      Position place = place(marker, buffer);
      IDocument document = buffer.getDocument();
      Diagnostic problem = new Diagnostic();
      problem.setMessage(marker.getAttribute(IMarker.MESSAGE, ""));
      problem.setCode(marker.getAttribute(ProblemMarkers.CODE, ""));
      problem.setData(ProblemMarkers.data(marker));
      problem.setRange(new Range(position(document, place.getOffset()),
          position(document, place.getOffset() + place.getLength())));
      return problem;
    } finally {
      buffers.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
    }
  }

  private static Position place(IMarker marker, ITextFileBuffer buffer) {
    Position moved = buffer.getAnnotationModel() instanceof AbstractMarkerAnnotationModel annotations
        ? annotations.getMarkerPosition(marker) : null;
    int start = marker.getAttribute(IMarker.CHAR_START, 0);
    return Optional.ofNullable(moved)
        .orElseGet(() -> new Position(start, marker.getAttribute(IMarker.CHAR_END, start) - start));
  }

  private static org.eclipse.lsp4j.Position position(IDocument document, int offset) throws BadLocationException {
    int line = document.getLineOfOffset(offset);
    return new org.eclipse.lsp4j.Position(line, offset - document.getLineOffset(line));
  }
}
