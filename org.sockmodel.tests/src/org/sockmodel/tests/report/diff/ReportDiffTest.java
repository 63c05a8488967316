package org.sockmodel.tests.report.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.diff.CountChange;
import org.sockmodel.runtime.report.diff.DiffJson;
import org.sockmodel.runtime.report.diff.DiffText;
import org.sockmodel.runtime.report.diff.ReportDiff;
import org.sockmodel.runtime.report.diff.TimeChange;
import org.sockmodel.runtime.report.diff.Verdict;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.tests.report.SampleTrace;

class ReportDiffTest {

  private static final String DEVICE = "eth0-rx-0";

  @Test
  void shouldFindNoChangeBetweenAReportAndItself() {
    assertFalse(diff(300, 0).isMoreThanNoise());
  }

  @Test
  void shouldFindTheStageThatBecameSlower() {
    ReportDiff diff = diff(300, 2000);

    assertEquals(Verdict.MORE, time(diff, "waking_to_running").median().verdict());
    assertEquals(Verdict.MORE, time(diff, "total").median().verdict());
    assertEquals(Verdict.SAME, time(diff, "hardirq_to_softirq").median().verdict());
    assertEquals(2000, time(diff, "total").median().afterNs() - time(diff, "total").median().beforeNs(), 20);
  }

  @Test
  void shouldTellSlowerFromFaster() {
    ReportDiff diff = of(SampleTrace.report(300, DEVICE, 2000), SampleTrace.report(300));

    assertEquals(Verdict.LESS, time(diff, "total").median().verdict());
  }

  @Test
  void shouldTakeASmallChangeOfFewMessagesForNoise() {
    assertEquals(Verdict.SAME, time(diff(10, 200), "waking_to_running").median().verdict());
    assertEquals(Verdict.MORE, time(diff(1000, 200), "waking_to_running").median().verdict());
  }

  @Test
  void shouldSayWhatIsMissing() {
    ReportDiff diff = of(SampleTrace.report(0), SampleTrace.report(10));

    assertEquals(Verdict.MISSING, time(diff, "total").median().verdict());
    assertTrue(diff.counts().stream().allMatch(count -> count.verdict() == Verdict.MISSING));
  }

  @ParameterizedTest
  @CsvSource({"100, 100, 100, 100, SAME", "100, 100, 200, 100, MORE", "200, 100, 100, 100, LESS",
      "20, 20, 21, 20, SAME", "0, 100, 1, 100, SAME", "0, 100, 50, 100, MORE", "0, 0, 1, 1, MISSING"})
  void shouldJudgeCountsPerMessage(long before, long messagesBefore, long after, long messagesAfter,
      Verdict verdict) {
    assertEquals(verdict, new CountChange("hardirqs", before, messagesBefore, after, messagesAfter).verdict());
  }

  @Test
  void shouldAnswerFirstInText() {
    String text = DiffText.of(diff(300, 2000));

    assertTrue(text.startsWith("""
        A message costs the same in both;
        its median latency is 2.00 us (20.4 %) longer in B.

          A: first
          B: second
        """), text);
    assertTrue(text.contains("  waking -> running           p50   6.49 us    8.50 us   +30.9 %  *\n"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
  }

  @Test
  void shouldWriteJson() throws IOException {
    StringWriter out = new StringWriter();
    DiffJson.write(diff(300, 2000), out);

    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();

    assertEquals("sockmodel.diff/1", json.get("schema").getAsString());
    assertTrue(json.get("more_than_noise").getAsBoolean());
    assertEquals(List.of("hardirqs", "softirqs", "wakeups", "context_switches", "ipis", "napi_polls", "drops",
        "errors"), json.getAsJsonArray("per_message").asList().stream()
            .map(count -> count.getAsJsonObject().get("name").getAsString()).toList());
  }

  private static ReportDiff diff(int messages, long slowerNs) {
    return of(SampleTrace.report(messages), SampleTrace.report(messages, DEVICE, slowerNs));
  }

  private static ReportDiff of(Report before, Report after) {
    return ReportDiff.of("first", JsonReport.tree(before), "second", JsonReport.tree(after));
  }

  private static TimeChange time(ReportDiff diff, String name) {
    return diff.times().stream().filter(time -> time.name().equals(name)).findFirst().orElseThrow();
  }
}
