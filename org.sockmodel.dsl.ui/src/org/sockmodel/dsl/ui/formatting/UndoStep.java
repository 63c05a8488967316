package org.sockmodel.dsl.ui.formatting;

import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;

/** Changes of a document that are undone together: a rewrite session, of which a document has one at a time. */
final class UndoStep {

  private final IDocumentExtension4 document;
  private final DocumentRewriteSession session;

  private UndoStep(IDocumentExtension4 document, DocumentRewriteSession session) {
    this.document = document;
    this.session = session;
  }

  /** Begins one; there must be none. Every document of the platform can. */
  static UndoStep begin(IDocument document, DocumentRewriteSessionType type) {
    IDocumentExtension4 rewritten = (IDocumentExtension4) document;
    return new UndoStep(rewritten, rewritten.startRewriteSession(type));
  }

  /** Ends the one that is going on in a document, if any, whoever began it. */
  static void endIn(IDocument document) {
    IDocumentExtension4 rewritten = (IDocumentExtension4) document;
    if (rewritten.getActiveRewriteSession() != null) {
      rewritten.stopRewriteSession(rewritten.getActiveRewriteSession());
    }
  }

  /** Whether nobody has ended it. */
  boolean isGoingOn() {
    return document.getActiveRewriteSession() == session;
  }

  void end() {
    document.stopRewriteSession(session);
  }
}
