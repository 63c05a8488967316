package org.sockmodel.runtime.report;

import java.util.Locale;

/** Texts from a trace, made safe to show: nothing that moves a cursor, changes a colour or reverses a line is left. */
public final class SafeText {

  private SafeText() {
  }

  /** The text with control and formatting characters written as {@code \}{@code u001b} and the like. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(character -> {
      if (isPlain(character)) {
        safe.appendCodePoint(character);
      } else {
        safe.append(String.format(Locale.ROOT, "\\u%04x", character));
      }
    });
    return safe.toString();
  }

  /** The safe text, cut to at most {@code width} characters; a tilde shows the cut. */
  public static String of(String text, int width) {
    String safe = of(text);
    return safe.length() <= width ? safe : safe.substring(0, width - 1) + "~";
  }

  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
