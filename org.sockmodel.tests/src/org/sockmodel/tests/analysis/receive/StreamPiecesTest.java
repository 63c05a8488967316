package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.analysis.TinyTrace.AF_INET;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;
import static org.sockmodel.tests.analysis.TinyTrace.TCP;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Notes;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.NetTracepoints.SockRecvLength;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** A reader of TCP whose buffer is smaller than what comes in a packet. */
class StreamPiecesTest {

  private static final int READER = 42;

  private final TinyTrace trace = new TinyTrace();
  private final List<String> messages = new ArrayList<>();
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL).listen(message -> messages.add(
      message.attribution().symbol() + (message.stages().length == 0 ? "" : " " + message.delivery().dataReadyNs())));

  private void packet(long timeNs, long skb) {
    trace.at(0, timeNs).softirqEntry(NET_RX).receiveSkb(skb).dataReady(AF_INET, TCP).softirqExit(NET_RX);
  }

  private void read(long timeNs, long skb) {
    trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).copy(skb, 64);
    trace.event(SockRecvLength.TRACEPOINT, 1, AF_INET, TCP, 64).exit(Syscall.RECVFROM, 64);
  }

  /** The packet that waits is that of the call which begins with it. */
  @Test
  void shouldGiveNoPacketToACallThatGoesOnWithOne() {
    trace.to(analysis).at(1, 0).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    trace.switchTasks(READER, SLEEPING, 0).at(0, 100).softirqEntry(NET_RX).receiveSkb(1).dataReady(AF_INET, TCP);
    trace.waking(READER, 1).softirqExit(NET_RX).at(1, 110).switchTasks(0, 0, READER).copy(1, 64);
    trace.event(SockRecvLength.TRACEPOINT, 1, AF_INET, TCP, 64).exit(Syscall.RECVFROM, 64);
    packet(200, 2);
    read(210, 1);
    read(220, 2);

    assertEquals(List.of("wakeup 100", "piece", "buffer 200"), messages);
    Report report = analysis.report(trace.statistics());
    assertEquals(0, report.receives().unattributed().messages());
    assertEquals(List.of("1 message is a further piece of what an earlier call began to read, and in no stage."),
        Notes.of(report).stream().filter(note -> note.contains("piece")).toList());
  }

  private void waits(long timeNs) {
    trace.at(1, timeNs).enter(Syscall.EPOLL_WAIT, 3, 0, 1, -1).at(1, timeNs + 1).switchTasks(READER, SLEEPING, 0);
  }

  private void isWoken(long timeNs, long skb) {
    trace.at(0, timeNs).softirqEntry(NET_RX).receiveSkb(skb).dataReady(AF_INET, TCP);
    trace.waking(READER, 1).softirqExit(NET_RX);
    trace.at(1, timeNs + 10).switchTasks(0, 0, READER).exit(Syscall.EPOLL_WAIT, 1);
  }

  /** With {@code EPOLLET} a reader may sleep before it has read all, until something else comes. */
  @Test
  void shouldGiveAWakeUpToWhatComesBehindTheRestOfABuffer() {
    trace.to(analysis).at(1, 0).switchTasks(0, 0, READER);
    waits(50);
    isWoken(100, 1);
    read(120, 1);
    waits(130);
    isWoken(200, 2);
    read(220, 1);
    read(230, 2);

    assertEquals(List.of("wakeup 100", "piece", "wakeup 200"), messages);
  }

  @Test
  void shouldGiveACallThatGoesOnWithABufferTheWayOfTheNextOne() {
    trace.to(analysis).at(1, 0).switchTasks(0, 0, READER);
    packet(100, 1);
    packet(200, 2);
    read(210, 1);
    trace.at(1, 220).enter(Syscall.RECVFROM, 5, 0, 128, 0).copy(1, 64).copy(2, 64);
    trace.event(SockRecvLength.TRACEPOINT, 1, AF_INET, TCP, 128).exit(Syscall.RECVFROM, 128);

    assertEquals(List.of("buffer 100", "buffer 200"), messages);
  }

  @Test
  void shouldTakeNothingForAPieceOfAPacketWhoseAddressAnotherHas() {
    trace.to(analysis).at(1, 0).switchTasks(0, 0, READER);
    packet(200, 1);
    read(210, 1);
    packet(300, 1);
    read(310, 1);

    assertEquals(List.of("buffer 200", "buffer 300"), messages);
  }

  /** What comes while the reader owns the socket is received by the reader, when it lets go of the socket. */
  @Test
  void shouldFollowSegmentsThroughTheBacklog() {
    trace.to(analysis).at(1, 0).switchTasks(0, 0, READER);
    packet(100, 1);
    trace.at(1, 200).enter(Syscall.RECVFROM, 5, 0, 64, 0).copy(1, 64);
    trace.at(0, 210).softirqEntry(NET_RX).receiveSkb(2).receiveSkb(3).softirqExit(NET_RX);
    trace.at(1, 220).dataReady(AF_INET, TCP).at(1, 225).dataReady(AF_INET, TCP);
    trace.event(SockRecvLength.TRACEPOINT, 1, AF_INET, TCP, 64).exit(Syscall.RECVFROM, 64);
    read(230, 2);
    read(240, 3);

    assertEquals(List.of("buffer 100", "buffer 220", "buffer 225"), messages);
  }
}
