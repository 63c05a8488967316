package org.sockmodel.dsl.generator;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes identifiers of the names of one model, no two alike even where upper and lower case are one. All are ASCII, and
 * the suffixes of classes and prefixes of methods keep them apart from keywords and from the names of the runtime.
 */
final class JavaNames {

  // File systems allow 255 bytes for a file name.
  private static final int LONGEST = 80;

  private static final Set<String> KEYWORDS = Set.of("abstract", "assert", "boolean", "break", "byte", "case", "catch",
      "char", "class", "const", "continue", "default", "do", "double", "else", "enum", "extends", "final", "finally",
      "float", "for", "goto", "if", "implements", "import", "instanceof", "int", "interface", "long", "native", "new",
      "package", "private", "protected", "public", "return", "short", "static", "strictfp", "super", "switch",
      "synchronized", "this", "throw", "throws", "transient", "try", "void", "volatile", "while", "true", "false",
      "null", "_");

  private final Set<String> taken = new HashSet<>();

  /** {@code one_reader} becomes {@code OneReader} with {@code suffix}. */
  String type(String name, String suffix) {
    return unique(camelCase(name), suffix);
  }

  /** {@code one_reader} becomes {@code prefix} with {@code OneReader}; nothing becomes the prefix alone. */
  String method(String prefix, String name) {
    return unique(name.isEmpty() ? prefix : prefix + camelCase(name), "");
  }

  /** The package of a model's classes. */
  static String packageOf(String modelName) {
    String segment = shorten(ascii(modelName).toLowerCase(Locale.ROOT));
    return "sockmodel." + (Character.isDigit(segment.charAt(0)) || isKeyword(segment) ? segment + "_" : segment);
  }

  private String unique(String stem, String suffix) {
    String candidate = stem + suffix;
    for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
      candidate = stem + "_" + i + suffix;
    }
    return candidate;
  }

  private static String camelCase(String name) {
    StringBuilder out = new StringBuilder();
    for (String word : shorten(ascii(name)).split("_")) {
      if (!word.isEmpty()) {
        out.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return out.isEmpty() ? "_" : Character.isDigit(out.charAt(0)) ? "_" + out : out.toString();
  }

  /** Letters and digits of ASCII stay; of anything else the number of the character is told. */
  private static String ascii(String name) {
    StringBuilder out = new StringBuilder();
    for (char c : name.toCharArray()) {
      boolean plain = c == '_' || c < 0x80 && Character.isLetterOrDigit(c);
      out.append(plain ? Character.toString(c) : "u%04x".formatted((int) c));
    }
    return out.toString();
  }

  private static String shorten(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }

  private static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }
}
