package org.sockmodel.dsl.ui.colouring;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockmodel.dsl.setting.SettingKind;

/** The kinds of text that have a colour, each with the identifier of its colour among the workbench's colours. */
public enum TokenColour {
  KEYWORD,
  COMMENT,
  STRING,
  NUMBER;

  /** Words such as {@code cpus} are names in the grammar, and keywords to whoever reads a model. */
  private static final Set<String> SETTINGS =
      Stream.of(SettingKind.values()).map(SettingKind::word).collect(Collectors.toUnmodifiableSet());

  private static final String PREFIX = "org.sockmodel.dsl.ui.colours.";

  /** The key of this colour in the workbench's colour registry. */
  public String key() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }

  /**
   * The colour of a token.
   *
   * @param rule the token's name in the grammar: a keyword in quotes or the name of a terminal rule
   * @param text the token itself
   */
  static Optional<TokenColour> of(String rule, String text) {
    if (rule.startsWith("'")) {
      return isWord(rule) ? Optional.of(KEYWORD) : Optional.empty();
    }
    if (rule.endsWith("COMMENT")) {
      return Optional.of(COMMENT);
    }
    if (rule.endsWith("STRING")) {
      return Optional.of(STRING);
    }
    if (SETTINGS.contains(text)) {
      return Optional.of(KEYWORD);
    }
    return startsWithDigit(text) ? Optional.of(NUMBER) : Optional.empty();
  }

  private static boolean isWord(String quotedKeyword) {
    return quotedKeyword.length() > 2 && Character.isLetter(quotedKeyword.charAt(1));
  }

  private static boolean startsWithDigit(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }
}
