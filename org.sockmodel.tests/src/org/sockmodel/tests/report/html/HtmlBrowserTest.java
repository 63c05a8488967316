package org.sockmodel.tests.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.SafeText;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.report.SampleTrace;
import org.sockmodel.tests.trace.Command;

/** The HTML report in a browser, after its script has run. */
class HtmlBrowserTest {

  private static final Pattern CARD = Pattern.compile("<div class=\"card\"><b>(.*?)</b>");
  private static final Pattern SECTION = Pattern.compile("<section><h2>([^<]*)</h2>(.*?)</section>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<tr>(<th scope=\"row\">.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>([^<]*)</t[hd]>");

  private static final String COUNT_OF_WIDE_TABLES = """
      <script>
        // No window is as narrow as a phone, but narrow enough for the style of one.
        document.body.style.width = "WIDTH";
        const wide = elements => elements.filter(element => element.scrollWidth > element.clientWidth).length;
        const tables = [...document.querySelectorAll(".scroll")];
        const cells = [...document.querySelectorAll("th, td")];
        const output = document.createElement("output");
        output.textContent = wide(tables) + " of " + tables.length + " tables, " + wide(cells) + " cells";
        document.body.append(output);
      </script>
      """;

  @TempDir
  Path scratch;

  private Report report;
  private Command browser;

  @BeforeEach
  void openInBrowser() throws Exception {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL).withTimeline();
    SampleTrace.feed(trace.to(analysis), 200, SampleTrace.HOSTILE_NAME, 0);
    trace.rename(77, "Long Name Of A-Task");
    SampleTrace.messageHeldUp(trace, 201, SampleTrace.HOSTILE_NAME, 12_300_000, 77);
    SampleTrace.messageFetchedLate(trace, 214, SampleTrace.HOSTILE_NAME, 999_400_000, 78);
    report = analysis.report(trace.statistics());
    Path page = Files.writeString(scratch.resolve("report.html"), HtmlReport.of(report, "a <b> & c"));
    browser = Browser.open(scratch, page);
  }

  @Test
  void shouldLogNoErrorAndRunItsScript() {
    assertEquals(List.of(), browser.err().lines().filter(line -> line.contains(":CONSOLE")).toList());
    assertTrue(browser.out().contains("Next message"), "the script has not added its buttons");
    assertTrue(browser.out().contains("Slowest message"), "nothing leads to the slowest message");
  }

  @Test
  void shouldShowTheFiguresOfTheJson() {
    JsonObject json = JsonReport.tree(report);
    List<String> expected = new ArrayList<>();
    for (String cost : List.of("hardirqs", "softirqs", "wakeups", "context_switches")) {
      expected.add(Quantity.each(OptionalDouble.of(json.getAsJsonObject("per_message").get(cost).getAsDouble())));
    }

    assertEquals(expected, CARD.matcher(browser.out()).results().map(card -> card.group(1)).toList());
  }

  @Test
  void shouldShowTheTablesOfTheJson() {
    JsonObject json = JsonReport.tree(report);
    Map<String, List<List<String>>> expected = JsonRows.of(json);

    assertEquals(9, expected.size());
    Map<String, List<List<String>>> shown = shownTables();
    assertEquals(expected.keySet(), shown.keySet());
    expected.forEach((heading, rows) -> assertEquals(readable(rows), shown.get(heading), heading));
  }

  /** What came from a trace is shown without what would act on a terminal or turn text around. */
  private static List<List<String>> readable(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(SafeText::of).toList()).toList();
  }

  /** Neither do texts of neighbouring cells run into each other. */
  @Test
  void shouldNeedNoScrollingToTheSideOnAPhone() throws Exception {
    assertShowsWholeTables(HtmlReport.of(report, "phone"), "360px", "--window-size=500,800");
  }

  @Test
  void shouldShowEveryColumnOnADesktop() throws Exception {
    assertShowsWholeTables(HtmlReport.of(report, "desktop"), "1100px", "--window-size=1200,800");
  }

  /** The width is that of a sheet of A4 between the margins that browsers leave. */
  @Test
  void shouldPrintEveryColumn() throws Exception {
    String html = HtmlReport.of(report, "paper");
    assertTrue(html.contains("@media print"));

    assertShowsWholeTables(html.replace("@media print", "@media all"), "717px", "--window-size=900,800");
  }

  private void assertShowsWholeTables(String html, String width, String window) throws Exception {
    // The page's own policy forbids a script that it does not know.
    Path page = Files.writeString(scratch.resolve("narrow.html"), html.replace("Content-Security-Policy", "Ignored")
        .replace("</body>", COUNT_OF_WIDE_TABLES.replace("WIDTH", width) + "</body>"));

    String shown = Browser.open(scratch, page, window).out();

    assertTrue(shown.contains("<output>0 of 11 tables, 0 cells</output>"),
        () -> shown.substring(shown.length() - 100));
  }

  /** The rows of every table of the page, under the heading of its section. */
  private Map<String, List<List<String>>> shownTables() {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    for (MatchResult section : SECTION.matcher(browser.out()).results().toList()) {
      for (MatchResult row : ROW.matcher(section.group(2)).results().toList()) {
        tables.computeIfAbsent(section.group(1), any -> new ArrayList<>()).add(
            CELL.matcher(row.group(1)).results().map(cell -> text(cell.group(1))).toList());
      }
    }
    return tables;
  }

  private static String text(String html) {
    return html.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
