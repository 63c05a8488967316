package org.sockmodel.tests.dsl.ui.lexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.jface.text.IRegion;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.SockModelStandaloneSetup;
import org.sockmodel.dsl.ui.lexing.EditedTokens;
import org.sockmodel.dsl.ui.lexing.ModelLexer;
import org.sockmodel.dsl.ui.lexing.Token;
import org.sockmodel.dsl.ui.lexing.TokenKind;

class EditedTokensTest {

  private static final ModelLexer LEXER =
      new ModelLexer(new SockModelStandaloneSetup().createInjectorAndDoEMFRegistration());

  private static final String TEXT = """
      // One reader.
      model reader
      machine host { cpus 2 }
      /* A card
         with one queue. */
      nic eth0 on host { link 10Gbit/s queue 0 irq 24 -> cpu 0 }
      import "other.sockmodel"
      """;

  private static final String[] PIECES = {"a", " ", "\n", "machine", "{", "}", "/", "*", "/*", "*/", "//", "\"", "'",
      "10us", "->", "-", ">", "cpus ", ".", "\\"};

  @Test
  void shouldKnowTheKindsOfTokens() {
    List<String> kinds = new ArrayList<>();
    for (Token token : LEXER.tokens("machine host { cpus 2 } // end")) {
      if (token.kind() != TokenKind.OTHER) {
        kinds.add(token.kind().name());
      }
    }
    assertEquals(List.of("KEYWORD", "NAME", "SETTING", "NUMBER", "COMMENT"), kinds);
  }

  @Test
  void shouldHaveTheSameTokensAfterAnyEditAsIfCutAnew() {
    Random random = new Random(1);
    String text = TEXT;
    EditedTokens tokens = new EditedTokens(LEXER, text);
    for (int edit = 0; edit < 2000; edit++) {
      int offset = random.nextInt(text.length() + 1);
      int removed = Math.min(random.nextInt(4), text.length() - offset);
      String inserted = random.nextInt(5) == 0 ? "" : PIECES[random.nextInt(PIECES.length)];
      String before = text;
      text = text.substring(0, offset) + inserted + text.substring(offset + removed);
      tokens.edit(offset, removed, inserted.length(), text);
      int number = edit;
      assertEquals(LEXER.tokens(text), all(tokens), () -> "edit " + number + " of:\n" + before);
    }
  }

  @Test
  void shouldCutOnlyAShortStretchAnew() {
    String text = TEXT.repeat(500);
    int offset = text.length() / 2;
    EditedTokens tokens = new EditedTokens(LEXER, text);

    IRegion anew = tokens.edit(offset, 0, 1, text.substring(0, offset) + "x" + text.substring(offset));

    assertTrue(anew.getOffset() <= offset && anew.getOffset() + anew.getLength() > offset, anew.toString());
    assertTrue(anew.getLength() < 100, anew.toString());
  }

  private static List<Token> all(EditedTokens tokens) {
    List<Token> all = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      all.add(tokens.get(i));
    }
    return all;
  }
}
