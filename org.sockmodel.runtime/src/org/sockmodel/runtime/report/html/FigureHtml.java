package org.sockmodel.runtime.report.html;

import java.util.List;
import org.sockmodel.runtime.report.figure.Figure;

/** Figures as one HTML file that loads nothing and runs nothing. */
public final class FigureHtml {

  private static final String[] HEADINGS =
      {"model", "<figure", "published", "simulated", "difference", "within", "<"};

  private final Markup out = new Markup();
  private HtmlTable table;

  private FigureHtml() {
  }

  /** The whole file. */
  public static String of(List<Figure> figures) {
    return new FigureHtml().page(figures);
  }

  private String page(List<Figure> figures) {
    long kept = figures.stream().filter(Figure::holds).count();
    Page.begin(out, "Published figures", "'none'");
    out.open("header").element("h1", kept + " of " + figures.size() + " figures as published").closeLine();
    String source = null;
    for (Figure figure : figures) {
      if (!figure.source().equals(source)) {
        end();
        source = figure.source();
        out.open("section").element("h2", source);
        table = new HtmlTable(out, HEADINGS);
      }
      row(figure);
    }
    end();
    out.close().close().closeLine();
    return out.toString();
  }

  private void end() {
    if (table != null) {
      table.close();
      out.closeLine();
    }
  }

  private void row(Figure figure) {
    String verdict = figure.holds() ? "ok" : "outside";
    table.row(figure.model(), figure.name(), figure.publishedText(), figure.simulatedText(), figure.differenceText(),
        figure.withinText(),
        figure.otherModel().isEmpty() ? verdict : verdict + ", compared with " + figure.otherModel());
  }
}
