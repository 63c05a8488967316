package org.sockmodel.dsl.ui.edits;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.TextFileChange;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.sockmodel.dsl.ui.navigation.Places;

/** Turns edits of the protocol, in one file or many, into changes of files. */
public final class WorkspaceChange {

  private WorkspaceChange() {
  }

  /** The change that makes an edit; what lies outside of the workspace, the shipped library, stays as it is. */
  public static CompositeChange of(String name, WorkspaceEdit edit) throws CoreException {
    CompositeChange all = new CompositeChange(name);
    if (edit.getChanges() != null) {
      for (Map.Entry<String, List<TextEdit>> file : edit.getChanges().entrySet()) {
        add(all, file.getKey(), file.getValue());
      }
    }
    if (edit.getDocumentChanges() != null) {
      for (var change : edit.getDocumentChanges()) {
        if (change.isLeft()) {
          TextDocumentEdit file = change.getLeft();
          add(all, file.getTextDocument().getUri(), file.getEdits().stream().map(each -> each.getLeft()).toList());
        }
      }
    }
    return all;
  }

  private static void add(CompositeChange all, String uri, List<TextEdit> edits) throws CoreException {
    Optional<IFile> file = Places.file(uri);
    if (file.isPresent() && !edits.isEmpty()) {
      TextFileChange change = new TextFileChange(file.get().getName(), file.get());
      IDocument document = change.getCurrentDocument(new NullProgressMonitor());
      change.setEdit(edit(document, edits));
      change.setTextType(file.get().getFileExtension());
      all.add(change);
    }
  }

  /**
   * The edits of one document as one, without what they would replace by the same: an edit that leaves the end of a
   * line alone unfolds nothing, and what marks that place stays there.
   */
  public static MultiTextEdit edit(IDocument document, List<? extends TextEdit> edits) {
    MultiTextEdit whole = new MultiTextEdit();
    for (TextEdit edit : edits) {
      int start = offset(document, edit.getRange().getStart());
      ReplaceEdit shortest = shortest(document, start, offset(document, edit.getRange().getEnd()), edit.getNewText());
      if (shortest.getLength() > 0 || !shortest.getText().isEmpty()) {
        whole.addChild(shortest);
      }
    }
    return whole;
  }

  private static ReplaceEdit shortest(IDocument document, int start, int end, String now) {
    try {
      String before = document.get(start, end - start);
      int most = Math.min(before.length(), now.length());
      int first = 0;
      while (first < most && before.charAt(first) == now.charAt(first)) {
        first++;
      }
      int last = 0;
      while (last < most - first
          && before.charAt(before.length() - 1 - last) == now.charAt(now.length() - 1 - last)) {
        last++;
      }
      return new ReplaceEdit(start + first, before.length() - first - last, now.substring(first, now.length() - last));
    } catch (BadLocationException outside) {
      throw new IllegalArgumentException(outside);
    }
  }

  private static int offset(IDocument document, Position place) {
    try {
      return document.getLineOffset(place.getLine()) + place.getCharacter();
    } catch (BadLocationException outside) {
      throw new IllegalArgumentException(outside);
    }
  }

  /** Makes a change at once. */
  public static void make(Change change) throws CoreException {
    change.initializeValidationData(new NullProgressMonitor());
    change.perform(new NullProgressMonitor());
    change.dispose();
  }
}
