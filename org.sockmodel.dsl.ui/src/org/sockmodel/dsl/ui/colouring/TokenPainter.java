package org.sockmodel.dsl.ui.colouring;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;
import org.sockmodel.dsl.ui.lexing.EditedTokens;
import org.sockmodel.dsl.ui.lexing.ModelLexer;
import org.sockmodel.dsl.ui.lexing.Token;

/**
 * Gives the tokens of a document their colours; a change damages the stretch whose tokens are new. Until the language
 * has started nothing is coloured.
 */
final class TokenPainter implements IPresentationDamager, IPresentationRepairer {

  private ModelLexer lexer;
  private IDocument document;
  private EditedTokens tokens;

  void start(ModelLexer started) {
    lexer = started;
    setDocument(document);
  }

  @Override
  public void setDocument(IDocument shown) {
    document = shown;
    tokens = lexer == null || shown == null ? null : new EditedTokens(lexer, shown.get());
  }

  @Override
  public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
    if (tokens == null) {
      return new Region(0, document.getLength());
    }
    int inserted = event.getText() == null ? 0 : event.getText().length();
    return tokens.edit(event.getOffset(), event.getLength(), inserted, document.get());
  }

  @Override
  public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
    if (tokens == null) {
      return;
    }
    int start = damage.getOffset();
    int end = start + damage.getLength();
    for (int next = tokens.firstAfter(start); next < tokens.size(); next++) {
      Token token = tokens.get(next);
      if (token.offset() >= end) {
        return;
      }
      TokenColour.of(token.kind()).ifPresent(colour -> presentation.addStyleRange(style(token, colour, start, end)));
    }
  }

  private static StyleRange style(Token token, TokenColour colour, int start, int end) {
    int from = Math.max(token.offset(), start);
    int to = Math.min(token.end(), end);
    return new StyleRange(from, to - from, colour.now(), null);
  }
}
