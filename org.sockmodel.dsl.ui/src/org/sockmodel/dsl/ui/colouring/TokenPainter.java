package org.sockmodel.dsl.ui.colouring;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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

/**
 * Gives the tokens of a document their colours.
 *
 * <p>A change damages the whole document, because an opened or closed comment recolours what stands far from it.
 * Until the language has started nothing is coloured.
 */
final class TokenPainter implements IPresentationDamager, IPresentationRepairer {

  private final Supplier<Optional<ModelTokens>> tokens;
  private final Function<TokenColour, Color> colours;
  private IDocument document;

  TokenPainter(Supplier<Optional<ModelTokens>> tokens, Function<TokenColour, Color> colours) {
    this.tokens = tokens;
    this.colours = colours;
  }

  @Override
  public void setDocument(IDocument document) {
    this.document = document;
  }

  @Override
  public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
    return new Region(0, document.getLength());
  }

  @Override
  public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
    int start = damage.getOffset();
    int end = start + damage.getLength();
    tokens.get().ifPresent(lexer -> lexer.of(document.get()).stream()
        .filter(token -> token.offset() < end && token.end() > start)
        .forEach(token -> presentation.addStyleRange(style(token, start, end))));
  }

  private StyleRange style(ColouredToken token, int start, int end) {
    int from = Math.max(token.offset(), start);
    int to = Math.min(token.end(), end);
    return new StyleRange(from, to - from, colours.apply(token.colour()), null);
  }
}
