package org.sockmodel.dsl.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.sockmodel.dsl.naming.SimilarNames;
import org.sockmodel.dsl.setting.Place;
import org.sockmodel.dsl.setting.SettingKind;

/** What people write by a slip, or by the habit of other languages, and what to do about it. */
final class Slips {

  private static final Pattern RANGE = Pattern.compile("\\d+\\.\\.\\d+");

  private Slips() {
  }

  /** What to do about a word that the parser does not want. */
  static Optional<String> advice(Unexpected at) {
    return Habits.advice(at).or(() -> ofSign(at));
  }

  private static Optional<String> ofSign(Unexpected at) {
    return switch (at.found()) {
      case ";" -> Optional.of("delete it: nothing in a model ends with one");
      case "#" -> Optional.of("write // before a comment");
      case "," -> Habits.onlyIf(at.wanted().equals("}"), "delete it: what stands in braces is not listed with commas");
      case "=", ":" -> Habits.onlyIf(at.rule().equals("Factor"), "delete it: a value follows its name");
      case "==" -> Habits.onlyIf(at.wanted().equals("{"), "delete it: write if errno EAGAIN { }");
      case "(" -> Habits.onlyIf(at.rule().equals("Statement"),
          "what a call takes stands behind it, as in: recv s 2048B");
      default -> RANGE.matcher(at.found()).matches() ? Optional.of("only seeds have a range; write each value")
          : at.wanted().equals("}") ? similarSetting(at.found(), at.element()) : Optional.empty();
    };
  }

  /** What to do about a word where the file could end. */
  static Optional<String> adviceAtEnd(Unexpected at) {
    return switch (at.found()) {
      case "import" -> Optional.of("write it above everything else");
      case "model" -> Optional.of("write it at the beginning, below the imports");
      case "-" -> Optional.of("a name has no hyphen, but may have an underscore");
      default -> advice(at);
    };
  }

  private static Optional<String> similarSetting(String found, EObject element) {
    List<String> words = Place.of(element).map(SettingKind::in).orElse(List.of()).stream().map(SettingKind::word)
        .toList();
    return SimilarNames.closest(found, words).map(word -> "did you mean '" + word + "'?");
  }
}
