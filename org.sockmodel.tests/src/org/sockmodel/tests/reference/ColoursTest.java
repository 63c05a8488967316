package org.sockmodel.tests.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.vocabulary.Vocabulary;
import org.sockmodel.tests.checkout.Checkout;

/** The colours of Visual Studio Code before the language server answers: they know every word of the language. */
class ColoursTest {

  /** Set this to true to write the words anew; look at the change, then set it back. */
  private static final boolean UPDATE = false;

  private static final Path COLOURS =
      Checkout.root().resolve("releng/vscode/syntaxes/sockmodel.tmLanguage.json");
  private static final String KEYWORD = "keyword.control.sockmodel";
  private static final Map<String, List<Vocabulary>> KINDS = Map.of(
      "constant.language.sockmodel", List.of(Vocabulary.ADDRESS_FAMILY, Vocabulary.SOCKET_TYPE, Vocabulary.PROTOCOL,
          Vocabulary.SOCKET_OPTION, Vocabulary.CONGESTION_CONTROL, Vocabulary.MESSAGE_FLAG, Vocabulary.EVENT,
          Vocabulary.EPOLL_OPERATION, Vocabulary.FILE_FLAG, Vocabulary.SHUTDOWN_HALF, Vocabulary.ERRNO,
          Vocabulary.SIGNAL, Vocabulary.SIGNAL_FLAG, Vocabulary.DISPOSITION, Vocabulary.SIGNAL_MASK,
          Vocabulary.CAPABILITY, Vocabulary.PROTOSW_FLAG),
      "support.type.property-name.sockmodel", List.of(Vocabulary.SETTING),
      "support.function.sockmodel", List.of(Vocabulary.DISTRIBUTION),
      "support.variable.sockmodel", List.of(Vocabulary.COST, Vocabulary.METRIC));

  @ParameterizedTest
  @ValueSource(strings = {KEYWORD, "constant.language.sockmodel", "support.type.property-name.sockmodel",
      "support.function.sockmodel", "support.variable.sockmodel"})
  void shouldKnowEveryWord(String colour) throws IOException {
    String colours = Files.readString(COLOURS);
    Matcher list = Pattern.compile(Pattern.quote("\"" + colour + "\"") + ",\\s*\"match\": \"[^(]*\\(([^)]*)\\)")
        .matcher(colours);
    assertTrue(list.find(), colour);
    if (UPDATE) {
      Files.writeString(COLOURS, new StringBuilder(colours)
          .replace(list.start(1), list.end(1), String.join("|", words(colour))));
    }
    assertEquals(words(colour), new TreeSet<>(List.of(list.group(1).split("\\|"))));
  }

  @Test
  void shouldNotBeCommittedWhileItWritesTheWords() {
    assertFalse(UPDATE);
  }

  private static Set<String> words(String colour) {
    if (colour.equals(KEYWORD)) {
      return PagesTest.keywords();
    }
    Set<String> words = new TreeSet<>();
    KINDS.get(colour).stream().map(Vocabulary::words).flatMap(Collection::stream)
        .forEach(phrase -> words.addAll(List.of(phrase.split(" "))));
    words.removeAll(PagesTest.keywords());
    return words;
  }
}
