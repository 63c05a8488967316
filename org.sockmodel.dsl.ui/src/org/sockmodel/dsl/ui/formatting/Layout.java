package org.sockmodel.dsl.ui.formatting;

import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.text.edits.MultiTextEdit;
import org.sockmodel.dsl.ui.edits.WorkspaceChange;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.language.UserInterface;

/**
 * The layout that the language gives a text, as one step to undo. A text that is still being laid out is about to be
 * laid out once more, so the step before ends first.
 */
final class Layout {

  private static final int INDENTATION = 2;

  private Layout() {
  }

  /** Waits for the language, while the workbench goes on, and changes the text unless it has changed itself. */
  static void apply(ModelDocument model) {
    UndoStep.endIn(model.document());
    edits(model).ifPresent(edits -> change(model.document(), edits));
  }

  /** Does the same, and goes on while the workbench does if there is much to change in an editor. */
  static void apply(ModelDocument model, IRewriteTarget editor) {
    UndoStep.endIn(model.document());
    edits(model).ifPresent(edits -> {
      if (GradualLayout.isWorthIt(edits)) {
        GradualLayout.begin(editor, edits, () -> apply(model, editor));
      } else {
        change(model.document(), edits);
      }
    });
  }

  private static Optional<MultiTextEdit> edits(ModelDocument model) {
    IDocument document = model.document();
    String asked = document.get();
    DocumentFormattingParams layout =
        new DocumentFormattingParams(model.identifier(), new FormattingOptions(INDENTATION, true));
    return UserInterface.await(model.ask(server -> server.formatting(layout)))
        .filter(edits -> asked.equals(document.get())).map(edits -> WorkspaceChange.edit(document, edits));
  }

  private static void change(IDocument document, MultiTextEdit edits) {
    UndoStep step = UndoStep.begin(document, DocumentRewriteSessionType.SEQUENTIAL);
    try {
      edits.apply(document);
    } catch (BadLocationException outside) {
      ILog.of(Layout.class).error("The layout does not fit the text.", outside);
    } finally {
      step.end();
    }
  }
}
