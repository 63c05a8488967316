package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;
import static org.sockmodel.tests.analysis.TinyTrace.TCP;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.NetTracepoints.SockRecvLength;
import org.sockmodel.runtime.trace.NetTracepoints.TcpRcvSpaceAdjust;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.runtime.trace.UringTracepoints.IoUringComplete;
import org.sockmodel.tests.analysis.TinyTrace;

/** What io_uring reads is a message when its request is complete, whichever call the reader waits in, if any. */
class UringMessagesTest {

  private static final int READER = 42;
  private static final long SK = 0x1000;
  private static final long SK_OTHER = 0x2000;
  private static final int EAGAIN = 11;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int RING = 3;

  private final TracepointRegistry calls = new TracepointRegistry();
  private final Tracepoint enter = calls.add("sys_enter_io_uring_enter", List.of(new Field("fd", Field.Kind.S64)));
  private final Tracepoint exit = calls.add("sys_exit_io_uring_enter", List.of(new Field("ret", Field.Kind.S64)));
  private final TinyTrace trace = new TinyTrace();
  private final List<String> messages = new ArrayList<>();
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL)
      .listen(message -> messages.add(describe(message)));

  UringMessagesTest() {
    trace.to(analysis);
  }

  /** How a message was told from others, when its socket was told of it, its reader ran for it, and it was there. */
  private static String describe(Message message) {
    return message.attribution().symbol() + (message.stages().length == 0 ? "" : " " + message.delivery().dataReadyNs())
        + (message.runningNs() > 0 ? " ran " + message.runningNs() : "") + " at " + message.returnNs();
  }

  private void waits(long timeNs) {
    trace.at(1, timeNs).switchTasks(0, 0, READER).event(enter, RING);
    trace.event(SockRecvLength.TRACEPOINT, SK, AF_INET, TinyTrace.UDP, 0, -EAGAIN, MSG_DONTWAIT);
    sleeps(timeNs + 1);
  }

  private void sleeps(long timeNs) {
    trace.at(1, timeNs).switchTasks(READER, SLEEPING, 0);
  }

  private void isTold(long sk, long timeNs) {
    trace.at(0, timeNs).softirqEntry(NET_RX).receiveSkb(timeNs).tellUdp(sk).softirqExit(NET_RX);
  }

  private void isWoken(long timeNs) {
    trace.at(0, timeNs).softirqEntry(NET_RX).receiveSkb(timeNs).tellUdp(SK).waking(READER, 1).softirqExit(NET_RX);
  }

  private void runs(long timeNs) {
    trace.at(1, timeNs).switchTasks(0, 0, READER);
  }

  private void reads(long sk, long timeNs) {
    trace.at(1, timeNs).takeUdp(sk, 64, 0, MSG_DONTWAIT);
  }

  private void completes(long timeNs, int result) {
    trace.at(1, timeNs).event(IoUringComplete.TRACEPOINT, 0xc0, 0xd0, 77, result, 0);
  }

  @Test
  void shouldFollowARequestFromThePollToItsCompletion() {
    waits(10);
    isWoken(100);
    runs(150);
    reads(SK, 160);
    completes(170, 64);
    trace.at(1, 180).event(exit, 1);
    Report report = analysis.report(trace.statistics());

    assertEquals(List.of("wakeup 100 ran 150 at 170"), messages);
    assertEquals(64, report.receives().bytes());
    assertEquals(0, report.receives().calls());
    assertEquals(1, report.receives().completions());
    assertEquals(1, report.receives().readers());
    assertEquals(0, report.receives().unattributed().otherReads());
    assertTrue(TextReport.of(report).replaceAll("\\s+", " ").contains("0 failed; 1 message, 1 by io_uring, 64 B."),
        TextReport.of(report));
  }

  @Test
  void shouldFollowEachMessageOfARequestThatStays() {
    waits(10);
    isWoken(100);
    isTold(SK, 110);
    runs(150);
    reads(SK, 160);
    completes(170, 64);
    reads(SK, 180);
    completes(190, 64);

    assertEquals(List.of("wakeup 100 ran 150 at 170", "order 110 at 190"), messages);
  }

  @Test
  void shouldTellRequestsApartThatCompleteTogether() {
    isTold(SK_OTHER, 5);
    waits(10);
    trace.at(1, 20).switchTasks(0, 0, READER).takeUdp(SK_OTHER, 0, -EAGAIN, MSG_DONTWAIT);
    sleeps(21);
    isTold(SK_OTHER, 90);
    isWoken(100);
    runs(150);
    reads(SK, 160);
    reads(SK_OTHER, 165);
    completes(170, 64);
    completes(171, 64);
    completes(172, 64); // of a request to send

    assertEquals(List.of("wakeup 100 ran 150 at 170", "order 90 at 171"), messages);
  }

  @Test
  void shouldFollowTheOrderOfASocketToAWakeUpForALaterMessage() {
    isTold(SK, 5);
    waits(10);
    isTold(SK, 90);
    isWoken(100);
    runs(150);
    reads(SK, 160);
    completes(170, 64);
    reads(SK, 180);
    completes(190, 64);

    assertEquals(List.of("order 90 at 170", "wakeup 100 ran 150 at 190"), messages);
  }

  /** The reader waits for all of its sockets, so that its sleep does not show that one was empty. */
  @Test
  void shouldFollowWhatHasWaitedInASocketSinceBeforeTheReaderSlept() {
    isTold(SK_OTHER, 1);
    trace.at(1, 2).switchTasks(0, 0, READER).takeUdp(SK_OTHER, 0, -EAGAIN, MSG_DONTWAIT);
    isTold(SK_OTHER, 5);
    waits(10);
    isWoken(100);
    runs(150);
    reads(SK, 160);
    reads(SK_OTHER, 165);
    completes(170, 64);
    completes(171, 64);

    assertEquals(List.of("wakeup 100 ran 150 at 170", "order 5 at 171"), messages);
  }

  @Test
  void shouldTakeNoOtherRequestForTheOneThatRead() {
    waits(10);
    isWoken(100);
    runs(150);
    reads(SK, 160);
    completes(165, -EAGAIN);
    trace.at(1, 166).softirqEntry(NET_RX);
    completes(167, 64);
    trace.at(1, 168).softirqExit(NET_RX);
    completes(170, 64);

    assertEquals(List.of("wakeup 100 ran 150 at 170"), messages);
  }

  @Test
  void shouldCountOnlyWhatTheFilterAsksFor() {
    assertEquals(1, completions(Filter.ALL.withCpu(1)));
    assertEquals(0, completions(Filter.ALL.withCpu(2)));
    assertEquals(1, completions(Filter.ALL.withTask("task42")));
    assertEquals(0, completions(Filter.ALL.withTask("task43")));
  }

  private long completions(Filter filter) {
    Analysis filtered = new Analysis(trace.names(), filter);
    trace.to(filtered);
    waits(10);
    isWoken(100);
    runs(150);
    reads(SK, 160);
    completes(170, 64);
    return filtered.report(trace.statistics()).receives().completions();
  }

  @Test
  void shouldTakeThePortOfOneMessageForThatOfNoOther() {
    Analysis ofPort = new Analysis(trace.names(), Filter.ALL.withPort(5000));
    trace.to(ofPort).at(1, 10).switchTasks(0, 0, READER).event(enter, RING);
    trace.event(TcpRcvSpaceAdjust.TRACEPOINT, SK, 5000);
    trace.event(SockRecvLength.TRACEPOINT, SK, AF_INET, TCP, 64, 0, MSG_DONTWAIT);
    completes(160, 64);
    trace.event(SockRecvLength.TRACEPOINT, SK_OTHER, AF_INET, TCP, 64, 0, MSG_DONTWAIT);
    completes(170, 64);

    assertEquals(1, ofPort.report(trace.statistics()).receives().completions());
  }

  /** {@code MSG_WAITALL} reads again and again until all is there. */
  @Test
  void shouldNotTakeAPartForAMessage() {
    waits(10);
    isWoken(100);
    runs(150);
    reads(SK, 160);
    sleeps(170);
    isWoken(200);
    runs(250);
    reads(SK, 260);
    completes(270, 128);
    trace.at(1, 280).event(exit, 1);

    assertEquals(List.of("wakeup 200 ran 250 at 270"), messages);
    assertEquals(1, analysis.report(trace.statistics()).receives().unattributed().otherReads());
  }

  /** The thread that submits for {@code IORING_SETUP_SQPOLL} makes no call at all. */
  @Test
  void shouldFollowTheThreadThatSubmits() {
    isTold(SK, 5);
    trace.at(1, 10).switchTasks(0, 0, READER).takeUdp(SK, 0, -EAGAIN, MSG_DONTWAIT);
    isTold(SK, 100);
    reads(SK, 160);
    completes(170, 64);

    assertEquals(List.of("order 100 at 170"), messages);
  }

  @Test
  void shouldFollowTheBufferThatAStreamIsCopiedFrom() {
    trace.at(1, 10).switchTasks(0, 0, READER);
    trace.at(0, 100).softirqEntry(NET_RX).receiveSkb(0x99).dataReady(AF_INET, TCP).softirqExit(NET_RX);
    trace.at(0, 110).softirqEntry(NET_RX).receiveSkb(0x9a).dataReady(AF_INET, TCP).softirqExit(NET_RX);
    trace.at(1, 150).event(enter, RING).copy(0x99, 32).copy(0x9a, 32).event(TcpRcvSpaceAdjust.TRACEPOINT);
    trace.event(SockRecvLength.TRACEPOINT, SK, AF_INET, TCP, 64, 0, MSG_DONTWAIT);
    completes(160, 64);

    assertEquals(List.of("buffer 100 at 160"), messages);
  }

  /** What comes while the reader has the socket waits in its backlog; the socket is told when the reader is through. */
  @Test
  void shouldFollowTheOrderOfAStreamThatShowsNoBuffer() {
    trace.at(1, 10).switchTasks(0, 0, READER).event(enter, RING);
    sleeps(20);
    trace.at(0, 100).softirqEntry(NET_RX).receiveSkb(0x99).dataReady(AF_INET, TCP).waking(READER, 1);
    trace.softirqExit(NET_RX);
    runs(150);
    trace.at(0, 155).softirqEntry(NET_RX).receiveSkb(0x9a).softirqExit(NET_RX);
    trace.at(1, 160).copy(0x99, 64).dataReady(AF_INET, TCP);
    trace.event(SockRecvLength.TRACEPOINT, SK, AF_INET, TCP, 64, 0, MSG_DONTWAIT);
    completes(170, 64);
    trace.at(1, 180).copy(0x9a, 64).event(SockRecvLength.TRACEPOINT, SK, AF_INET, TCP, 64, 0, MSG_DONTWAIT);
    completes(190, 64);

    assertEquals(List.of("wakeup 100 ran 150 at 170", "order 160 at 190"), messages);
  }

  @Test
  void shouldNotMissWhatWasReadOnACpuThatTheFilterLeavesOut() {
    Analysis ofCpu = new Analysis(trace.names(), Filter.ALL.withCpu(2));
    trace.to(ofCpu);
    waits(10);
    isWoken(100);
    runs(150);
    reads(SK, 160);
    trace.at(1, 165).switchTasks(READER, TinyTrace.PREEMPTED, 0).at(2, 168).switchTasks(0, 0, READER);
    trace.event(IoUringComplete.TRACEPOINT, 0xc0, 0xd0, 77, 64, 0);

    assertEquals(1, ofCpu.report(trace.statistics()).receives().completions());
    assertEquals(0, ofCpu.report(trace.statistics()).receives().unattributed().otherReads());
  }

  @Test
  void shouldNotCountTheEndOfAStream() {
    trace.at(1, 10).switchTasks(0, 0, READER).event(enter, RING);
    trace.event(SockRecvLength.TRACEPOINT, SK, AF_INET, TCP, 0, 0, MSG_DONTWAIT);
    completes(160, 0);

    assertEquals(List.of(), messages);
  }
}
