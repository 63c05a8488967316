package org.sockmodel.runtime.report.figure;

import java.util.List;
import java.util.Locale;
import org.sockmodel.runtime.report.SafeText;

/** Figures as a table for a person to read in a terminal, below each source what is from there. */
public final class FigureText {

  private static final String ROW = "  %-16s  %-28s %12s %12s %10s %7s  %s";

  private FigureText() {
  }

  /** The table; every line ends with a line feed. */
  public static String of(List<Figure> figures) {
    StringBuilder text = new StringBuilder();
    String source = null;
    for (Figure figure : figures) {
      if (!figure.source().equals(source)) {
        source = figure.source();
        text.append(text.length() == 0 ? "" : "\n").append(SafeText.of(source)).append('\n');
        line(text, "MODEL", "FIGURE", "published", "simulated", "difference", "within", "");
      }
      String verdict = figure.holds() ? "ok" : "OUTSIDE";
      line(text, figure.model(), figure.name(), figure.publishedText(), figure.simulatedText(),
          figure.differenceText(), figure.withinText(),
          figure.otherModel().isEmpty() ? verdict : verdict + ", compared with " + figure.otherModel());
    }
    long kept = figures.stream().filter(Figure::holds).count();
    text.append("\n").append(kept).append(" of ").append(figures.size()).append(" figures as published\n");
    return text.toString();
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append(String.format(Locale.ROOT, ROW, cells).stripTrailing()).append('\n');
  }
}
