package org.sockmodel.dsl.ui.navigation;

import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.sockmodel.dsl.ui.language.ModelDocument;
import org.sockmodel.dsl.ui.language.SockModelLanguage;
import org.sockmodel.dsl.ui.lexing.ModelLexer;
import org.sockmodel.dsl.ui.lexing.Token;
import org.sockmodel.dsl.ui.lexing.TokenKind;

/**
 * Makes links of names and of the texts that name files, for F3 and for a click with the control key. It is asked at
 * every move of the mouse, so it goes by the line alone outside of block comments; the language is asked when a link
 * is followed.
 */
public final class DeclarationLinks extends AbstractHyperlinkDetector {

  @Override
  public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion place, boolean several) {
    return ModelDocument.of(viewer.getDocument())
        .flatMap(document -> name(document, place.getOffset())
            .map(name -> new IHyperlink[] {new DeclarationLink(document, name)}))
        .orElse(null);
  }

  private static Optional<IRegion> name(ModelDocument document, int offset) {
    if (!SockModelLanguage.injector().isDone()) {
      return Optional.empty();
    }
    try {
      IRegion line = document.document().getLineInformationOfOffset(offset);
      int within = offset - line.getOffset();
      String text = document.document().get(line.getOffset(), line.getLength());
      ModelLexer lexer = new ModelLexer(SockModelLanguage.injector().join());
      return lexer.tokens(text).stream()
          .filter(token -> token.offset() <= within && within <= token.end() && leadsOn(token))
          .findFirst()
          .filter(name -> !isInComment(lexer, document.document().get(), line.getOffset() + name.offset()))
          .map(name -> new Region(line.getOffset() + name.offset(), name.length()));
    } catch (BadLocationException outside) {
      return Optional.empty();
    }
  }

  /** Cuts the text up to an offset only where the last sign of a block comment before it opens one. */
  private static boolean isInComment(ModelLexer lexer, String text, int offset) {
    int opened = text.lastIndexOf("/*", offset);
    if (opened < 0 || text.lastIndexOf("*/", offset) > opened) {
      return false;
    }
    return lexer.tokens(text).stream().filter(token -> token.end() > offset).findFirst()
        .filter(token -> token.kind() == TokenKind.COMMENT).isPresent();
  }

  private static boolean leadsOn(Token token) {
    return token.kind() == TokenKind.NAME || token.kind() == TokenKind.STRING;
  }
}
