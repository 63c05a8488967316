package org.sockmodel.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.JsonReport;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.trace.Command;

/** The HTML report in a browser, after its script has run. */
class HtmlBrowserTest {

  private static final Pattern CARD = Pattern.compile("<div class=\"card\"><b>(.*?)</b>");
  private static final Pattern STAGE =
      Pattern.compile("<tr><th scope=\"row\">([a-z_]+(?: \u2192 [a-z_]+)?)</th>((?:<td>[^<]*</td>){6})</tr>");
  private static final List<String> FIGURES = List.of("min_ns", "p50_ns", "p90_ns", "p99_ns", "max_ns");

  private static final String COUNT_OF_WIDE_TABLES = """
      <script>
        // No window is as narrow as a phone, but narrow enough for the style of one.
        document.body.style.width = "WIDTH";
        const tables = [...document.querySelectorAll(".scroll")];
        const wide = tables.filter(table => table.scrollWidth > table.clientWidth).length;
        const output = document.createElement("output");
        output.textContent = wide + " of " + tables.length + " tables";
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
    report = analysis.report(trace.statistics());
    Path page = Files.writeString(scratch.resolve("report.html"), HtmlReport.of(report, "a <b> & c"));
    browser = open(page);
  }

  @Test
  void shouldLogNoErrorAndRunItsScript() {
    assertEquals(List.of(), browser.err().lines().filter(line -> line.contains(":CONSOLE")).toList());
    assertTrue(browser.out().contains("Next message"), "the script has not added its buttons");
  }

  @Test
  void shouldShowTheFiguresOfTheJson() {
    JsonObject json = JsonReport.tree(report);
    List<String> expected = new ArrayList<>();
    for (String cost : List.of("hardirqs", "softirqs", "wakeups", "context_switches")) {
      expected.add(Quantity.each(OptionalDouble.of(json.getAsJsonObject("per_message").get(cost).getAsDouble())));
    }

    assertEquals(expected, CARD.matcher(browser.out()).results().map(card -> card.group(1)).toList());
    assertEquals(stages(json), shownStages());
  }

  @Test
  void shouldNeedNoScrollingToTheSideOnAPhone() throws Exception {
    assertShowsWholeTables(HtmlReport.of(report, "phone"), "360px", "--window-size=500,800");
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

    String shown = open(page, window).out();

    assertTrue(shown.contains("<output>0 of 8 tables</output>"),
        () -> shown.substring(shown.length() - 100));
  }

  private static List<List<String>> stages(JsonObject json) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("stages")) {
      JsonObject stage = element.getAsJsonObject();
      List<String> row = new ArrayList<>();
      row.add(stage.get("stage").getAsString().replace("_to_", " \u2192 "));
      row.add(Quantity.count(stage.get("count").getAsLong()));
      FIGURES.forEach(figure -> row.add(Quantity.duration(stage.get(figure).getAsDouble())));
      rows.add(row);
    }
    return rows;
  }

  private List<List<String>> shownStages() {
    List<List<String>> rows = new ArrayList<>();
    String section = browser.out().substring(browser.out().indexOf("<h2>Where the time goes</h2>"));
    Matcher stage = STAGE.matcher(section.substring(0, section.indexOf("</section>")));
    while (stage.find()) {
      List<String> row = new ArrayList<>(List.of(stage.group(1)));
      row.addAll(List.of(stage.group(2).replaceAll("<td>", "").split("</td>")));
      rows.add(row);
    }
    return rows;
  }

  private Command open(Path page, String... options) throws Exception {
    for (String program : List.of("chromium", "chromium-browser", "google-chrome")) {
      List<String> command = new ArrayList<>(List.of(program, "--headless", "--no-sandbox", "--disable-gpu",
          "--enable-logging=stderr", "--user-data-dir=" + scratch.resolve("profile"), "--dump-dom"));
      command.addAll(List.of(options));
      command.add(page.toUri().toString());
      Command opened = Command.run(scratch, command.toArray(String[]::new));
      if (opened != null) {
        return opened;
      }
    }
    assumeTrue(false, "no Chromium is installed");
    return null;
  }
}
