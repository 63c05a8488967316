package org.sockmodel.tests.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.report.SampleTrace;

class JsonReportTest {

  @Test
  void shouldHoldTheCounts() throws IOException {
    JsonObject json = parse(SampleTrace.report(10));

    assertEquals(10, json.getAsJsonObject("interrupts").getAsJsonObject("hardirq").get("total").getAsLong());
    assertEquals(11, json.getAsJsonObject("receives").get("calls").getAsLong());
    assertEquals(1, json.getAsJsonObject("receives").get("errors").getAsLong());
    assertEquals(1.0, json.getAsJsonObject("per_message").get("hardirqs").getAsDouble());
    assertEquals(2.0, json.getAsJsonObject("per_message").get("context_switches").getAsDouble());
  }

  @Test
  void shouldNameTheStagesInTheirOrder() throws IOException {
    List<String> names = parse(SampleTrace.report(10)).getAsJsonArray("stages").asList().stream()
        .map(stage -> stage.getAsJsonObject().get("stage").getAsString()).toList();

    assertEquals(List.of("hardirq_to_softirq", "softirq_to_sk_data_ready", "sk_data_ready_to_waking",
        "waking_to_running", "running_to_return", "total"), names);
  }

  @Test
  void shouldWriteNullForWhatDoesNotExist() throws IOException {
    Analysis analysis = new Analysis(new TinyTrace().names(), Filter.ALL);
    JsonObject json = parse(analysis.report(new TraceStatistics("ctf")));

    assertTrue(json.getAsJsonObject("per_message").get("hardirqs").isJsonNull());
    assertTrue(json.getAsJsonObject("scheduling").getAsJsonObject("wakeup_to_run").get("p50_ns").isJsonNull());
    assertEquals(0, json.getAsJsonArray("stages").size());
  }

  @Test
  void shouldEscapeTextsOfTheTrace() throws IOException {
    Report report = SampleTrace.report(1, SampleTrace.HOSTILE_NAME, 0);

    JsonElement name = first(parse(report).getAsJsonObject("interrupts").getAsJsonObject("hardirq"), "by_irq")
        .get("name");

    assertEquals(SampleTrace.HOSTILE_NAME, name.getAsString());
    assertFalse(text(report).contains("\u001b"));
    assertFalse(text(report).contains("</script>"));
  }

  private static String text(Report report) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(report, out);
    return out.toString();
  }

  private static JsonObject parse(Report report) throws IOException {
    return JsonParser.parseString(text(report)).getAsJsonObject();
  }

  private static JsonObject first(JsonObject parent, String list) {
    return parent.getAsJsonArray(list).get(0).getAsJsonObject();
  }
}
