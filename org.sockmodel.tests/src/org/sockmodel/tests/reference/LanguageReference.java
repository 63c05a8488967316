package org.sockmodel.tests.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmodel.dsl.library.FirstModel;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;
import org.sockmodel.dsl.vocabulary.Dictionary;
import org.sockmodel.dsl.vocabulary.Dictionary.Meaning;
import org.sockmodel.dsl.vocabulary.Vocabulary;

/**
 * The page of the language: the rules of the grammar with their comments, the keywords where each first stands, and all
 * other words by kind.
 */
final class LanguageReference {

  private static final String INTRODUCTION = """
      # The language

      Made from the grammar, its comments and the dictionary that editors show; a test holds it against them. Words in
      quotes are written as they stand, `?` means perhaps, `*` any number of times, `|` or; names in `<>` refer to
      something that is declared, be it here or in an imported file. Blanks, line ends and comments (`//` to the end of
      the line, `/* */`) may stand anywhere. A first model, as `sockmodel new` writes it:

      """;

  private static final int WIDTH = 118;
  private static final Pattern SECTION = Pattern.compile("// ---- (.*)");
  private static final Pattern KEYWORD = Pattern.compile("'([A-Za-z_]+)'");
  private static final Set<String> LEFT_OUT = Set.of("Name", "ValueName", "MetricWord", "ErrnoName");

  private final Dictionary dictionary = new Dictionary();
  private final Set<String> explained = new LinkedHashSet<>();
  private final StringBuilder page = new StringBuilder();

  private LanguageReference() {
  }

  /** The page, given the text of the grammar. */
  static String of(String grammar) {
    LanguageReference reference = new LanguageReference();
    reference.page.append(INTRODUCTION).append("```sockmodel\n").append(FirstModel.text("first")).append("```\n");
    reference.rules(grammar);
    reference.words();
    return reference.page.toString();
  }

  private void rules(String grammar) {
    heading("## Files");
    List<String> comment = new ArrayList<>();
    List<String> rule = new ArrayList<>();
    for (String line : grammar.substring(grammar.indexOf("Model:")).split("\n")) {
      Matcher section = SECTION.matcher(line);
      if (section.matches()) {
        heading("## " + capital(section.group(1)));
      } else if (line.startsWith("//")) {
        comment.add(line.substring(2).strip());
      } else if (!line.isBlank()) {
        rule.add(line);
        if (line.endsWith(";")) {
          rule(rule, String.join(" ", comment));
          rule.clear();
          comment.clear();
        }
      }
    }
  }

  private void rule(List<String> lines, String comment) {
    String name = lines.get(0).replaceAll("^(terminal |enum )?(\\w+).*", "$2");
    if (lines.get(0).startsWith("terminal") || LEFT_OUT.contains(name)) {
      return;
    }
    heading("### " + name);
    if (!comment.isEmpty()) {
      page.append('\n').append(comment).append('\n');
    }
    String syntax = lines.size() == 1 ? lines.get(0).replaceFirst("^[^:]*:", "")
        : String.join("\n", lines.subList(1, lines.size()));
    page.append("\n```\n").append(readable(syntax)).append("\n```\n");
    keywords(syntax);
  }

  /** A rule without what it makes of the text. */
  private static String readable(String syntax) {
    return syntax.replaceAll("\\{[A-Z]\\w*(\\.\\w+=\\w+)?\\} ?", "")
        .replaceAll("\\[(\\w+)\\|\\w+\\]", "<$1>")
        .replaceAll("\\b[A-Za-z]+(\\+|\\?)?=(?=['\\[<(A-Z])", "")
        .replaceAll("\\b[A-Z_]+=(?=')", "")
        .replaceAll(";$", "").strip();
  }

  private void keywords(String syntax) {
    Matcher keyword = KEYWORD.matcher(syntax);
    boolean first = true;
    while (keyword.find()) {
      if (explained.add(keyword.group(1))) {
        page.append(first ? "\n" : "");
        dictionary.keyword(keyword.group(1)).ifPresent(meaning -> entry(keyword.group(1), meaning));
        first = false;
      }
    }
  }

  private void words() {
    for (Vocabulary kind : Vocabulary.values()) {
      heading("## Words: " + kind.title());
      page.append('\n');
      if (kind == Vocabulary.SETTING) {
        settings();
      } else {
        dictionary.kinds().getOrDefault(kind.title(), Map.of()).forEach(this::entry);
        kind.words().stream().filter(word -> !isWritten(kind, word)).sorted()
            .forEach(word -> dictionary.of(kind, word).ifPresent(meaning -> entry(word, meaning)));
      }
    }
  }

  private boolean isWritten(Vocabulary kind, String word) {
    return word.startsWith("latency ") || dictionary.kinds().getOrDefault(kind.title(), Map.of())
        .containsKey(word);
  }

  private void settings() {
    for (Place place : Place.values()) {
      page.append("\nIn ").append(place.description()).append(":\n\n");
      for (SettingKind setting : SettingKind.in(place)) {
        Meaning meaning = dictionary.of(Vocabulary.SETTING, setting.word()).orElseThrow();
        String unit = setting.dimension().units();
        entry(setting.word(), new Meaning(meaning.source(), meaning.text() + " "
            + capital(setting.dimension().description()) + (unit.isEmpty() ? "" : " (" + unit + ")") + "."));
      }
    }
  }

  private void entry(String word, Meaning meaning) {
    String source = meaning.source().isEmpty() ? "" : " (`" + meaning.source() + "`)";
    wrap("- **" + word.replace("_", "\\_") + "**" + source + ": " + meaning.text());
  }

  /** Breaks an entry of a list into lines. */
  private void wrap(String entry) {
    int column = 0;
    for (String word : entry.split(" ")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        page.append("\n ");
        column = 1;
      }
      page.append(column == 0 ? "" : " ").append(word);
      column += word.length() + 1;
    }
    page.append('\n');
  }

  private void heading(String text) {
    page.append('\n').append(text).append('\n');
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
