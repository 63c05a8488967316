package org.sockmodel.runtime.report.html;

/** A table that scrolls sideways where the page is too narrow for it. */
final class HtmlTable {

  private final Markup out;

  /** Opens the table. */
  HtmlTable(Markup out, String... headings) {
    this.out = out;
    out.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String heading : headings) {
      out.element("th", heading, "scope", "col");
    }
    out.close().close().open("tbody");
  }

  void row(String first, String... cells) {
    out.open("tr").element("th", first, "scope", "row");
    for (String cell : cells) {
      out.element("td", cell);
    }
    out.closeLine();
  }

  void close() {
    out.close().close().closeLine();
  }
}
