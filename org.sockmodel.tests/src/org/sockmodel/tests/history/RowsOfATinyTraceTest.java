package org.sockmodel.tests.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.history.ArrowLog;
import org.sockmodel.runtime.history.HistoryRecorder;
import org.sockmodel.runtime.history.Row;
import org.sockmodel.runtime.history.StateSequence;
import org.sockmodel.runtime.history.TraceHistory;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

class RowsOfATinyTraceTest {

  private final TinyTrace trace = new TinyTrace();
  private final HistoryRecorder recorder = new HistoryRecorder(trace.names(), Long.MAX_VALUE);
  private final TraceHistory history = recorder.history();

  RowsOfATinyTraceTest() {
    trace.to(recorder);
  }

  /** A reader sleeps in recvfrom; a packet comes by interrupt 24, is received on CPU 0 and wakes the reader there. */
  private void receiveOnePacket() {
    trace.at(0, 100).switchTasks(0, 0, 5).at(0, 110).enter(Syscall.RECVFROM, 3)
        .at(0, 120).switchTasks(5, TinyTrace.SLEEPING, 0)
        .at(0, 190).arrive(0xabc).at(0, 200).irqEntry(24, "eth0").at(0, 210).raise(TinyTrace.NET_RX)
        .at(0, 220).irqExit(24).at(0, 230).softirqEntry(TinyTrace.NET_RX).at(0, 240).gro(0xabc)
        .at(0, 250).receiveSkb(0xabc).at(0, 260).dataReady(TinyTrace.AF_INET, TinyTrace.UDP).at(0, 270).waking(5, 0)
        .at(0, 280).poll("eth0", 1, 64).at(0, 290).softirqExit(TinyTrace.NET_RX)
        .at(0, 300).switchTasks(0, 0, 5).at(0, 340).exit(Syscall.RECVFROM, 64);
  }

  @Test
  void shouldShowWhatACpuDoes() {
    receiveOnePacket();
    assertEquals("100 USER task5, 110 SYSTEM task5, 120 IDLE, 200 HARDIRQ eth0, 220 IDLE, 230 SOFTIRQ NET_RX, "
        + "290 IDLE, 300 SYSTEM task5, 340 USER task5", states("CPU 0"));
  }

  @Test
  void shouldShowInterruptsAndSoftirqsAndWhenTheyWerePending() {
    receiveOnePacket();
    assertEquals("200 HARDIRQ eth0, 220 NONE", states("IRQ 24 eth0"));
    assertEquals("210 PENDING, 230 SOFTIRQ, 290 NONE", states("NET_RX"));
  }

  @Test
  void shouldShowAQueueFromTheCardsWriteToTheEndOfThePoll() {
    receiveOnePacket();
    assertEquals("190 PENDING, 240 POLLING, 280 NONE", states("eth0 queue 0"));
  }

  @Test
  void shouldShowAThreadThatIsBlockedRunnableAndRunning() {
    receiveOnePacket();
    assertEquals("100 USER, 110 SYSTEM recvfrom, 120 BLOCKED recvfrom, 270 RUNNABLE, 300 SYSTEM recvfrom, 340 USER",
        states("task5"));
  }

  @Test
  void shouldLeadFromRaiseToSoftirqToReaderToItsRun() {
    receiveOnePacket();
    ArrowLog arrows = history.arrows();
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < arrows.size(); i++) {
      text.append(arrows.kind(i)).append(' ').append(row(arrows.fromRow(i))).append(' ').append(arrows.fromNs(i))
          .append(" > ").append(row(arrows.toRow(i))).append(' ').append(arrows.toNs(i)).append('\n');
    }
    assertEquals("""
        RAISE IRQ 24 eth0 210 > NET_RX 230
        WAKE_UP NET_RX 270 > task5 270
        SWITCH CPU 0 300 > task5 300
        """, text.toString());
  }

  @Test
  void shouldKeepTheMessageWithItsInterrupt() {
    receiveOnePacket();
    assertEquals(1, history.messages().size());
    assertEquals(340, history.messages().returnNs(0));
    assertEquals(24, history.messages().irq(0));
    assertEquals(1, history.messages().interrupts(0));
    assertEquals(1, history.messages().wakeups(0));
    assertEquals(0, history.messages().firstAtOrAfter(340));
    assertEquals(1, history.messages().firstAtOrAfter(341));
  }

  @Test
  void shouldNotKnowWhatACpuDidWhenEventsWereLost() {
    trace.at(0, 100).switchTasks(0, 0, 5).lost(3).at(0, 200).switchTasks(5, TinyTrace.SLEEPING, 0);
    assertEquals("100 NONE, 200 IDLE", states("CPU 0").replace("100 USER task5, ", ""));
  }

  @Test
  void shouldEndInterruptsWhoseExitsAreMissingWhenTheCpuDoesSomethingElse() {
    trace.at(0, 100).switchTasks(0, 0, 5).at(0, 110).irqEntry(24, "eth0").at(0, 120).irqEntry(25, "eth1")
        .at(0, 130).irqExit(24).at(0, 140).irqEntry(24, "eth0").at(0, 150).softirqEntry(TinyTrace.NET_RX)
        .at(0, 160).switchTasks(5, TinyTrace.SLEEPING, 0);
    assertEquals("110 HARDIRQ eth0, 130 NONE, 140 HARDIRQ eth0, 150 NONE", states("IRQ 24 eth0"));
    assertEquals("120 HARDIRQ eth1, 130 NONE", states("IRQ 25 eth1"));
    assertEquals("150 SOFTIRQ, 160 NONE", states("NET_RX"));
  }

  @Test
  void shouldNotKnowWhetherAnInterruptWentOnWhenEventsWereLost() {
    trace.at(0, 100).irqEntry(24, "eth0").lost(3).at(0, 200).switchTasks(5, TinyTrace.SLEEPING, 0);
    assertEquals("100 HARDIRQ eth0, 100 NONE", states("IRQ 24 eth0"));
  }

  private String row(int index) {
    return history.rows().get(index).name();
  }

  private String states(String name) {
    Row row = history.rows().inOrder().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    StateSequence states = row.states();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < states.size(); i++) {
      String detail = trace.names().text(states.detail(i));
      text.append(i == 0 ? "" : ", ").append(states.startNs(i)).append(' ').append(states.kind(i))
          .append(detail.isEmpty() ? "" : " " + detail);
    }
    return text.toString();
  }
}
