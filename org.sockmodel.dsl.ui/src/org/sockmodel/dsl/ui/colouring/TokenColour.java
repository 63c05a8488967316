package org.sockmodel.dsl.ui.colouring;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.PlatformUI;
import org.sockmodel.dsl.ui.lexing.TokenKind;

/**
 * The kinds of text that have a colour, each with the identifier of its colour among the workbench's colours. The first
 * five are known from the text alone, the others from what a name stands for.
 */
public enum TokenColour {
  KEYWORD,
  COMMENT,
  STRING,
  NUMBER,
  SETTING,
  CONSTANT,
  MACHINE,
  DEVICE,
  WORKLOAD,
  VARIABLE;

  private static final Map<TokenKind, TokenColour> BY_KIND = Map.of(
      TokenKind.KEYWORD, KEYWORD,
      TokenKind.SETTING, SETTING,
      TokenKind.NUMBER, NUMBER,
      TokenKind.STRING, STRING,
      TokenKind.COMMENT, COMMENT);

  private static final Map<String, TokenColour> BY_MEANING = Map.ofEntries(
      entry(SemanticTokenTypes.Property, SETTING),
      entry(SemanticTokenTypes.EnumMember, CONSTANT),
      entry(SemanticTokenTypes.Class, MACHINE),
      entry(SemanticTokenTypes.Struct, MACHINE),
      entry(SemanticTokenTypes.Interface, DEVICE),
      entry(SemanticTokenTypes.Namespace, WORKLOAD),
      entry(SemanticTokenTypes.Function, WORKLOAD),
      entry(SemanticTokenTypes.Event, WORKLOAD),
      entry(SemanticTokenTypes.Variable, VARIABLE));

  private static final String PREFIX = "org.sockmodel.dsl.ui.colours.";

  /** The key of this colour in the workbench's colour registry. */
  public String key() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }

  /** The colour itself in the workbench's current theme. */
  public Color now() {
    return PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry().get(key());
  }

  /** The colour of a token; signs have none, and names one by what they stand for. */
  public static Optional<TokenColour> of(TokenKind kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }

  /** The colour of a word that the language gave a meaning, by the meaning's name in the protocol. */
  static Optional<TokenColour> ofMeaning(String type) {
    return Optional.ofNullable(BY_MEANING.get(type));
  }
}
