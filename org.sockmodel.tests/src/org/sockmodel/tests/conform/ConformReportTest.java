package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.Difference;
import org.sockmodel.runtime.analysis.conform.OneSided;
import org.sockmodel.runtime.analysis.conform.PlacedStep;
import org.sockmodel.runtime.analysis.conform.SequenceResult;
import org.sockmodel.runtime.analysis.conform.SetAside;
import org.sockmodel.runtime.analysis.conform.rule.Lane;
import org.sockmodel.runtime.report.conform.ConformJson;
import org.sockmodel.runtime.report.conform.ConformText;

class ConformReportTest {

  private static final int SCREEN_LINES = 60;

  @Test
  void shouldSayWhereTheTracesDiffer() {
    assertEquals("""
        events: 66.6 % of 3 steps agree (2 matched, 1 missing, 0 extra)

        thread           context            agree % matched missing   extra
        rdr0             task                  66.6       2       1       0

        set aside                                            reference candidate
          other tasks                                                4         2
        only in the candidate: ipi_send_cpu 1

        rdr0 task, in recvfrom 2, at 0.000005 s on CPU 1 of the reference:
            sys_enter_recvfrom
          - skb_copy_datagram_iovec len=64
            sys_exit_recvfrom ret=64
        """, text(comparison("rdr0", 1)));
  }

  @Test
  void shouldNotShowAHundredPercentUnlessAllAgrees() {
    SequenceResult almost = new SequenceResult("rdr0", Lane.TASK, new Agreement(999_999, 1, 0), List.of());
    assertTrue(text(new Comparison(List.of(almost), List.of(), List.of(), List.of(), List.of()))
        .startsWith("events: 99.9 %"));
  }

  @Test
  void shouldStayOnAScreenHoweverManyDifferencesThereAre() {
    assertTrue(text(comparison("rdr0", 1000)).lines().count() < SCREEN_LINES);
  }

  @Test
  void shouldNotPrintControlCharactersOfATrace() {
    assertFalse(text(comparison("a\u001b[31m", 1)).contains("\u001b"));
  }

  @Test
  void shouldSayThatThereIsNothingToCompare() {
    assertTrue(text(new Comparison(List.of(), List.of(), List.of(), List.of(), List.of()))
        .startsWith("events: nothing to compare"));
  }

  @Test
  void shouldWriteEveryDifferenceAsJson() throws Exception {
    StringWriter out = new StringWriter();
    ConformJson.write(comparison("rdr0", 20), out);
    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertEquals("sockmodel.conform/1", json.get("schema").getAsString());
    assertFalse(json.get("agrees").getAsBoolean());
    JsonObject events = json.getAsJsonObject("events");
    assertEquals(20, events.get("missing").getAsInt());
    JsonObject sequence = events.getAsJsonArray("sequences").get(0).getAsJsonObject();
    assertEquals(20, sequence.getAsJsonArray("differences").size());
    assertEquals("recvfrom 2", sequence.getAsJsonArray("differences").get(0).getAsJsonObject().getAsJsonArray("missing")
        .get(0).getAsJsonObject().get("call").getAsString());
  }

  private static Comparison comparison(String thread, int differences) {
    Difference difference = new Difference(List.of(step("sys_enter_recvfrom")),
        List.of(step("skb_copy_datagram_iovec len=64")), List.of(), List.of(step("sys_exit_recvfrom ret=64")));
    SequenceResult result = new SequenceResult(thread, Lane.TASK, new Agreement(2, differences, 0),
        Collections.nCopies(differences, difference));
    return new Comparison(List.of(result), List.of(), List.of(new SetAside("other tasks", 4, 2)), List.of(),
        List.of(new OneSided("ipi_send_cpu", 1)));
  }

  private static PlacedStep step(String text) {
    return new PlacedStep(text, 5000, 1, "recvfrom 2");
  }

  private static String text(Comparison comparison) {
    StringWriter out = new StringWriter();
    ConformText.write(comparison, new PrintWriter(out));
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
