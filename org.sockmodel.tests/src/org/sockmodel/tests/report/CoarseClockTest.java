package org.sockmodel.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;
import static org.sockmodel.tests.analysis.TinyTrace.UDP;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** A clock that counts in milliseconds, as {@code trace_clock uptime} in jiffies: messages take no time. */
class CoarseClockTest {

  private static final int READER = 42;

  @Test
  void shouldReportMessagesThatTakeLessThanTheClockTells() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL).withTimeline();
    trace.to(analysis).at(1, 0).switchTasks(0, 0, READER);
    for (int i = 1; i <= 200; i++) {
      long timeNs = i * 1_000_000L;
      trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).switchTasks(READER, SLEEPING, 0);
      trace.at(0, timeNs).irqEntry(26, "eth0").raise(NET_RX).irqExit(26).softirqEntry(NET_RX).receiveSkb(i);
      trace.dataReady(AF_INET, UDP).waking(READER, 1).poll("eth0", 1, 64).softirqExit(NET_RX);
      trace.at(1, timeNs).switchTasks(0, 0, READER).exit(Syscall.RECVFROM, 64);
    }
    Report report = analysis.report(trace.statistics());

    assertEquals(0, report.receives().time(Stage.TOTAL).maxNs());
    assertTrue(TextReport.of(report).contains("half of them take less than 0 ns"), TextReport.of(report));
    assertFalse(TextReport.of(report).contains("SLOWEST"), TextReport.of(report));
    assertTrue(HtmlReport.of(report, "coarse").contains("The slowest messages"));
  }

  @Test
  void shouldNotTellTimesOfAClockThatCountsSomethingElse() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    SampleTrace.feed(trace.to(analysis), 100, "eth0", 0);
    trace.statistics().timesAreCounts("counts");

    String headline = Headline.of(analysis.report(trace.statistics()));

    assertTrue(headline.endsWith("2.00 context switches; how long they take is not known, as the trace's clock does not"
        + " tell time."), headline);
  }
}
