package org.sockmodel.runtime.report.html;

import java.util.List;
import org.sockmodel.runtime.report.figure.Figure;

/** Figures as one HTML file that loads nothing and runs nothing. */
public final class FigureHtml {

  private static final String[] HEADINGS = {"model", "figure", "published", "simulated", "difference", "within", ""};

  private FigureHtml() {
  }

  /** The whole file. */
  public static String of(List<Figure> figures) {
    Markup out = new Markup();
    long kept = figures.stream().filter(Figure::holds).count();
    Page.begin(out, "Published figures", "'none'");
    out.open("header").element("h1", kept + " of " + figures.size() + " figures as published").closeLine();
    String source = null;
    for (Figure figure : figures) {
      if (!figure.source().equals(source)) {
        end(out, source);
        source = figure.source();
        begin(out, source);
      }
      row(out, figure);
    }
    end(out, source);
    out.close().close().closeLine();
    return out.toString();
  }

  private static void begin(Markup out, String source) {
    out.open("section").element("h2", source).open("table").open("thead").open("tr");
    for (String heading : HEADINGS) {
      out.element("th", heading);
    }
    out.close().close().open("tbody");
  }

  private static void end(Markup out, String source) {
    if (source != null) {
      out.close().close().closeLine();
    }
  }

  private static void row(Markup out, Figure figure) {
    String verdict = figure.holds() ? "ok" : "outside";
    out.open("tr").element("th", figure.model());
    List.of(figure.name(), figure.publishedText(), figure.simulatedText(), figure.differenceText(),
        figure.withinText()).forEach(cell -> out.element("td", cell));
    out.element("td", figure.otherModel().isEmpty() ? verdict : verdict + ", compared with " + figure.otherModel());
    out.closeLine();
  }
}
