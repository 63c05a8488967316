package org.sockmodel.dsl.generator;

/**
 * Writes texts of a model as Java literals of plain ASCII.
 *
 * <p>Unicode escapes are translated before Java looks for quotes and line ends. So they stand only for characters that
 * mean nothing to Java; quotes, backslashes and controls get escapes of the literal itself.
 */
final class JavaText {

  private JavaText() {
  }

  /** The string literal for {@code text}, with its quotes. */
  static String literal(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i));
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || c == 0x7f) {
      out.append("\\%03o".formatted((int) c));
    } else if (c > 0x7f) {
      out.append("\\u%04x".formatted((int) c));
    } else {
      out.append(c);
    }
  }

  /** {@code text} with everything replaced that could end a comment or mean something in one. */
  static String comment(String text) {
    return text.replaceAll("[^A-Za-z0-9._ -]", "_");
  }

  /** The literal of a long, as short as Java allows. */
  static String literal(long value) {
    return Math.abs(value) <= Integer.MAX_VALUE ? Long.toString(value) : value + "L";
  }
}
