package org.sockmodel.tests.dsl.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.xtext.GrammarUtil;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.services.SockModelGrammarAccess;
import org.sockmodel.dsl.vocabulary.Dictionary;
import org.sockmodel.dsl.vocabulary.Vocabulary;
import org.sockmodel.tests.dsl.ModelText;

class DictionaryTest {

  private final Dictionary dictionary = new Dictionary();

  @Test
  void shouldExplainEveryKeywordAndNothingElse() {
    assertEquals(keywords(), new TreeSet<>(dictionary.kinds().get(Dictionary.KEYWORD).keySet()));
  }

  @Test
  void shouldExplainEveryWordOfEveryKind() {
    List<String> unexplained = new ArrayList<>();
    for (Vocabulary kind : Vocabulary.values()) {
      kind.words().stream().filter(word -> dictionary.of(kind, word).isEmpty())
          .forEach(word -> unexplained.add(kind.title() + " " + word));
    }
    assertEquals(List.of(), unexplained);
  }

  @Test
  void shouldExplainNoWordThatDoesNotExist() {
    List<String> unknown = new ArrayList<>();
    for (Vocabulary kind : Vocabulary.values()) {
      Set<String> words = kind.words().stream().map(DictionaryTest::withoutStatistic).collect(Collectors.toSet());
      dictionary.kinds().getOrDefault(kind.title(), Map.of()).keySet().stream()
          .filter(word -> !words.contains(word)).forEach(word -> unknown.add(kind.title() + " " + word));
    }
    assertEquals(List.of(), unknown);
  }

  @Test
  void shouldNameAKindForEverySection() {
    Set<String> titles = Arrays.stream(Vocabulary.values()).map(Vocabulary::title).collect(Collectors.toSet());
    titles.add(Dictionary.KEYWORD);
    assertEquals(titles, dictionary.kinds().keySet());
  }

  @Test
  void shouldSayOneSentenceAtLeast() {
    List<String> unfinished = new ArrayList<>();
    dictionary.kinds().forEach((kind, words) -> words.forEach((word, meaning) -> {
      if (!meaning.text().endsWith(".")) {
        unfinished.add(kind + " " + word);
      }
    }));
    assertEquals(List.of(), unfinished);
  }

  private static String withoutStatistic(String metric) {
    return metric.startsWith("latency ") ? metric.substring(0, metric.lastIndexOf(' ')) : metric;
  }

  private static Set<String> keywords() {
    return GrammarUtil.getAllKeywords(ModelText.instance(SockModelGrammarAccess.class).getGrammar()).stream()
        .filter(word -> Character.isLetter(word.charAt(0))).collect(Collectors.toCollection(TreeSet::new));
  }
}
