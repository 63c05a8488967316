package org.sockmodel.dsl.ui.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little of Markdown that explanations are written in, as text and the stretches of it that look different: bold
 * words, words of code, and blocks of the language. Lines of a paragraph are joined, so that a reader's window breaks
 * them.
 */
public final class MarkdownText {

  private static final String FENCE = "```";
  private static final Pattern INLINE = Pattern.compile("\\*\\*(.+?)\\*\\*|`(.+?)`");

  /** How a stretch looks different. */
  public enum Look {
    BOLD,
    CODE,
    MODEL
  }

  /** A stretch of the text that looks different. */
  public record Stretch(int offset, int length, Look look) {
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Stretch> stretches = new ArrayList<>();

  public MarkdownText(String markdown) {
    boolean fenced = false;
    int block = 0;
    for (String line : markdown.strip().split("\n", -1)) {
      if (line.startsWith(FENCE)) {
        if (fenced) {
          stretches.add(new Stretch(block, text.length() - block, Look.MODEL));
        }
        paragraph();
        fenced = !fenced;
        block = text.length();
      } else if (fenced) {
        text.append(text.length() == block ? "" : "\n").append(line);
      } else if (line.isBlank()) {
        paragraph();
      } else {
        line(line);
      }
    }
  }

  private void paragraph() {
    if (text.length() > 0 && !text.toString().endsWith("\n\n")) {
      text.append("\n\n");
    }
  }

  private void line(String line) {
    boolean begins = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
    boolean item = line.startsWith("- ");
    text.append(begins ? "" : item ? "\n" : " ");
    Matcher inline = INLINE.matcher(item ? "• " + line.substring(2) : line);
    int copied = 0;
    String whole = item ? "• " + line.substring(2) : line;
    while (inline.find()) {
      text.append(whole, copied, inline.start());
      copied = inline.end();
      String word = inline.group(1) == null ? inline.group(2) : inline.group(1);
      stretches.add(new Stretch(text.length(), word.length(), inline.group(1) == null ? Look.CODE : Look.BOLD));
      text.append(word);
    }
    text.append(whole.substring(copied));
  }

  public String text() {
    return text.toString().stripTrailing();
  }

  public List<Stretch> stretches() {
    return stretches;
  }
}
