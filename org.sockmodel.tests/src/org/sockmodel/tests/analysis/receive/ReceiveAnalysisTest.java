package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.AF_UNIX;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;
import static org.sockmodel.tests.analysis.TinyTrace.TCP;
import static org.sockmodel.tests.analysis.TinyTrace.UDP;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.path.Delivery;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.PerMessage;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.NetTracepoints;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

class ReceiveAnalysisTest {

  private static final int READER = 42;
  private static final int SENDER = 43;
  private static final long SKB = 0x1000;
  private static final int EAGAIN = 11;

  private final TinyTrace trace = new TinyTrace();
  private final List<String> messages = new ArrayList<>();
  private Analysis analysis = start(Filter.ALL);

  private Analysis start(Filter filter) {
    Analysis started = new Analysis(trace.names(), filter).listen(message -> messages.add(describe(message)));
    trace.to(started);
    return started;
  }

  private static String describe(Message message) {
    StringJoiner text = new StringJoiner(" ", message.attribution().symbol() + " ", "");
    for (Stage stage : Stage.values()) {
      if (message.durationNs(stage) != Delivery.UNKNOWN_NS) {
        text.add(stage.symbol() + "=" + message.durationNs(stage));
      }
    }
    return text.toString();
  }

  /** The reader goes to sleep in recvfrom on CPU 1. */
  private void readerSleeps(long timeNs) {
    trace.at(1, timeNs).switchTasks(0, 0, READER);
    readerSleepsAgain(timeNs);
  }

  private void readerSleepsAgain(long timeNs) {
    trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(1, timeNs + 1).switchTasks(READER, SLEEPING, 0);
  }

  /** CPU 0 takes an interrupt of line 26, receives a packet and wakes the reader, which returns on CPU 1. */
  private void messageByInterrupt(long timeNs) {
    trace.at(0, timeNs).irqEntry(26, "eth0-rx-0").at(0, timeNs + 3).raise(NET_RX).at(0, timeNs + 5).irqExit(26);
    trace.at(0, timeNs + 10).softirqEntry(NET_RX).at(0, timeNs + 12).receiveSkb(SKB);
    trace.at(0, timeNs + 30).dataReady(AF_INET, UDP).at(0, timeNs + 34).waking(READER, 1);
    trace.at(0, timeNs + 40).poll("eth0", 1, 64).softirqExit(NET_RX);
    trace.at(1, timeNs + 50).ipiEntry().wakeup(READER, 1).ipiExit();
    trace.at(1, timeNs + 60).switchTasks(0, 0, READER).at(1, timeNs + 100).exit(Syscall.RECVFROM, 64);
  }

  private Report report() {
    return analysis.report(trace.statistics());
  }

  private ReceiveSummary receives() {
    return report().receives();
  }

  @Test
  void shouldFollowAMessageFromTheInterruptToTheReturn() {
    readerSleeps(0);
    messageByInterrupt(1000);

    assertEquals(List.of("wakeup hardirq_to_softirq=10 softirq_to_sk_data_ready=20 sk_data_ready_to_waking=4 "
        + "waking_to_running=26 running_to_return=40 total=100"), messages);
  }

  @Test
  void shouldBeginAMessageInTheNetworkCardWhereTheTraceShowsItsArrival() {
    readerSleeps(0);
    trace.at(0, 950).arrive(SKB);
    messageByInterrupt(1000);

    assertEquals(List.of("wakeup nic_to_hardirq=50 hardirq_to_softirq=10 softirq_to_sk_data_ready=20 "
        + "sk_data_ready_to_waking=4 waking_to_running=26 running_to_return=40 total=150"), messages);
  }

  @Test
  void shouldBeginAMessageThatItsReaderPollsForInTheNetworkCard() {
    trace.at(1, 0).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(0, 50).arrive(SKB);
    trace.at(1, 70).gro(SKB).receiveSkb(SKB).at(1, 80).dataReady(AF_INET, UDP).poll("eth0", 1, 8);
    trace.at(1, 90).copy(SKB, 64).at(1, 100).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("buffer nic_to_sk_data_ready=30 sk_data_ready_to_return=20 total=50"), messages);
  }

  @Test
  void shouldLetAPacketThatArrivesDuringThePollJoinItThere() {
    readerSleeps(0);
    trace.at(0, 900).irqEntry(26, "eth0").raise(NET_RX).irqExit(26).at(0, 910).softirqEntry(NET_RX);
    trace.at(0, 915).arrive(SKB).at(0, 918).gro(SKB).receiveSkb(SKB);
    trace.at(0, 920).dataReady(AF_INET, UDP).at(0, 921).waking(READER, 1).poll("eth0", 1, 64);
    trace.at(1, 960).switchTasks(0, 0, READER).at(1, 1000).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("wakeup softirq_to_sk_data_ready=5 sk_data_ready_to_waking=1 waking_to_running=39 "
        + "running_to_return=40 total=85"), messages);
  }

  /** One interrupt that brings two messages is one interrupt. */
  @Test
  void shouldCountTheInterruptsThatBroughtTheMessagesOnce() {
    readerSleeps(0);
    messageByInterrupt(1000);
    trace.at(0, 1200).irqEntry(26, "eth0").raise(NET_RX).irqExit(26).at(0, 1210).softirqEntry(NET_RX);
    trace.at(0, 1220).receiveSkb(SKB + 1).dataReady(AF_INET, UDP).receiveSkb(SKB + 2).dataReady(AF_INET, UDP);
    trace.at(0, 1230).poll("eth0", 2, 64).softirqExit(NET_RX);
    trace.at(1, 1300).enter(Syscall.RECVFROM, 5, 0, 64, 0).exit(Syscall.RECVFROM, 64);
    trace.at(1, 1310).enter(Syscall.RECVFROM, 5, 0, 64, 0).exit(Syscall.RECVFROM, 64);

    assertEquals(3, receives().messages());
    assertEquals(2, receives().hardirqs());
    assertEquals(2, receives().softirqs());
  }

  /** What another reader has got is no longer there for the one that counts. */
  @Test
  void shouldNotGiveTheMessagesOfOtherReadersToTheOneThatCounts() {
    analysis = start(Filter.ALL.withTask("43"));
    readerSleeps(0);
    messageByInterrupt(1000);
    trace.at(0, 2000).softirqEntry(NET_RX).receiveSkb(SKB + 1).dataReady(AF_INET, UDP).softirqExit(NET_RX);
    trace.at(2, 2100).switchTasks(0, 0, SENDER).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    trace.at(2, 2200).event(NetTracepoints.SockRecvLength.TRACEPOINT, 1, AF_INET, UDP, 64).exit(Syscall.RECVFROM, 64);
    assertEquals(List.of("order softirq_to_sk_data_ready=0 sk_data_ready_to_return=200 total=200"), messages);
  }

  @Test
  void shouldCountWhatOneMessageCosts() {
    readerSleeps(0);
    messageByInterrupt(1000);
    readerSleepsAgain(2000);
    messageByInterrupt(3000);

    PerMessage each = report().perMessage();
    assertEquals(2, each.messages());
    assertEquals(1.0, each.hardirqsEach().orElseThrow());
    assertEquals(1.0, each.softirqsEach().orElseThrow());
    assertEquals(1.0, each.wakeupsEach().orElseThrow());
    assertEquals(2.0, each.contextSwitchesEach().orElseThrow());
  }

  @Test
  void shouldBeginALoopbackMessageAtItsSender() {
    readerSleeps(0);
    trace.at(0, 900).switchTasks(0, 0, SENDER).at(0, 1000).queue(SKB).at(0, 1002).raise(NET_RX);
    trace.at(0, 1003).softirqEntry(NET_RX).at(0, 1004).receiveSkb(SKB).at(0, 1010).dataReady(AF_INET, UDP);
    trace.at(0, 1011).waking(READER, 1).at(0, 1020).softirqExit(NET_RX);
    trace.at(1, 1030).switchTasks(0, 0, READER).at(1, 1050).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("wakeup send_to_softirq=3 softirq_to_sk_data_ready=7 sk_data_ready_to_waking=1 "
        + "waking_to_running=19 running_to_return=20 total=50"), messages);
    assertEquals(0.0, report().perMessage().hardirqsEach().orElseThrow());
  }

  @Test
  void shouldBeginAUnixMessageWhereTheSocketIsTold() {
    readerSleeps(0);
    trace.at(0, 900).switchTasks(0, 0, SENDER).at(0, 1000).dataReady(AF_UNIX, 0).at(0, 1001).waking(READER, 1);
    trace.at(1, 1030).switchTasks(0, 0, READER).at(1, 1050).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("wakeup sk_data_ready_to_waking=1 waking_to_running=29 running_to_return=20 total=50"),
        messages);
  }

  @Test
  void shouldFollowKernelsWithoutSkDataReady() {
    readerSleeps(0);
    trace.at(0, 1000).irqEntry(26, "virtio1-input.0").raise(NET_RX).irqExit(26);
    trace.at(0, 1010).softirqEntry(NET_RX).receiveSkb(SKB).at(0, 1030).waking(READER, 1);
    trace.at(1, 1060).switchTasks(0, 0, READER).at(1, 1100).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("wakeup hardirq_to_softirq=10 softirq_to_waking=20 waking_to_running=30 "
        + "running_to_return=40 total=100"), messages);
  }

  @Test
  void shouldNotTakeAWakeupByATimerForTheMessage() {
    readerSleeps(0);
    trace.at(0, 500).softirqEntry(NET_RX).receiveSkb(SKB).dataReady(AF_INET, UDP).softirqExit(NET_RX);
    trace.at(1, 1000).timerEntry().waking(READER, 1).wakeup(READER, 1).timerExit();
    trace.at(1, 1060).switchTasks(0, 0, READER).at(1, 1100).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("none "), messages);
    assertEquals(1, receives().unattributed().messages());
  }

  @Test
  void shouldNotTakeAnInterruptInsideTheSoftirqForThePacketThatIsBeingHandled() {
    readerSleeps(0);
    trace.at(0, 900).irqEntry(26, "eth0").raise(NET_RX).irqExit(26);
    trace.at(0, 910).softirqEntry(NET_RX).at(0, 911).irqEntry(26, "eth0").at(0, 912).irqExit(26);
    trace.at(0, 920).receiveSkb(SKB).dataReady(AF_INET, UDP).waking(READER, 1).poll("eth0", 1, 64);
    trace.at(1, 960).switchTasks(0, 0, READER).at(1, 1000).exit(Syscall.RECVFROM, 64);

    assertTrue(messages.get(0).contains("hardirq_to_softirq=10 "), messages.get(0));
    assertTrue(messages.get(0).endsWith("total=100"), messages.get(0));
  }

  @Test
  void shouldTakeAnInterruptInsideTheSoftirqForThePacketsOfTheNextPoll() {
    readerSleeps(0);
    trace.at(0, 900).irqEntry(26, "eth0").raise(NET_RX).irqExit(26);
    trace.at(0, 910).softirqEntry(NET_RX).at(0, 911).irqEntry(26, "eth0").at(0, 912).irqExit(26);
    trace.at(0, 915).poll("eth0", 0, 64);
    trace.at(0, 920).receiveSkb(SKB).dataReady(AF_INET, UDP).waking(READER, 1).poll("eth0", 1, 64);
    trace.at(1, 960).switchTasks(0, 0, READER).at(1, 1000).exit(Syscall.RECVFROM, 64);

    assertTrue(messages.get(0).contains("hardirq_to_softirq=4 "), messages.get(0));
    assertTrue(messages.get(0).endsWith("total=89"), messages.get(0));
  }

  @Test
  void shouldFollowAPacketThatOneCpuHandsToAnother() {
    readerSleeps(0);
    trace.at(0, 1000).irqEntry(26, "eth0").raise(NET_RX).irqExit(26).at(0, 1010).softirqEntry(NET_RX).gro(SKB);
    trace.at(0, 1015).softirqExit(NET_RX);
    trace.at(2, 1020).ipiEntry().raise(NET_RX).ipiExit().at(2, 1025).softirqEntry(NET_RX).receiveSkb(SKB);
    trace.at(2, 1040).dataReady(AF_INET, UDP).waking(READER, 1).softirqExit(NET_RX);
    trace.at(1, 1060).switchTasks(0, 0, READER).at(1, 1100).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("wakeup hardirq_to_softirq=10 softirq_to_sk_data_ready=30 sk_data_ready_to_waking=0 "
        + "waking_to_running=20 running_to_return=40 total=100"), messages);
  }

  @Test
  void shouldRecordWhatThereIsOfAQueuedMessageThatItsBufferIdentifies() {
    trace.at(0, 100).softirqEntry(NET_RX).receiveSkb(SKB).at(0, 110).dataReady(AF_INET, TCP).softirqExit(NET_RX);
    trace.at(1, 200).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5, 0, 64, 0).copy(SKB, 64);
    trace.at(1, 210).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("buffer softirq_to_sk_data_ready=10 sk_data_ready_to_return=100 total=110"), messages);
    assertEquals(0, receives().blocked());
  }

  @Test
  void shouldNotTakeOneBufferForTwoMessages() {
    trace.at(0, 100).softirqEntry(NET_RX).receiveSkb(SKB).at(0, 110).dataReady(AF_INET, TCP).softirqExit(NET_RX);
    trace.at(1, 200).switchTasks(0, 0, READER);
    for (int i = 0; i < 2; i++) {
      trace.enter(Syscall.RECVFROM, 5, 0, 64, 0).copy(SKB, 64).exit(Syscall.RECVFROM, 64);
    }

    assertTrue(messages.get(0).startsWith("buffer"), messages.get(0));
    assertTrue(messages.get(1).startsWith("none"), messages.get(1));
  }

  @Test
  void shouldTellQueuedDatagramsOfALoneReaderByTheirOrder() {
    readerSleeps(0);
    trace.at(0, 100).softirqEntry(NET_RX).receiveSkb(1).dataReady(AF_INET, UDP).waking(READER, 1);
    trace.at(0, 110).receiveSkb(2).dataReady(AF_INET, UDP).at(0, 120).receiveSkb(3).dataReady(AF_INET, UDP);
    trace.softirqExit(NET_RX).at(1, 200).switchTasks(0, 0, READER).exit(Syscall.RECVFROM, 64);
    trace.at(1, 300).enter(Syscall.RECVFROM, 5, 0, 64, 0).exit(Syscall.RECVFROM, 64);
    trace.at(1, 400).enter(Syscall.RECVFROM, 5, 0, 64, 0).exit(Syscall.RECVFROM, 64);

    assertEquals("order softirq_to_sk_data_ready=10 sk_data_ready_to_return=190 total=200", messages.get(1));
    assertEquals("order softirq_to_sk_data_ready=20 sk_data_ready_to_return=280 total=300", messages.get(2));
  }

  @Test
  void shouldNotTellQueuedDatagramsOfTwoReadersByTheirOrder() {
    readerSleeps(0);
    messageByInterrupt(1000);
    trace.at(0, 2000).switchTasks(0, 0, SENDER).enter(Syscall.RECVFROM, 7, 0, 64, 0).exit(Syscall.RECVFROM, -EAGAIN);
    trace.at(2, 2100).softirqEntry(NET_RX).receiveSkb(1).dataReady(AF_INET, UDP).receiveSkb(2);
    trace.dataReady(AF_INET, UDP).softirqExit(NET_RX);
    trace.at(0, 2200).enter(Syscall.RECVFROM, 7, 0, 64, 0).exit(Syscall.RECVFROM, 64);

    assertEquals("none ", messages.get(1));
  }

  @Test
  void shouldFollowAReaderThatSleepsInEpoll() {
    trace.at(1, 0).switchTasks(0, 0, READER).enter(Syscall.EPOLL_WAIT, 4, 0, 8, -1);
    trace.at(1, 1).switchTasks(READER, SLEEPING, 0);
    trace.at(0, 1000).softirqEntry(NET_RX).receiveSkb(SKB).at(0, 1010).dataReady(AF_INET, UDP).waking(READER, 1);
    trace.softirqExit(NET_RX).at(1, 1030).switchTasks(0, 0, READER).exit(Syscall.EPOLL_WAIT, 1);
    trace.at(1, 1040).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(1, 1050).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("wakeup softirq_to_sk_data_ready=10 sk_data_ready_to_waking=0 waking_to_running=20 "
        + "running_to_return=20 total=50"), messages);
    assertEquals(1, receives().wakeups());
    assertEquals(0, receives().blocked());
  }

  @Test
  void shouldNotTakeReadOfAFileForAReceiveCall() {
    trace.at(1, 0).switchTasks(0, 0, READER).enter(Syscall.READ, 3, 0, 400).at(1, 20).exit(Syscall.READ, 271);

    assertEquals(0, receives().calls());
    assertEquals(List.of(), messages);
  }

  @Test
  void shouldTakeReadForAReceiveCallWhereASocketEventShowsIt() {
    trace.at(1, 0).switchTasks(0, 0, READER).enter(Syscall.READ, 3, 0, 400);
    trace.event(NetTracepoints.SockRecvLength.TRACEPOINT, 0xabc, AF_INET, TCP, 64, 0, 0).exit(Syscall.READ, 64);

    assertEquals(1, receives().calls());
    assertEquals(1, messages.size());
  }

  @Test
  void shouldCountErrorsByTheirErrno() {
    trace.at(1, 0).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5).exit(Syscall.RECVFROM, -EAGAIN);

    assertEquals(1, receives().calls());
    assertEquals(1, receives().errors());
    assertEquals(List.of(new ReceiveSummary.ErrnoCount(EAGAIN, 1)), receives().errorsByErrno());
  }

  @Test
  void shouldNotCountALookAtAMessageAsAMessage() {
    trace.at(1, 0).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5, 0, 64, 2).exit(Syscall.RECVFROM, 64);

    assertEquals(1, receives().returned());
    assertEquals(0, receives().messages());
  }

  @Test
  void shouldSayWhereTheSwitchToTheReaderWasNotRecorded() {
    trace.at(1, 0).by(READER).enter(Syscall.RECVFROM, 5).at(1, 1).switchTasks(READER, SLEEPING, 0);
    trace.at(0, 100).by(SENDER).dataReady(AF_UNIX, 0).waking(READER, 1);
    trace.at(1, 200).by(READER).exit(Syscall.RECVFROM, 64);

    assertEquals(List.of("wakeup sk_data_ready_to_waking=0 waking_to_return=100 total=100"), messages);
    assertEquals(1, receives().unattributed().switchIns());
    assertEquals(2, receives().switches());
  }

  @Test
  void shouldForgetWhatIsPendingOnACpuThatLostEvents() {
    readerSleeps(0);
    trace.at(0, 100).irqEntry(26, "eth0").raise(NET_RX).irqExit(26).lost(5);
    trace.at(0, 5000).softirqEntry(NET_RX).receiveSkb(SKB).dataReady(AF_INET, UDP).waking(READER, 1);
    trace.at(1, 5060).switchTasks(0, 0, READER).at(1, 5100).exit(Syscall.RECVFROM, 64);

    assertTrue(messages.get(0).endsWith("total=100"), messages.get(0));
  }

  @Test
  void shouldCountOnlyTheTaskThatTheFilterAsksFor() {
    analysis = start(Filter.ALL.withTask("task43"));
    readerSleeps(0);
    messageByInterrupt(1000);

    assertEquals(0, receives().messages());
    assertEquals(0, receives().calls());
  }

  @Test
  void shouldCountOnlyTheTimeThatTheFilterAsksFor() {
    analysis = start(Filter.ALL.withTimes(2500, 4000));
    readerSleeps(0);
    messageByInterrupt(1000);
    readerSleepsAgain(2000);
    messageByInterrupt(3000);

    assertEquals(1, receives().messages());
    assertEquals(1, report().interrupts().hardirqs());
  }
}
