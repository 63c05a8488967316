package org.sockmodel.tests.analysis.interrupts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.tests.analysis.TinyTrace;

/** An interrupt of a line that devices share has a handler of each, and is one interrupt. */
class SharedLineTest {

  private static final int IRQ = 11;

  private final TinyTrace trace = new TinyTrace();
  private Analysis analysis;

  @BeforeEach
  void begin() {
    analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
  }

  private TinyTrace handler(int cpu, long timeNs, String name) {
    return trace.at(cpu, timeNs).irqEntry(IRQ, name).raise(TinyTrace.NET_RX).at(cpu, timeNs + 10).irqExit(IRQ);
  }

  private InterruptSummary summary() {
    return analysis.report(trace.statistics()).interrupts();
  }

  @Test
  void shouldCountAnInterruptOnceHoweverManyDriversAreAsked() {
    handler(0, 100, "eth0");
    handler(0, 110, "eth1");
    handler(0, 120, "usb1");
    handler(0, 200, "eth0");
    handler(0, 210, "eth1");
    handler(0, 220, "usb1");

    InterruptSummary.Line line = summary().lines().get(0);
    assertEquals(2, line.count());
    assertEquals(2, line.raisedNetRx());
    assertEquals(60, line.timeNs());
    assertEquals("eth0, eth1, usb1", line.name());
    assertEquals(2, summary().networkHardirqs());
  }

  @Test
  void shouldCountHandlersOfOtherCpusAndAfterSoftirqsAsOtherInterrupts() {
    handler(0, 100, "eth0");
    handler(1, 105, "eth1");
    trace.at(0, 120).softirqEntry(TinyTrace.NET_RX).at(0, 130).softirqExit(TinyTrace.NET_RX);
    handler(0, 140, "eth1");

    assertEquals(3, summary().hardirqs(), "a driver that has gone leaves its line to others");
  }

  @Test
  void shouldCountHandlersOfOneNameAsInterrupts() {
    handler(0, 100, "eth0");
    handler(0, 110, "eth0");

    assertEquals(2, summary().hardirqs());
  }
}
