package org.sockmodel.dsl.ui.colouring;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension2;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.sockmodel.dsl.ui.language.UserInterface;

/**
 * Has an editor paint a stretch of its text: what is seen at once, the rest bit by bit, between what else the user
 * interface thread has to do. While that lasts the text may be edited; while it is rewritten in pieces, the rest waits.
 *
 * <p>Cost: the editor's own of painting a text, about a second for a megabyte, in pieces of a few milliseconds.
 */
final class GradualPainting {

  /** Some hundred lines. */
  static final int PIECE = 6_000;

  private ITextViewer viewer;

  /** What is still to be painted, in a document that moves it along; null if nothing is. */
  private Position rest;
  private IDocument painted;

  void install(ITextViewer paints) {
    viewer = paints;
  }

  void uninstall() {
    finish();
    viewer = null;
  }

  /** Paints all of the text. */
  void paintAll() {
    if (isShown()) {
      paint(0, viewer.getDocument().getLength());
    }
  }

  /** Paints the text from an offset to another. */
  void paint(int start, int end) {
    if (isShown()) {
      IRegion first = begin(start, Math.min(end, viewer.getDocument().getLength()));
      paintNow(first.getOffset(), first.getOffset() + first.getLength());
    }
  }

  /**
   * Begins to paint a stretch.
   *
   * @return what the caller has to paint at once: all of it if it is short, and otherwise what is seen of it; the rest
   *     follows by itself
   */
  IRegion begin(int start, int end) {
    if (end - start <= PIECE || !isShown()) {
      return new Region(start, end - start);
    }
    boolean waits = rest != null && painted == viewer.getDocument();
    int from = waits ? Math.min(start, rest.getOffset()) : start;
    int to = waits ? Math.max(end, rest.getOffset() + rest.getLength()) : end;
    finish();
    later(new Position(from, to - from));
    int seen = Math.min(end, Math.max(start, viewer.getTopIndexStartOffset()));
    int seenEnd = Math.min(Math.min(end, seen + PIECE), viewer.getBottomIndexEndOffset());
    return new Region(seen, Math.max(0, seenEnd - seen));
  }

  private boolean isShown() {
    return viewer != null && viewer.getDocument() != null && viewer.getTextWidget() != null
        && !viewer.getTextWidget().isDisposed();
  }

  private void later(Position stretch) {
    try {
      painted = viewer.getDocument();
      painted.addPosition(stretch);
      rest = stretch;
      UserInterface.later(() -> next(stretch));
    } catch (BadLocationException outside) {
      throw new IllegalStateException(outside);
    }
  }

  private void finish() {
    if (rest != null) {
      painted.removePosition(rest);
      rest = null;
    }
  }

  private void next(Position stretch) {
    if (rest != stretch) {
      return;
    }
    if (!isShown() || painted != viewer.getDocument() || stretch.isDeleted() || stretch.getLength() == 0) {
      finish();
      return;
    }
    if (painted instanceof IDocumentExtension4 text && text.getActiveRewriteSession() != null) {
      UserInterface.later(() -> next(stretch));
      return;
    }
    int length = Math.min(PIECE, stretch.getLength());
    paintNow(stretch.getOffset(), stretch.getOffset() + length);
    stretch.setOffset(stretch.getOffset() + length);
    stretch.setLength(stretch.getLength() - length);
    UserInterface.later(() -> next(stretch));
  }

  private void paintNow(int start, int end) {
    if (end > start && viewer instanceof ITextViewerExtension2 extended) {
      extended.invalidateTextPresentation(start, end - start);
    }
  }
}
