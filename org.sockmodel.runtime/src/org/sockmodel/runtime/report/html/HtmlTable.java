package org.sockmodel.runtime.report.html;

import org.sockmodel.runtime.report.Unbroken;

/**
 * A table that scrolls sideways where the page is too narrow for it. Numbers are aligned to the right, words to the
 * left.
 */
final class HtmlTable {

  /** Before a heading: its column is of words. */
  static final String WORDS = "<";

  private final Markup out;
  private final boolean[] words;

  /**
   * Opens a table whose cells are numbers and short words.
   *
   * @param headings the first is always of words; each of the others is of numbers unless it begins with {@link #WORDS}
   */
  HtmlTable(Markup out, String... headings) {
    this(out, "scroll", headings);
  }

  private HtmlTable(Markup out, String style, String... headings) {
    this.out = out;
    words = new boolean[headings.length];
    out.open("div", "class", style).open("table").open("thead").open("tr");
    for (int i = 0; i < headings.length; i++) {
      words[i] = headings[i].startsWith(WORDS);
      String heading = words[i] ? headings[i].substring(WORDS.length()) : headings[i];
      out.open("th", "scope", "col", "class", words[i] ? "words" : null).text(heading).close();
    }
    out.close().close().open("tbody");
  }

  /** Opens a table with names among its cells, of which a phone has room for three beside each other. */
  static HtmlTable ofNames(Markup out, String... headings) {
    return new HtmlTable(out, "scroll names", headings);
  }

  void row(String first, String... cells) {
    out.open("tr").element("th", Unbroken.cell(first), "scope", "row");
    for (int i = 0; i < cells.length; i++) {
      out.open("td", "class", words[i + 1] ? "words" : null).text(Unbroken.cell(cells[i])).close();
    }
    out.closeLine();
  }

  void close() {
    out.close().close().closeLine();
  }
}
