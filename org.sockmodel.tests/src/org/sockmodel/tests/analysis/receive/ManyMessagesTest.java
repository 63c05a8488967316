package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Notes;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.tests.analysis.TinyTrace;

/** {@code recvmmsg} returns how many messages there are; each of them has come on a way of its own. */
class ManyMessagesTest {

  private static final int READER = 42;
  private static final int OTHER = 43;
  private static final long SK = 0x1000;
  private static final int EAGAIN = 11;
  private static final int MSG_DONTWAIT = 0x40;

  private final TracepointRegistry calls = new TracepointRegistry();
  private final Tracepoint enter = calls.add("sys_enter_recvmmsg", List.of(new Field("fd", Field.Kind.S64)));
  private final Tracepoint exit = calls.add("sys_exit_recvmmsg", List.of(new Field("ret", Field.Kind.S64)));
  private final TinyTrace trace = new TinyTrace();
  private final List<String> messages = new ArrayList<>();
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL);

  private void listen() {
    trace.to(analysis.listen(message -> messages.add(describe(message))));
  }

  /** How a message was told from others, when its socket was told of it, and when its reader ran for it. */
  private static String describe(Message message) {
    long runningNs = message.runningNs();
    return message.attribution().symbol() + (message.stages().length == 0 ? "" : " " + message.delivery().dataReadyNs())
        + (runningNs > 0 ? " ran " + runningNs : "");
  }

  private void calls(long timeNs) {
    trace.at(1, timeNs).switchTasks(0, 0, READER).event(enter, 5);
    sleeps(timeNs + 1);
  }

  private void sleeps(long timeNs) {
    trace.at(1, timeNs).switchTasks(READER, SLEEPING, 0);
  }

  private void isTold(long timeNs) {
    trace.at(0, timeNs).softirqEntry(NET_RX).receiveSkb(timeNs).tellUdp(SK).softirqExit(NET_RX);
  }

  private void isWoken(long timeNs) {
    trace.at(0, timeNs).softirqEntry(NET_RX).receiveSkb(timeNs).tellUdp(SK).waking(READER, 1).softirqExit(NET_RX);
  }

  private void runs(long timeNs) {
    trace.at(1, timeNs).switchTasks(0, 0, READER);
  }

  private void takes(long timeNs) {
    trace.at(1, timeNs).takeUdp(SK, 64, 0, MSG_DONTWAIT);
  }

  private void returns(long timeNs, long count) {
    trace.at(1, timeNs).event(exit, count);
  }

  @Test
  void shouldCountMessagesAndNoBytes() {
    trace.to(analysis).at(1, 1000).switchTasks(0, 0, READER).event(enter, 5).at(1, 2000).event(exit, 3);
    Report report = analysis.report(trace.statistics());

    assertEquals(3, report.receives().messages());
    assertEquals(0, report.receives().bytes());
    assertTrue(TextReport.of(report).contains("; 3 messages.\n"), TextReport.of(report));
  }

  @Test
  void shouldCountTheBytesOfEachMessageThatTheSocketTells() {
    List<Long> sizes = new ArrayList<>();
    trace.to(analysis.listen(message -> sizes.add(message.bytes())));
    trace.at(1, 1000).switchTasks(0, 0, READER).event(enter, 5);
    trace.at(1, 1010).takeUdp(SK, 64, 0, 0).takeUdp(SK, 0, 0, MSG_DONTWAIT).takeUdp(SK, 1400, 0, MSG_DONTWAIT);
    returns(2000, 3);
    trace.at(1, 3000).event(enter, 5);
    returns(4000, 1);

    assertEquals(List.of(64L, 0L, 1400L, Message.UNKNOWN_BYTES), sizes);
    assertEquals(1464, analysis.report(trace.statistics()).receives().bytes());
  }

  @Test
  void shouldFollowEachMessageThatACallFindsAfterTheFirst() {
    listen();
    calls(10);
    isWoken(100);
    isTold(200);
    isTold(300);
    runs(400);
    takes(410);
    takes(420);
    takes(430);
    trace.at(1, 440).takeUdp(SK, 0, -EAGAIN, MSG_DONTWAIT);
    returns(500, 3);
    Report report = analysis.report(trace.statistics());

    assertEquals(List.of("wakeup 100 ran 400", "order 200", "order 300"), messages);
    assertEquals(0, report.receives().unattributed().messages());
    assertEquals(3, report.receives().time(Stage.TOTAL).count());
    assertEquals(1, report.receives().wakeups());
    assertEquals(3, report.latencies().messages());
    assertTrue(Notes.of(report).stream().noneMatch(note -> note.contains("does not show the packets")));
  }

  @Test
  void shouldTellTheWakeUpsApartBetweenWhichACallSleeps() {
    listen();
    calls(10);
    isWoken(100);
    runs(150);
    takes(160);
    sleeps(170);
    isWoken(200);
    isTold(210);
    runs(250);
    takes(260);
    takes(270);
    returns(300, 3);

    assertEquals(List.of("wakeup 100 ran 150", "wakeup 200 ran 250", "order 210"), messages);
  }

  /** Before 6.3 no {@code sock_recv_length} tells of the messages. */
  @Test
  void shouldFollowTheOrderOfTheSocketWhereNothingElseIsShown() {
    listen();
    calls(10);
    isWoken(100);
    isTold(110);
    runs(150);
    sleeps(170);
    isWoken(200);
    isTold(210);
    runs(250);
    returns(300, 4);
    calls(400);
    isWoken(500);
    isTold(510);
    runs(550);
    returns(600, 2);

    assertEquals(List.of("wakeup 100 ran 150", "order 110", "wakeup 200 ran 250", "order 210", "wakeup 500 ran 550",
        "order 510"), messages);
  }

  @Test
  void shouldFollowTheBuffersThatACallCopiesFrom() {
    listen();
    trace.at(1, 10).switchTasks(0, 0, READER);
    isTold(100);
    isTold(110);
    trace.at(1, 200).event(enter, 5).copy(100, 64).copy(110, 64).event(exit, 3);

    assertEquals(List.of("buffer 100", "buffer 110", "none"), messages);
  }

  @Test
  void shouldNotGiveAnotherReaderWhatOneThatIsNotAskedForHasGot() {
    Analysis ofOther = new Analysis(trace.names(), Filter.ALL.withTask("task" + OTHER));
    trace.to(ofOther.listen(message -> messages.add(describe(message))));
    calls(10);
    isWoken(100);
    isTold(110);
    isTold(120);
    runs(150);
    takes(160);
    takes(170);
    returns(180, 2);
    trace.at(2, 200).switchTasks(0, 0, OTHER).event(enter, 6).takeUdp(SK, 64, 0, 0).event(exit, 1);

    assertEquals(List.of("order 120"), messages);
  }

  @Test
  void shouldEndHoweverManyMessagesACallClaims() {
    trace.to(analysis).at(1, 1000).switchTasks(0, 0, READER).event(enter, 5).at(1, 2000).event(exit, Long.MAX_VALUE);

    assertEquals(Long.MAX_VALUE, analysis.report(trace.statistics()).receives().messages());
  }
}
