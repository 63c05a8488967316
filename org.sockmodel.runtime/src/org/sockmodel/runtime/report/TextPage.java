package org.sockmodel.runtime.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of at most {@link #WIDTH} columns. */
final class TextPage {

  static final int WIDTH = 80;

  private final List<String> lines = new ArrayList<>();

  /** Adds a line, cut if it is too long, without trailing blanks. */
  void line(String text) {
    String cut = text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "~";
    lines.add(cut.stripTrailing());
  }

  /** Adds an empty line, unless the page is empty or ends with one. */
  void gap() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  /** Adds a paragraph, broken between words; lines after the first are indented. */
  void paragraph(String text, int indent) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(" ".repeat(indent));
      } else if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    line(line.toString());
  }

  int size() {
    return lines.size();
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
