package org.sockmodel.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.diff.DiffText;
import org.sockmodel.runtime.report.diff.ReportDiff;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** What a message costs where a filter chooses messages: of a hundred, one has another reader. */
class FilteredCostsTest {

  private static final int FEW = 77;
  private static final String COST = "One message costs 1.00 hard interrupt, 1.00 NET_RX softirq";

  @Test
  void shouldCountOnlyWhatBroughtTheMessagesOfATask() {
    Report report = report(all -> all.withTask("task77"));

    assertEquals(1, report.receives().messages());
    assertTrue(Headline.of(report).startsWith(COST + ", 0.00 wake-ups "), Headline.of(report));
    assertTrue(HtmlReport.of(report, "t").contains("<b>1.00</b><span>hard interrupts</span>"));
  }

  @Test
  void shouldCountOnlyWhatBroughtTheMessagesThatWereReturnedOnACpu() {
    Report report = report(all -> all.withCpu(1));

    assertEquals(100, report.receives().messages());
    assertTrue(Headline.of(report).startsWith(COST), "interrupts come to CPU 0: " + Headline.of(report));
  }

  @Test
  void shouldNotDivideWhatIsCountedForAll() {
    Report report = report(all -> all.withTask("task77"));

    assertTrue(TextReport.of(report).contains("  irq 26 eth0                      100     1 000      1.00           -"),
        TextReport.of(report));
    assertTrue(HtmlReport.of(report, "t").contains("<td>1.00</td><td>-</td>"), HtmlReport.of(report, "t"));
    String each = JsonReport.tree(report).get("per_message").toString();
    assertTrue(each.contains("\"ipis\":null,\"napi_polls\":null,\"drops\":null,\"errors\":0.0"), each);
  }

  /** One reader fails on CPU 0; another one calls there, and gets its message on CPU 1. */
  @Test
  void shouldCountCallsOnTheCpuWhereTheyReturn() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL.withCpu(1));
    trace.to(analysis).at(0, 10).switchTasks(0, 0, 7).enter(Syscall.RECVFROM, 6, 0, 64, 0).exit(Syscall.RECVFROM, -11);
    trace.at(0, 15).switchTasks(7, 0, 8).enter(Syscall.RECVFROM, 6, 0, 64, 0).switchTasks(8, SLEEPING, 0);
    trace.at(1, 20).switchTasks(0, 0, 8).exit(Syscall.RECVFROM, 64);
    Report report = analysis.report(trace.statistics());

    assertEquals(1, report.receives().calls());
    assertEquals(0, report.receives().errors());
    assertEquals(List.of(), report.receives().errorsByErrno());
    assertEquals(1, report.receives().returned());
    assertEquals(1, report.receives().readers());
  }

  @Test
  void shouldNotDivideFailedCallsWhereMessagesAreChosenByTheirPackets() {
    String each = JsonReport.tree(report(all -> all.withIrq(26))).get("per_message").toString();

    assertTrue(each.contains("\"errors\":null"), each);
  }

  @Test
  void shouldDivideWhatIsCountedForAllOfAStretch() {
    Report report = report(all -> all.withTimes(0, Long.MAX_VALUE));

    assertTrue(TextReport.of(report).contains("  irq 26 eth0                      100     1 000      1.00        1.00"),
        TextReport.of(report));
  }

  @Test
  void shouldDivideByTheMessagesOfWhichTheTraceShowsWhatBroughtThem() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL.withTask("task77"));
    SampleTrace.messageFetchedLate(trace.to(analysis), 1, "eth0", 9000, FEW);
    trace.enter(Syscall.RECVFROM, 6, 0, 64, 0).exit(Syscall.RECVFROM, 64);
    Report report = analysis.report(trace.statistics());

    assertEquals(2, report.receives().messages());
    assertEquals(1, report.receives().unattributed().messages());
    assertTrue(Headline.of(report).startsWith(COST), Headline.of(report));
  }

  @Test
  void shouldCompareOnlyWhatBroughtTheMessages() {
    String diff = DiffText.of(ReportDiff.of("all", JsonReport.tree(report(all -> all)), "few",
        JsonReport.tree(report(all -> all.withTask("task77")))));

    assertTrue(diff.contains("  hardirqs                           1.00         1.00            =\n"), diff);
    assertTrue(diff.contains("  ipis                               0.99            -\n"), diff);
  }

  private static Report report(UnaryOperator<Filter> filter) {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), filter.apply(Filter.ALL));
    SampleTrace.feed(trace.to(analysis), 99, "eth0", 0);
    SampleTrace.messageFetchedLate(trace, 100, "eth0", 9000, FEW);
    return analysis.report(trace.statistics());
  }
}
