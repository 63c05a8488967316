package org.sockmodel.dsl.ui.formatting;

import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.TextEdit;
import org.sockmodel.dsl.ui.edits.WorkspaceChange;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.language.UserInterface;

/** The layout that the language gives a text, as one step to undo. */
final class Layout {

  private static final int INDENTATION = 2;

  private Layout() {
  }

  /** Waits for the language, while the workbench goes on, and changes the text unless it has changed itself. */
  static void apply(ModelDocument model) {
    IDocument document = model.document();
    String asked = document.get();
    DocumentFormattingParams layout =
        new DocumentFormattingParams(model.identifier(), new FormattingOptions(INDENTATION, true));
    UserInterface.await(model.ask(server -> server.formatting(layout)))
        .filter(edits -> asked.equals(document.get()))
        .ifPresent(edits -> change(document, edits));
  }

  private static void change(IDocument document, List<? extends TextEdit> edits) {
    DocumentRewriteSession step = document instanceof IDocumentExtension4 rewritten
        ? rewritten.startRewriteSession(DocumentRewriteSessionType.SEQUENTIAL) : null;
    try {
      WorkspaceChange.edit(document, edits).apply(document);
    } catch (BadLocationException outside) {
      ILog.of(Layout.class).error("The layout does not fit the text.", outside);
    } finally {
      if (step != null) {
        ((IDocumentExtension4) document).stopRewriteSession(step);
      }
    }
  }
}
