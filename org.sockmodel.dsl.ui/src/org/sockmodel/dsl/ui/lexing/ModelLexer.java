package org.sockmodel.dsl.ui.lexing;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.name.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;

/** The language's own lexer, so that the keywords are always those of the grammar. Cost: linear in the text. */
public final class ModelLexer {

  private final Provider<Lexer> lexers;
  private final Map<Integer, String> rules;

  public ModelLexer(Injector injector) {
    this.lexers = injector.getProvider(Key.get(Lexer.class, Names.named(LexerBindings.RUNTIME)))::get;
    this.rules = injector.getInstance(ITokenDefProvider.class).getTokenDefMap();
  }

  /** All tokens of a text, blanks and comments as well. */
  public List<Token> tokens(String text) {
    return tokens(text, 0, token -> false);
  }

  /** The tokens from an offset on, up to the first that is not wanted any more, or to the end. */
  List<Token> tokens(String text, int start, Predicate<Token> enough) {
    Lexer lexer = lexers.get();
    lexer.setCharStream(new ANTLRStringStream(text.substring(start)));
    List<Token> tokens = new ArrayList<>();
    for (CommonToken next = (CommonToken) lexer.nextToken(); next.getType() != org.antlr.runtime.Token.EOF;
        next = (CommonToken) lexer.nextToken()) {
      Token token = new Token(start + next.getStartIndex(), next.getStopIndex() + 1 - next.getStartIndex(),
          TokenKind.of(rules.getOrDefault(next.getType(), ""), next.getText()));
      if (enough.test(token)) {
        break;
      }
      tokens.add(token);
    }
    return tokens;
  }
}
