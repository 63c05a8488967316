package org.sockmodel.runtime.report.text;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.report.Unbroken;

/** Lines of at most {@link #WIDTH} columns; of more than {@link #HEIGHT} lines the last gaps are given up. */
final class TextPage {

  static final int WIDTH = 80;
  static final int HEIGHT = 40;

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

  /** Adds a paragraph, broken between words, though not before a unit; lines after the first are indented. */
  void paragraph(String text, int indent) {
    StringBuilder line = new StringBuilder();
    for (String word : Unbroken.prose(text).split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(" ".repeat(indent));
      } else if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word.replace('\u00a0', ' '));
    }
    line(line.toString());
  }

  /** How many lines there are that are not given up. */
  int filled() {
    return (int) lines.stream().filter(line -> !line.isEmpty()).count();
  }

  /** Gives up all lines but the first ones. */
  void cut(int size) {
    lines.subList(size, lines.size()).clear();
  }

  int size() {
    return lines.size();
  }

  @Override
  public String toString() {
    List<String> shown = new ArrayList<>(lines);
    for (int last = lastGap(shown); shown.size() > HEIGHT && last >= 0; last = lastGap(shown)) {
      shown.remove(last);
    }
    return String.join("\n", shown) + "\n";
  }

  private static int lastGap(List<String> lines) {
    return lines.lastIndexOf("");
  }
}
