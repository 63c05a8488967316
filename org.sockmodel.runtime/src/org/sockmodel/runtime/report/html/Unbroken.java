package org.sockmodel.runtime.report.html;

import java.util.regex.Pattern;

/** Makes texts in which no line ends within a number, before its unit, or between {@code CPU} and its number. */
final class Unbroken {

  private static final Pattern CELL = Pattern.compile("[0-9. ]+( [a-z%]+)?|(CPU|irq) [0-9]+");
  private static final Pattern PROSE = Pattern.compile(
      "(?<=[0-9]) (?=(?:[0-9]{3}|%|[num]?s|[KMGT]?i?B)(?![A-Za-z0-9]))|(?<=\\b(?:CPU|irq)) (?=[0-9])|(?<=<) (?=[0-9])");

  private Unbroken() {
  }

  /** What a cell of a table says. */
  static String cell(String text) {
    return CELL.matcher(text).matches() ? text.replace(' ', '\u00a0') : text;
  }

  /** A sentence. */
  static String prose(String text) {
    return PROSE.matcher(text).replaceAll("\u00a0");
  }
}
