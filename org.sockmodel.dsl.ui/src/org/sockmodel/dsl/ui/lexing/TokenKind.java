package org.sockmodel.dsl.ui.lexing;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockmodel.dsl.setting.SettingKind;

/** What a token is, as far as the text alone tells. */
public enum TokenKind {
  KEYWORD,
  SETTING,
  NAME,
  NUMBER,
  STRING,
  COMMENT,
  /** Signs and blanks. */
  OTHER;

  /** Words such as {@code cpus} are names in the grammar, and words of the language to whoever reads a model. */
  private static final Set<String> SETTINGS =
      Stream.of(SettingKind.values()).map(SettingKind::word).collect(Collectors.toUnmodifiableSet());

  /**
   * The kind of a token.
   *
   * @param rule the token's name in the grammar: a keyword in quotes or the name of a terminal rule
   * @param text the token itself
   */
  static TokenKind of(String rule, String text) {
    if (rule.startsWith("'")) {
      return Character.isLetter(rule.charAt(1)) && rule.length() > 2 ? KEYWORD : OTHER;
    }
    if (rule.endsWith("COMMENT")) {
      return COMMENT;
    }
    if (rule.endsWith("STRING")) {
      return STRING;
    }
    if (SETTINGS.contains(text)) {
      return SETTING;
    }
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return Character.isDigit(first) ? NUMBER : Character.isJavaIdentifierStart(first) ? NAME : OTHER;
  }
}
