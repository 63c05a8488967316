package org.sockmodel.dsl.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.emf.ecore.EObject;

/**
 * A word that the parser does not want, and where it stands.
 *
 * @param found the word
 * @param before the words before it, the last one last; those that advice looks at
 * @param wanted the one word that may stand there; empty if there are more
 * @param rule the grammar's rule that the parser is in
 * @param element the element of the model that it is in; null if there is none
 */
record Unexpected(String found, List<String> before, String wanted, String rule, EObject element) {

  private static final int MOST_BEFORE = 8;

  static Unexpected of(RecognitionException exception, String wanted, String rule, EObject element) {
    String found = exception.token == null || exception.token.getText() == null ? "" : exception.token.getText();
    return new Unexpected(found, before(exception), wanted, rule, element);
  }

  private static List<String> before(RecognitionException exception) {
    List<String> words = new ArrayList<>();
    if (exception.input instanceof TokenStream tokens) {
      for (int i = Math.min(exception.index, tokens.size()) - 1; i >= 0 && words.size() < MOST_BEFORE; i--) {
        if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
          words.add(tokens.get(i).getText());
        }
      }
    }
    Collections.reverse(words);
    return words;
  }

  /** The word so many places before the found one; empty if there is none. */
  String before(int places) {
    return places <= before.size() ? before.get(before.size() - places) : "";
  }
}
