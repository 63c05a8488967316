package org.sockmodel.dsl.ui.colouring;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension4;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.sockmodel.dsl.ui.language.EditorFeature;
import org.sockmodel.dsl.ui.language.LanguageSession;
import org.sockmodel.dsl.ui.language.ModelDocument;

/**
 * Colours names by what they stand for, over the colours of the text; a name is bold where it is declared.
 *
 * <p>When the language has read the text again, only the stretch whose colours differ is painted.
 */
public final class SemanticColouring extends EditorFeature implements ITextPresentationListener, IDocumentListener {

  private Meanings meanings = Meanings.NONE;
  private IDocument followed;
  private final GradualPainting painting = new GradualPainting();
  private ColourChanges colours;

  @Override
  public void install(ITextViewer viewer) {
    painting.install(viewer);
    colours = new ColourChanges(painting::paintAll);
    ((ITextViewerExtension4) viewer).addTextPresentationListener(this);
    super.install(viewer);
  }

  @Override
  public void uninstall() {
    if (viewer() instanceof ITextViewerExtension4 painted) {
      painted.removeTextPresentationListener(this);
    }
    follow(null);
    painting.uninstall();
    colours.dispose();
    super.uninstall();
  }

  @Override
  public void inputDocumentChanged(IDocument before, IDocument after) {
    meanings = Meanings.NONE;
    follow(after);
    super.inputDocumentChanged(before, after);
  }

  private void follow(IDocument document) {
    if (followed != null) {
      followed.removeDocumentListener(this);
    }
    followed = document;
    if (followed != null) {
      followed.addDocumentListener(this);
    }
  }

  @Override
  protected void refresh(ModelDocument document) {
    String text = document.document().get();
    document.ask(server -> server.semanticTokensFull(new SemanticTokensParams(document.identifier()))
        .thenCombine(LanguageSession.get().capabilities(), (tokens, capabilities) -> Meanings.of(tokens.getData(),
            capabilities.getSemanticTokensProvider().getLegend(), text)), this::show);
  }

  private void show(Meanings now) {
    Meanings before = meanings;
    meanings = now;
    int first = 0;
    while (first < now.size() && first < before.size() && now.same(first, before, first)) {
      first++;
    }
    int last = now.size();
    int lastBefore = before.size();
    while (last > first && lastBefore > first && now.same(last - 1, before, lastBefore - 1)) {
      last--;
      lastBefore--;
    }
    if (first < last || first < lastBefore) {
      int start = Math.min(first < last ? now.offset(first) : Integer.MAX_VALUE,
          first < lastBefore ? before.offset(first) : Integer.MAX_VALUE);
      int end = Math.max(first < last ? now.end(last - 1) : 0, first < lastBefore ? before.end(lastBefore - 1) : 0);
      painting.paint(start, end);
    }
  }

  @Override
  public void applyTextPresentation(TextPresentation presentation) {
    IRegion painted = presentation.getExtent();
    int end = painted.getOffset() + painted.getLength();
    for (int word = meanings.firstAfter(painted.getOffset()); word < meanings.size(); word++) {
      int from = Math.max(meanings.offset(word), painted.getOffset());
      int to = Math.min(meanings.end(word), end);
      if (meanings.offset(word) >= end) {
        return;
      }
      if (to > from) {
        presentation.mergeStyleRange(new StyleRange(from, to - from, meanings.colour(word).now(), null,
            meanings.isDeclared(word) ? SWT.BOLD : SWT.NORMAL));
      }
    }
  }

  @Override
  public void documentAboutToBeChanged(DocumentEvent event) {
    meanings.edited(event.getOffset(), event.getLength(), event.getText() == null ? 0 : event.getText().length());
  }

  @Override
  public void documentChanged(DocumentEvent event) {
    // Followed already, before anything is painted.
  }
}
