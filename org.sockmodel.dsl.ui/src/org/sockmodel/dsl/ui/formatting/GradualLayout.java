package org.sockmodel.dsl.ui.formatting;

import java.util.Arrays;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.sockmodel.dsl.ui.language.UserInterface;

/**
 * A layout of many lines, made piece by piece from the end of the text on, between what else the user interface thread
 * has to do; one step to undo all the same, as all pieces are of one {@link UndoStep}. When somebody writes into the
 * text meanwhile, the rest is asked for anew.
 *
 * <p>Cost: some 15 us an edit, for moving the positions of the document and telling everybody, and 10 ms a piece for
 * showing its text again.
 */
final class GradualLayout {

  private static final int PIECE = 800;

  private final IDocument document;
  private final IRewriteTarget editor;
  private final ReplaceEdit[] edits;
  private final Runnable again;
  private UndoStep step;
  private long stamp;
  private int left;

  private GradualLayout(IRewriteTarget editor, MultiTextEdit edits, Runnable again) {
    this.document = editor.getDocument();
    this.editor = editor;
    this.edits = Arrays.copyOf(edits.getChildren(), edits.getChildrenSize(), ReplaceEdit[].class);
    this.left = this.edits.length;
    this.again = again;
  }

  /** Whether a layout is worth it, rather than made at once. */
  static boolean isWorthIt(MultiTextEdit edits) {
    return edits.getChildrenSize() > PIECE;
  }

  /**
   * Begins with a layout.
   *
   * @param editor that shows the document
   * @param again asks for the layout of a text that has changed meanwhile
   */
  static void begin(IRewriteTarget editor, MultiTextEdit edits, Runnable again) {
    GradualLayout layout = new GradualLayout(editor, edits, again);
    layout.step = UndoStep.begin(layout.document, DocumentRewriteSessionType.UNRESTRICTED_SMALL);
    layout.stamp = layout.stamp();
    UserInterface.later(layout::next);
  }

  /** Whoever wants to lay out the document otherwise has ended the step. */
  private void next() {
    if (!step.isGoingOn()) {
      return;
    }
    boolean shown = editor.getDocument() == document;
    if (!shown || stamp() != stamp) {
      step.end();
      if (shown) {
        again.run();
      }
      return;
    }
    editor.setRedraw(false);
    try {
      makePiece();
    } catch (BadLocationException outside) {
      ILog.of(GradualLayout.class).error("The layout does not fit the text.", outside);
      left = 0;
    } finally {
      editor.setRedraw(true);
    }
    stamp = stamp();
    if (left > 0) {
      UserInterface.later(this::next);
    } else {
      step.end();
    }
  }

  private long stamp() {
    return ((IDocumentExtension4) document).getModificationStamp();
  }

  private void makePiece() throws BadLocationException {
    int until = Math.max(0, left - PIECE);
    while (left > until) {
      ReplaceEdit edit = edits[--left];
      document.replace(edit.getOffset(), edit.getLength(), edit.getText());
    }
  }
}
