package org.sockmodel.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Notes;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.diff.CountChange;
import org.sockmodel.runtime.report.diff.DiffText;
import org.sockmodel.runtime.report.diff.ReportDiff;
import org.sockmodel.runtime.report.diff.Verdict;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.runtime.report.json.JsonReport;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.tests.analysis.TinyTrace;

/** Traces of which not all events were enabled: no report says that there was none of what nobody recorded. */
class MissingEventsTest {

  private static final int READER = 42;
  private static final int TIMER = 1;

  @Test
  void shouldMissNothingInAWholeTrace() {
    assertEquals(List.of(), Notes.of(without("nothing")));
  }

  @Test
  void shouldSayHowToRecordSystemCalls() {
    Report report = without("sys_.*");

    assertEquals("The trace holds no system calls, so nothing can be said per message; record syscalls:* or"
        + " raw_syscalls:*, too.", Headline.of(report));
    assertEquals(List.of(), Notes.of(report));
    assertTrue(TextReport.of(report).contains("  CPU 1        0.0 %     0.0 %     0.0 %         -         -     0.9 %"),
        TextReport.of(report));
  }

  @Test
  void shouldNotCountInterruptsThatWereNotRecorded() {
    Report report = without("irq_.*|softirq_.*");

    assertTrue(Headline.of(report).startsWith("One message costs 1.00 wake-up and 2.00 context switches;"),
        Headline.of(report));
    assertEquals("the trace holds no interrupts or softirqs, and latencies lack what came before the socket; if there"
        + " were any, record irq:*, too.", Notes.of(report).get(0));
    String html = HtmlReport.of(report, "t");
    assertTrue(html.contains("<b>-</b><span>hard interrupts</span>"));
    assertTrue(html.contains("<p>Those of devices and softirqs were not recorded.</p>"));
  }

  @Test
  void shouldNotCountInterruptsOfCardsWhereNothingTellsThemFromOthers() {
    Report report = without("softirq_raise");

    assertTrue(Headline.of(report).startsWith("One message costs 1.00 NET_RX softirq, 1.00 wake-up and"),
        Headline.of(report));
    assertEquals("the trace holds no raised softirqs, which tell interrupts of cards from others; if there were any,"
        + " record irq:softirq_raise, too.", Notes.of(report).get(0));
  }

  @Test
  void shouldNotCountSwitchesThatWereNotRecorded() {
    Report report = report(name -> !name.startsWith("sched_switch"), false);

    assertEquals("The trace shows no receive call on a socket by a task that it tells, so nothing can be said per"
        + " message; record sched:sched_switch, too.", Headline.of(report));
    String text = TextReport.of(report);
    assertTrue(text.contains("\nSCHEDULING 100 wake-ups\n"), text);
    assertTrue(text.contains("the trace holds no context switches; if there were any, record\n"
        + "      sched:sched_switch, too."), text);
  }

  @Test
  void shouldNotCountWakeUpsThatWereNotRecorded() {
    Report report = without("sched_wak.*");

    assertTrue(Headline.of(report).contains("1.00 NET_RX softirq and 2.00 context switches"), Headline.of(report));
    assertEquals("the trace holds no wake-ups; if there were any, record sched:sched_waking, too.",
        Notes.of(report).get(0));
  }

  @Test
  void shouldMissNoPacketsWhereNoneCanBe() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis).at(0, 1000).switchTasks(0, 0, READER).raise(TIMER).softirqEntry(TIMER).softirqExit(TIMER);
    trace.waking(READER, 0);

    assertEquals(List.of(), Notes.of(analysis.report(trace.statistics())));
  }

  @Test
  void shouldSayWhatIsMissingOnTheWayOfAPacket() {
    assertEquals("the trace holds no packets, and latencies lack what came before the socket; if there were any,"
        + " record net:netif_receive_skb, too.", Notes.of(without("netif_receive_skb")).get(0));
    assertEquals("the trace holds no polls; if there were any, record napi:napi_poll, too.",
        Notes.of(without("napi_poll")).get(0));
  }

  @Test
  void shouldSayNothingOfCostsWhereOnlySystemCallsWereRecorded() {
    Report report = report(name -> name.startsWith("sys_"));

    assertEquals("What one of 100 messages costs is not known, as the trace holds no interrupts, wake-ups and context"
        + " switches; the trace does not show where they came from.", Headline.of(report));
    String text = TextReport.of(report);
    assertTrue(text.contains("Receive: 101 calls by 1 reader, 1 failed"), text);
    assertTrue(text.contains("\n  not recorded\n\nSCHEDULING not recorded\n"), text);
    assertFalse(text.contains("\nCPUS "), text);
  }

  @Test
  void shouldCompareNothingThatOneOfTheTwoDoesNotTell() {
    ReportDiff diff = ReportDiff.of("whole", JsonReport.tree(without("nothing")).getAsJsonObject(),
        "part", JsonReport.tree(without("irq_.*|softirq_.*")).getAsJsonObject());

    Map<String, Verdict> verdicts =
        diff.counts().stream().collect(Collectors.toMap(CountChange::name, CountChange::verdict));
    assertEquals(Verdict.MISSING, verdicts.get("hardirqs"));
    assertEquals(Verdict.MISSING, verdicts.get("softirqs"));
    assertEquals(Verdict.SAME, verdicts.get("wakeups"));
    assertTrue(DiffText.of(diff).contains("  softirqs                           1.00            -"), DiffText.of(diff));
  }

  /** A simulation leaves nothing out. */
  @Test
  void shouldMissNothingWhereItIsKnownThatNothingWasLeftOut() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis).at(0, 1000).switchTasks(0, 0, READER);
    trace.statistics().nothingLeftOut();

    assertEquals(List.of(), Notes.of(analysis.report(trace.statistics())));
  }

  /** As of a trace of functions alone, or of a program. */
  @Test
  void shouldSayWhatAReportIsMadeOfWhereThereIsNothingOfIt() {
    Report report = without("(sys_|sched_|irq_handler_|softirq_|netif_|napi_).*");

    assertEquals("The trace holds no events of interrupts, packets, tasks and system calls, so nothing can be said of"
        + " them; record irq:*, napi:*, net:*, sched:*, sock:* and syscalls:* or raw_syscalls:*.", Headline.of(report));
    assertEquals(List.of(), Notes.of(report));
  }

  @Test
  void shouldNotSayOfAllWhatTheFilterLeavesOut() {
    assertEquals("None of the messages that readers got is one that the filter asks for: of 101 receive calls, 100"
        + " returned.", Headline.of(filtered(Filter.ALL.withIrq(99))));
    assertEquals("Nothing that the filter asks for is a receive call on a socket, so nothing can be said per message.",
        Headline.of(filtered(Filter.ALL.withTask("nobody"))));
  }

  private static Report filtered(Filter filter) {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), filter);
    SampleTrace.feed(trace.to(analysis), 100, "eth0", 0);
    return analysis.report(trace.statistics());
  }

  private static Report without(String names) {
    return report(name -> !name.matches(names));
  }

  private static Report report(Predicate<String> isRecorded) {
    return report(isRecorded, true);
  }

  /** A report of the events that are recorded, of which system calls tell their task if they are to. */
  private static Report report(Predicate<String> isRecorded, boolean tellsTask) {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    TraceSink sink = event -> {
      if (isRecorded.test(event.tracepoint().name())) {
        boolean told = tellsTask && event.tracepoint().name().startsWith("sys_");
        analysis.accept(told ? event.task(READER, event.comm()) : event);
      }
    };
    SampleTrace.feed(trace.to(sink), 100, "eth0", 0);
    return analysis.report(trace.statistics());
  }
}
