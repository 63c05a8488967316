package org.sockmodel.dsl.ui.language;

import java.util.Optional;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;

/** The model in an editor, and the cursor in it, as a command of a user finds them. */
public final class ActiveModel {

  private final ITextEditor editor;
  private final ModelDocument document;

  private ActiveModel(ITextEditor editor, ModelDocument document) {
    this.editor = editor;
    this.document = document;
  }

  /** The model that an editor shows; empty when it shows something else, or when there is no editor. */
  public static Optional<ActiveModel> of(IEditorPart part) {
    return part instanceof ITextEditor editor && editor.getDocumentProvider() != null
        ? ModelDocument.of(editor.getDocumentProvider().getDocument(editor.getEditorInput()))
            .map(document -> new ActiveModel(editor, document))
        : Optional.empty();
  }

  public ModelDocument document() {
    return document;
  }

  public int cursor() {
    return ((ITextSelection) editor.getSelectionProvider().getSelection()).getOffset();
  }
}
