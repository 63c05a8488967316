package org.sockmodel.tests.analysis.interrupts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;
import static org.sockmodel.tests.analysis.TinyTrace.UDP;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Headline;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** With {@code threadirqs}, and on real-time kernels, the interrupt only wakes the thread that polls the card. */
class ThreadedInterruptsTest {

  private static final int READER = 42;
  private static final int THREAD = 234;
  private static final int IRQ = 56;

  private final TinyTrace trace = new TinyTrace().rename(THREAD, "irq/56-eth0");
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL);

  private Report report(boolean showsInterrupts) {
    trace.to(analysis).at(0, 0).switchTasks(0, 0, READER);
    for (int i = 1; i <= 3; i++) {
      long timeNs = i * 1_000_000L;
      trace.at(0, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(0, timeNs + 100).switchTasks(READER, SLEEPING, 0);
      if (showsInterrupts) {
        trace.at(0, timeNs + 1000).irqEntry(IRQ, "eth0").at(0, timeNs + 1100).irqExit(IRQ);
      }
      trace.at(0, timeNs + 1200).waking(THREAD, 0).at(0, timeNs + 1500).switchTasks(0, 0, THREAD);
      trace.at(0, timeNs + 1600).raise(NET_RX).at(0, timeNs + 2000).softirqEntry(NET_RX);
      trace.receiveSkb(i).at(0, timeNs + 3000).dataReady(AF_INET, UDP).waking(READER, 0);
      trace.at(0, timeNs + 3200).poll("eth0", 1, 64).at(0, timeNs + 3300).softirqExit(NET_RX);
      trace.at(0, timeNs + 4000).switchTasks(THREAD, SLEEPING, READER).at(0, timeNs + 5000).exit(Syscall.RECVFROM, 64);
    }
    return analysis.report(trace.statistics());
  }

  @Test
  void shouldCountForThePacketsThatTheirThreadPolls() {
    Report report = report(true);

    InterruptSummary.Line line = report.interrupts().lines().get(0);
    assertEquals(IRQ, line.irq());
    assertEquals(3, line.raisedNetRx());
    assertEquals(3, line.packets());
    assertEquals(3, report.interrupts().networkHardirqs());
    assertEquals(0, report.interrupts().packetsWithoutLine());
    assertEquals(1000, report.receives().time(Stage.HARDIRQ_TO_SOFTIRQ).p50Ns());
    assertTrue(Headline.of(report).startsWith("One message costs 1.00 hard interrupt, 1.00 NET_RX softirq"),
        Headline.of(report));
  }

  @Test
  void shouldNotBeCountedWhereTheyWereNotRecorded() {
    Report report = report(false);

    assertEquals(3, report.interrupts().packetsWithoutLine());
    assertTrue(Headline.of(report).startsWith("One message costs 1.00 NET_RX softirq"), Headline.of(report));
  }
}
