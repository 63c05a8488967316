package org.sockmodel.tests.analysis.interrupts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.tests.analysis.TinyTrace;

/** A bridge hands a packet to the protocols that it was handed itself: {@code netif_receive_skb} comes twice. */
class BridgedPacketsTest {

  private static final int IRQ = 26;

  private final TinyTrace trace = new TinyTrace();
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL);

  @BeforeEach
  void begin() {
    trace.to(analysis).at(0, 1000).irqEntry(IRQ, "eth0").raise(NET_RX).irqExit(IRQ).softirqEntry(NET_RX);
  }

  private Report end() {
    trace.poll("eth0", 2, 64).softirqExit(NET_RX);
    return analysis.report(trace.statistics());
  }

  @Test
  void shouldCountOnce() {
    trace.receiveSkb(1).receiveSkb(1).receiveSkb(2).receiveSkb(2);
    Report report = end();

    assertEquals(2, report.interrupts().lines().get(0).packets());
    assertEquals(2, report.cpus().cpus().get(0).packets());
  }

  @Test
  void shouldCountAgainInAnotherPoll() {
    trace.receiveSkb(1).poll("eth0", 1, 64).receiveSkb(1);

    assertEquals(2, end().cpus().cpus().get(0).packets());
  }
}
