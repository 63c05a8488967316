package org.sockmodel.tests.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.services.SockModelGrammarAccess;
import org.sockmodel.tests.checkout.Checkout;
import org.sockmodel.tests.dsl.ModelText;

class PagesTest {

  /** Set this to true to write the page anew; look at the change, then set it back. */
  private static final boolean UPDATE = false;

  private static final Path LANGUAGE = Checkout.root().resolve("releng/doc/language.md");
  private static final Path GRAMMAR =
      Checkout.root().resolve("org.sockmodel.dsl/src/org/sockmodel/dsl/SockModel.xtext");
  private static final Pattern SNIPPET = Pattern.compile("```sockmodel\n(.*?)```", Pattern.DOTALL);

  @Test
  void shouldShowTheLanguageAsItIs() throws IOException {
    String page = LanguageReference.of(Files.readString(GRAMMAR));
    if (UPDATE) {
      Files.writeString(LANGUAGE, page);
    }
    assertEquals(Files.readString(LANGUAGE), page);
  }

  @Test
  void shouldNotBeCommittedWhileItWritesThePage() {
    assertFalse(UPDATE);
  }

  @Test
  void shouldExplainEveryKeyword() throws IOException {
    String page = Files.readString(LANGUAGE);
    assertEquals(List.of(), keywords().stream()
        .filter(word -> !page.contains("- **" + word.replace("_", "\\_") + "**")).toList());
  }

  @Test
  void shouldShowModelsThatAreValid() throws IOException {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Path page : pages()) {
      Matcher snippet = SNIPPET.matcher(Files.readString(page));
      while (snippet.find()) {
        count++;
        ModelText.of(snippet.group(1)).issues().stream().map(Issue::getMessage)
            .forEach(message -> wrong.add(page.getFileName() + ": " + message));
      }
    }
    assertEquals(List.of(), wrong);
    assertFalse(count == 0, "no page shows a model");
  }

  static Set<String> keywords() {
    return GrammarUtil.getAllKeywords(ModelText.instance(SockModelGrammarAccess.class).getGrammar()).stream()
        .filter(word -> Character.isLetter(word.charAt(0))).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.root().resolve("releng/doc"))) {
      return Stream.concat(files.filter(file -> file.toString().endsWith(".md")),
          Stream.of(Checkout.root().resolve("README.md"))).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
