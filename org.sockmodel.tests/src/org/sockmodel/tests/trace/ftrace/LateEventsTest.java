package org.sockmodel.tests.trace.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.ahead.ReadAhead;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.tests.trace.EventLog;

/** Events that are not in the order of their time. */
class LateEventsTest extends FtraceTexts {

  /** The first late event shows that events are late, when the one that it belongs before is delivered already. */
  @Test
  void shouldPutEventsInOrderThatAreALittleLate() throws Exception {
    assertEquals(List.of(
        "2000 [0] a-1 softirq_exit vec=1",
        "1000 [1] a-1 softirq_exit vec=1",
        "3000 [1] a-1 softirq_exit vec=2",
        "4000 [0] a-1 softirq_exit vec=2",
        "5000 [0] a-1 softirq_exit vec=3",
        "lost 12 on 0",
        "5000 [1] a-1 sched_waking comm=x pid=3 prio=120 target_cpu=1",
        "6000 [1] a-1 softirq_exit vec=4",
        "7000 [0] a-1 softirq_exit vec=4"), read("""
        a-1    [000] .... 0.000002: softirq_exit: vec=1
        a-1    [001] .... 0.000001: softirq_exit: vec=1
        a-1    [000] .... 0.000004: softirq_exit: vec=2
        a-1    [000] .... 0.000005: softirq_exit: vec=3
        CPU:0 [LOST 12 EVENTS]
        a-1    [000] .... 0.000007: softirq_exit: vec=4
        a-1    [001] .... 0.000003: softirq_exit: vec=2
        a-1    [001] .... 0.000005: sched_waking: comm=x pid=3 prio=120 target_cpu=001
        a-1    [001] .... 0.000006: softirq_exit: vec=4
        """));
    assertEquals(0, statistics.lateCount());
    assertEquals("", statistics.warning());
  }

  @Test
  void shouldPutEventsInOrderForWhoReadsAhead() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add(" a-%d [%03d] .... 0.%06d: sched_waking: comm=x pid=%d prio=120 target_cpu=%03d".formatted(i + 1, i % 2,
          i, i, i % 7));
    }
    List<String> expected = read(String.join("\n", lines));
    for (int i = 100; i < lines.size() - 1; i += 2 + random.nextInt(20)) {
      Collections.swap(lines, i, i + 1);
    }
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    EventLog log = new EventLog();

    new ReadAhead(new FtraceReader(new ByteArrayInputStream(text), "test")).read(log);

    List<String> events = new ArrayList<>(log.lines());
    assertEquals(20_000, events.size());
    Collections.swap(events, 100, 101);
    EventLog.assertSame(expected, events);
  }

  @Test
  void shouldTellOfEventsThatComeFarBehindLaterOnes() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int cpu = 0; cpu < 2; cpu++) {
      for (int i = 0; i < 3000; i++) {
        text.append("a-1 [00%d] .... 0.%06d: softirq_exit: vec=%d%n".formatted(cpu, 10 * i + cpu, i % 10));
      }
    }

    List<String> events = read(text.toString());

    assertEquals(6000, events.size());
    assertEquals(0, statistics.backwardsCount());
    assertTrue(statistics.lateCount() > 1900 && statistics.lateCount() < 3000, statistics.lateCount() + " are late");
    assertEquals(statistics.lateCount() + " events come far behind later ones of other CPUs; sort the lines by time",
        statistics.warning());
  }

  @Test
  void shouldSayThatTimesRunBackwards() throws Exception {
    read("""
               a-1    [000] .... 8.000000: softirq_exit: vec=1
               a-1    [001] .... 7.500000: softirq_exit: vec=1
               a-1    [001] .... 7.600000: softirq_exit: vec=1
        """);
    assertEquals("1 event comes far behind later ones of other CPUs; sort the lines by time", statistics.warning());
    read("""
               a-1    [000] .... 8.000000: softirq_exit: vec=1
               a-1    [000] .... 7.999999: softirq_exit: vec=1
               a-1    [000] .... 6.600000: softirq_exit: vec=1
        """);
    assertEquals("2 events are earlier than the one before", statistics.warning());
  }
}
