package org.sockmodel.runtime.report.html;

import java.util.regex.Pattern;

/** A table that scrolls sideways where the page is too narrow for it. No line ends between a number and its unit. */
final class HtmlTable {

  private static final Pattern NUMBER = Pattern.compile("[0-9. ]+( [a-z%]+)?|(CPU|irq) [0-9]+");

  private final Markup out;

  /** Opens a table whose cells are numbers and short words. */
  HtmlTable(Markup out, String... headings) {
    this(out, "scroll", headings);
  }

  private HtmlTable(Markup out, String style, String... headings) {
    this.out = out;
    out.open("div", "class", style).open("table").open("thead").open("tr");
    for (String heading : headings) {
      out.element("th", heading, "scope", "col");
    }
    out.close().close().open("tbody");
  }

  /** Opens a table with names among its cells, of which a phone has room for three beside each other. */
  static HtmlTable ofNames(Markup out, String... headings) {
    return new HtmlTable(out, "scroll names", headings);
  }

  void row(String first, String... cells) {
    out.open("tr").element("th", unbroken(first), "scope", "row");
    for (String cell : cells) {
      out.element("td", unbroken(cell));
    }
    out.closeLine();
  }

  void close() {
    out.close().close().closeLine();
  }

  private static String unbroken(String cell) {
    return NUMBER.matcher(cell).matches() ? cell.replace(' ', '\u00a0') : cell;
  }
}
