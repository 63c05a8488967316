package org.sockmodel.runtime.report;

import java.util.regex.Pattern;

/**
 * Makes texts in which no line ends within a number, before its unit, between what it is of, such as {@code CPU}, and a
 * number, or before the arrow of a stage: blanks that are none to end a line at are no-break spaces.
 */
public final class Unbroken {

  private static final Pattern CELL = Pattern.compile("[0-9. ]+( [a-z%]+)?|(CPU|irq) [0-9]+");
  private static final Pattern PROSE = Pattern.compile(
      "(?<=[0-9]) (?=(?:[0-9]{3}|%|[num]?s|[KMGT]?i?B)(?![A-Za-z0-9]))"
          + "|(?<=\\b(?:CPU|irq|p[0-9]{2}|max)) (?=[0-9])|(?<=<) (?=[0-9])| (?=->|\u2192)");

  private Unbroken() {
  }

  /** What a cell of a table says. */
  public static String cell(String text) {
    return CELL.matcher(text).matches() ? text.replace(' ', '\u00a0') : prose(text);
  }

  /** A sentence. */
  public static String prose(String text) {
    return PROSE.matcher(text).replaceAll("\u00a0");
  }
}
