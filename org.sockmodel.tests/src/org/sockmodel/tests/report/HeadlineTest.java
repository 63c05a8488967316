package org.sockmodel.tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.latency.Latencies;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.html.HtmlReport;
import org.sockmodel.tests.analysis.TinyTrace;

/** What the answer says of slow messages. */
class HeadlineTest {

  private static final String MEDIAN = " us are waking -> running.";
  private static final String SLOW = " The p99 is 59.4 us, with most of the difference in waking -> running.";

  @Test
  void shouldSayHowFarTheSlowestAreAndWhereTheyTakeLonger() {
    Report report = report(200, 3);

    assertTrue(Headline.of(report).endsWith(MEDIAN + SLOW), Headline.of(report));
    assertTrue(HtmlReport.of(report, "t").contains(SLOW.replace(" ->", "\u00a0\u2192").replace(" us", "\u00a0us")),
        HtmlReport.of(report, "t"));
  }

  @Test
  void shouldNotCallAnyOfAFewTheSlowest() {
    assertTrue(Headline.of(report(99, 3)).endsWith(MEDIAN), Headline.of(report(99, 3)));
  }

  @Test
  void shouldSayNothingOfAPercentileThatIsAsGoodAsTheMedian() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    for (int number = 1; number <= 200; number++) {
      SampleTrace.messageFetchedLate(trace, number, "eth0", number % 10 == 0 ? 9200 : 9000, 77);
    }
    Report report = analysis.report(trace.statistics());

    assertTrue(Headline.of(report).endsWith("of which 7.60 us are sk_data_ready -> return."), Headline.of(report));
  }

  @Test
  void shouldSayWhichShareAStageHasOfADifferenceThatIsSpread() {
    Report report = report(200, 3);
    Latencies spread = new Latencies(200, List.of(group(45, 55, 10_000, 0.2, 0.3, 0.5),
        group(99, 100, 20_000, 0.3, 0.25, 0.45)), List.of(), List.of(), 0, -1, List.of(), List.of());

    assertTrue(Headline.of(new Report(report.filter(), report.trace(), report.recorded(), report.interrupts(),
        report.scheduling(), report.receives(), spread, report.napi(), report.drops(), report.cpus(),
        report.timeline())).endsWith(", with 40 % of the difference in hardirq -> softirq."));
  }

  /** What was not waited for in the median, and is all the time of the slow ones, is not more than all. */
  @Test
  void shouldCountOnlyWhatTakesLonger() {
    Latencies latencies = new Latencies(200, List.of(group(45, 55, 10_000, 0, 1, 0), group(99, 100, 20_000, 1, 0, 0)),
        List.of(), List.of(), 0, -1, List.of(), List.of());

    assertEquals(new StageShare(Stage.HARDIRQ_TO_SOFTIRQ, 20_000, 1),
        latencies.growth(report(200, 3).receives().time(Stage.TOTAL)).orElseThrow());
  }

  /** Of so many messages some take 50 us longer. */
  private static Report report(int messages, int slow) {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    for (int number = 1; number <= messages; number++) {
      SampleTrace.message(trace, number, "eth0", number <= slow ? 50_000 : 0, 0);
    }
    return analysis.report(trace.statistics());
  }

  private static RankGroup group(int from, int to, long ns, double hardirq, double softirq, double running) {
    return new RankGroup(from, to, 10, ns, ns, List.of(share(Stage.HARDIRQ_TO_SOFTIRQ, ns, hardirq),
        share(Stage.SOFTIRQ_TO_SK_DATA_READY, ns, softirq), share(Stage.RUNNING_TO_RETURN, ns, running)));
  }

  private static StageShare share(Stage stage, long ns, double share) {
    return new StageShare(stage, share * ns, share);
  }
}
