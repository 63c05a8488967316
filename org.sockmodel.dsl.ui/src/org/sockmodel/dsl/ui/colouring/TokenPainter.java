package org.sockmodel.dsl.ui.colouring;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.sockmodel.dsl.ui.language.UserInterface;
import org.sockmodel.dsl.ui.lexing.EditedTokens;
import org.sockmodel.dsl.ui.lexing.ModelLexer;
import org.sockmodel.dsl.ui.lexing.Token;

/**
 * Gives the tokens of a document their colours; a change damages the stretch whose tokens are new, of which the end
 * is painted later if it is long: a comment that is opened may reach far. Until the language has started nothing is
 * coloured.
 */
final class TokenPainter implements IPresentationDamager, IPresentationRepairer {

  /** A text of so many characters is cut in a few milliseconds. */
  private static final int SMALL = 20_000;

  private final GradualPainting painting;
  private ModelLexer lexer;
  private IDocument document;
  private EditedTokens tokens;

  TokenPainter(GradualPainting painting) {
    this.painting = painting;
  }

  void start(ModelLexer started) {
    lexer = started;
    setDocument(document);
  }

  @Override
  public void setDocument(IDocument shown) {
    document = shown;
    tokens = null;
    if (lexer != null && shown != null) {
      cut();
    }
  }

  /** Cuts the text into tokens; a large one in the background, since that takes a while. */
  private void cut() {
    IDocument shown = document;
    String text = shown.get();
    if (text.length() <= SMALL) {
      take(shown, text, new EditedTokens(lexer, text));
      return;
    }
    CompletableFuture.supplyAsync(() -> new EditedTokens(lexer, text))
        .thenAccept(cut -> UserInterface.later(() -> take(shown, text, cut)));
  }

  private void take(IDocument shown, String text, EditedTokens cut) {
    if (shown == document && text.equals(shown.get())) {
      tokens = cut;
      painting.paintAll();
    } else if (shown == document) {
      cut();
    }
  }

  /**
   * Whether the tokens are those of a text of a length. A viewer that is not redrawn tells of no changes, as while many
   * places are changed at once: then all is cut anew.
   */
  private boolean follow(int length) {
    if (tokens != null && tokens.length() != length) {
      tokens = null;
      UserInterface.later(() -> setDocument(document));
    }
    return tokens != null;
  }

  @Override
  public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
    int inserted = event.getText() == null ? 0 : event.getText().length();
    if (!follow(document.getLength() - inserted + event.getLength())) {
      return new Region(event.getOffset(), inserted);
    }
    IRegion anew = tokens.edit(event.getOffset(), event.getLength(), inserted, document.get());
    int end = anew.getOffset() + anew.getLength();
    int now = Math.min(end, event.getOffset() + inserted + GradualPainting.PIECE);
    if (now < end) {
      UserInterface.later(() -> painting.paint(now, end));
    }
    return new Region(anew.getOffset(), now - anew.getOffset());
  }

  @Override
  public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
    if (!follow(document.getLength())) {
      return;
    }
    int start = damage.getOffset();
    int end = start + damage.getLength();
    int coloured = start;
    for (int next = tokens.firstAfter(start); next < tokens.size(); next++) {
      Token token = tokens.get(next);
      if (token.offset() >= end) {
        break;
      }
      TokenColour colour = TokenColour.of(token.kind()).orElse(null);
      if (colour != null) {
        int from = Math.max(token.offset(), start);
        if (coloured == start) {
          paint(presentation, start, from, null);
        }
        coloured = Math.min(token.end(), end);
        paint(presentation, from, coloured, colour.now());
      }
    }
    paint(presentation, coloured, end, null);
  }

  /**
   * A viewer leaves alone what lies before the first and behind the last that is painted, even the line below an error
   * that is mended; so a stretch is painted to its ends, without a colour if need be.
   */
  private static void paint(TextPresentation presentation, int from, int to, Color colour) {
    if (to > from) {
      presentation.addStyleRange(new StyleRange(from, to - from, colour, null));
    }
  }
}
