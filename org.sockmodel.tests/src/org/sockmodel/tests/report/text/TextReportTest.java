package org.sockmodel.tests.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.SlowTexts;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.report.SampleTrace;
import org.sockmodel.tests.trace.Oracle;

class TextReportTest {

  @Test
  void shouldSayEverythingOnOnePage() {
    assertEquals("""
        One message costs 1.00 hard interrupt, 1.00 NET_RX softirq, 1.00 wake-up and
        2.00 context switches; half of them take less than 9.79 us, of which 6.49 us are
        waking -> running. The p99 is 10.3 us, with most of the difference in waking ->
        running.

        Trace: tiny, 1 608 events in 100 ms on 2 CPUs.
        Receive: 101 calls by 1 reader, 100 slept inside, 1 failed (EAGAIN 1); 100
                 messages, 6.25 KiB.

          STAGE                           n      min      p50      p90      p99      max
        h hardirq -> softirq            100   500 ns   500 ns   500 ns   500 ns   500 ns
        s softirq -> sk_data_ready      100  1.20 us  1.20 us  1.20 us  1.20 us  1.20 us
        d sk_data_ready -> waking       100   300 ns   300 ns   300 ns   300 ns   300 ns
        W waking -> running             100  6.00 us  6.49 us  6.89 us  6.98 us  6.99 us
        r running -> return             100  1.30 us  1.30 us  1.30 us  1.30 us  1.30 us
          total                         100  9.30 us  9.79 us  10.2 us  10.3 us  10.3 us
          where p50 goes |hhhssssssddWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWrrrrrrr| 9.79 us
          where p99 goes |hhhssssssdWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWrrrrrrr| 10.3 us
        """, firstLines(TextReport.of(SampleTrace.report(100)), 18));
  }

  @Test
  void shouldListInterruptsSchedulingPollsAndDrops() {
    String text = TextReport.of(SampleTrace.report(100));

    assertTrue(text.contains("  irq 26 eth0-rx-0                 100     1 000      1.00        1.00   25.0 us\n"),
        text);
    assertTrue(text.contains("  CPU 1        0.0 %     0.0 %     0.0 %     0.1 %    98.9 %     0.9 %         0\n"),
        text);
    assertTrue(text.contains("DROPS 1 by kfree_skb, 1 not queued by UDP for port 5000, 1 at lo\n"), text);
    assertTrue(text.contains("SCHEDULING 201 context switches, 100 wake-ups; to run p50 6.49 us, p90 6.89 us,\n"),
        text);
    assertTrue(text.contains("  eth0                       100       100     1.00     1     1       0        0\n"),
        text);
    assertTrue(text.contains("           1 SOCKET_RCVBUFF               udp_queue_rcv_one_skb\n"), text);
  }

  @Test
  void shouldSumUpTheLinesReasonsAndCpusThatItDoesNotList() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    for (int queue = 0; queue < 12; queue++) {
      long timeNs = 1_000L * queue;
      trace.at(queue, timeNs).irqEntry(24 + queue, "eth0-rx-" + queue).at(queue, timeNs + 10).irqExit(24 + queue);
      trace.drop("REASON_" + queue % 5, "somewhere").switchTasks(0, 0, 42);
    }
    String text = TextReport.of(analysis.report(trace.statistics()));

    assertEquals(7, text.lines().filter(line -> line.contains("eth0-rx-")).count(), text);
    assertTrue(text.contains("  other lines                        5 "), text);
    assertEquals(2, text.lines().filter(line -> line.contains(" REASON_")).count(), text);
    assertTrue(text.contains("           6 for other reasons\n"), text);
    assertTrue(text.contains("\n8/12 CPUS    hardirq "), text);
  }

  @Test
  void shouldNameAllThatShareALine() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    for (int card = 0; card < 3; card++) {
      trace.at(0, 100L * card).irqEntry(11, "eth" + card + "-rx-0").at(0, 100L * card + 10).irqExit(11);
    }
    trace.at(0, 1_000).irqEntry(12, "xhci");
    String text = TextReport.of(analysis.report(trace.statistics()));

    assertTrue(text.contains("  irq 11 eth0-rx-0 "), text);
    assertTrue(text.contains("\n         eth1-rx-0\n         eth2-rx-0\n"), text);
    assertTrue(text.contains("  irq 12 xhci "), text);
  }

  @Test
  void shouldTellPollsOfEachQueue() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    trace.at(2, 100).poll(0x1f00, "eth0", 3, 64).at(3, 200).poll(0x1f00, "eth0", 5, 64).at(3, 300)
        .poll(0x1f00, "eth0", 4, 64).at(1, 400).poll(0x12000, "eth0", 64, 64).poll(0x13000, "eth1", 0, 64);
    String text = TextReport.of(analysis.report(trace.statistics()));

    assertTrue(text.contains("""
          eth0                         4        76    19.00     4    64       0        1
            CPU 3+ ..01f00             3        12     4.00     4     5       0        0
            CPU 1 ..12000              1        64    64.00    64    64       0        1
          eth1                         1         0     0.00     0     0       1        0
        """), text);
  }

  /** The backlogs of CPUs are as far apart as what each CPU has for itself, such as a mebibyte. */
  @Test
  void shouldTellBacklogsApartByTheirAddresses() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    trace.at(0, 100).poll(0xffff_8886_27c2_d408L, "(no_device)", 1, 64);
    trace.at(1, 200).poll(0xffff_8886_27d2_d408L, "(no_device)", 1, 64);
    String text = TextReport.of(analysis.report(trace.statistics()));

    assertTrue(text.contains("    CPU 0 ..c2d408 "), text);
    assertTrue(text.contains("    CPU 1 ..d2d408 "), text);
  }

  @Test
  void shouldTellWhatSlowMessagesHaveInCommon() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    SampleTrace.feed(trace.to(analysis), 99, "eth0", 0);
    SampleTrace.message(trace, 100, "eth0", 50_000, 77);

    String text = TextReport.of(analysis.report(trace.statistics()));

    assertTrue(text.contains("""
        SLOWEST 1 %: 1 message, 94 % of its time waking -> running; the slowest one
          59.3 us, at 0.100060 s. Meanwhile CPU 1 ran task77 (77) 95 % of the time.
          100 % waited while the CPU ran task77, of all messages 1 %

        Trace: """), text);
  }

  /** A few messages that lay about for long outweigh all others in a mean, and say nothing of the others. */
  @Test
  void shouldSayWhereTheTimeOfMostSlowMessagesGoes() {
    RankGroup slowest = new RankGroup(99, 100, 32, 4_060_000, 45_600_000, List.of(
        new StageShare(Stage.SK_DATA_READY_TO_RETURN, 41_600_000, 0.18),
        new StageShare(Stage.WAKING_TO_RUNNING, 4_000_000, 0.82)));

    assertEquals("32 messages, on average 82 % of their time waking -> running", SlowTexts.of(slowest));
  }

  @Test
  void shouldTellAReaderThatIsLateByItselfFromTheOthers() {
    String text = TextReport.of(SampleTrace.withALateReader());

    assertTrue(text.contains("""
        READERS task42 200 of p50 9.86 us, p99 10.4 us; task77 1 of p50 99.6 ms,
          p99 99.6 ms
        """), text);
    assertTrue(text.contains("98 % of all time\nis sk_data_ready -> return of 1 message. The p99 is "), text);
    assertTrue(text.contains("where p99 goes |h"), text);
  }

  @Test
  void shouldBeHonestAboutAnEmptyTrace() {
    Analysis analysis = new Analysis(new TinyTrace().names(), Filter.ALL);

    assertEquals("""
        The trace holds no events, so there is nothing to say about it.

        Trace: ctf, 0 events in 0 ns on 0 CPUs.
        """, TextReport.of(analysis.report(new TraceStatistics("ctf"))));
  }

  @Test
  void shouldBeHonestAboutATraceWithoutMessages() {
    String text = TextReport.of(SampleTrace.report(0));

    assertTrue(text.startsWith("No reader got a message: of 1 receive call, 1 failed and 0 returned without one.\n"),
        text);
    assertFalse(text.contains("NaN"), text);
  }

  @Test
  void shouldShowNoControlCharactersFromTheTrace() {
    String text = TextReport.of(SampleTrace.report(3, SampleTrace.HOSTILE_NAME, 0));

    assertTrue(text.contains("\\u001b[31m"), text);
    assertTrue(text.chars().allMatch(character -> character == '\n' || character >= ' ' && character < 0x7f), text);
  }

  @Test
  void shouldSayWhatWasLost() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    SampleTrace.feed(trace.to(analysis), 3, "eth0", 0);
    trace.at(0, 5_000_000).lost(7);

    String text = TextReport.of(analysis.report(trace.statistics()));

    assertTrue(text.contains("Note: the tracer lost 7 events; counts are too low.\n"), text);
  }

  @Test
  void shouldSayWhatWasOverwritten() {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    SampleTrace.feed(trace.to(analysis), 3, "eth0", 0);
    trace.statistics().overwritten(121_362);

    String text = TextReport.of(analysis.report(trace.statistics())).replaceAll("\n +", " ");

    assertTrue(text.contains("Note: 121 362 events were overwritten in the tracer's buffers before the trace begins,"
        + " on each CPU at a time of its own.\n"), text);
    assertFalse(text.contains("lost"), text);
  }

  @Test
  void shouldFitEveryRecordingOnAPage() throws Exception {
    for (Path file : Oracle.files("", ".trace", ".trace.gz", ".ns.txt.gz")) {
      try (InputStream in = Oracle.open(file)) {
        Report report = Analysis.analyze(new FtraceReader(in, file.getFileName().toString()));
        List<String> lines = TextReport.of(report).lines().toList();
        assertTrue(lines.size() <= 40, file + " needs " + lines.size() + " lines");
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), file + " has a line that is too long");
      }
    }
  }

  private static String firstLines(String text, int count) {
    return String.join("\n", text.lines().limit(count).toList()) + "\n";
  }
}
