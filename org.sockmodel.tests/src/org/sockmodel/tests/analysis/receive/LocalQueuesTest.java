package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.analysis.TinyTrace.AF_UNIX;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.NetTracepoints.SkDataReady;
import org.sockmodel.runtime.trace.NetTracepoints.SockRecvLength;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** Sockets of AF_UNIX, of which no event tells whether they give whole datagrams. */
class LocalQueuesTest {

  private static final int READER = 42;
  private static final long SK = 0x1000;

  private final TinyTrace trace = new TinyTrace();
  private final List<String> messages = new ArrayList<>();
  private long timeNs;

  LocalQueuesTest() {
    trace.to(new Analysis(trace.names(), Filter.ALL).listen(message -> messages.add(describe(message))));
    trace.at(1, 0).switchTasks(0, 0, READER);
  }

  private static String describe(Message message) {
    return message.attribution().symbol()
        + (message.stages().length == 0 ? "" : " " + message.delivery().dataReadyNs());
  }

  /** The reader waits, is sent so much, and gets so much, beginning at a time. */
  private void round(long beginNs, int sent, int got) {
    trace.at(1, beginNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).switchTasks(READER, SLEEPING, 0);
    for (int i = 1; i <= sent; i++) {
      trace.at(0, beginNs + i).event(SkDataReady.TRACEPOINT, AF_UNIX, 0, 0, SK);
      if (i == 1) {
        trace.waking(READER, 1);
      }
    }
    trace.at(1, beginNs + 50).switchTasks(0, 0, READER);
    timeNs = beginNs + 60;
    get();
    for (int i = 1; i < got; i++) {
      trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0);
      get();
    }
  }

  private void get() {
    trace.at(1, timeNs).event(SockRecvLength.TRACEPOINT, SK, AF_UNIX, 0, 64, 0, 0).exit(Syscall.RECVFROM, 64);
    timeNs += 2;
  }

  @Test
  void shouldBeFollowedInOrderOnceTheyHaveShownThatTheyGiveDatagrams() {
    round(1000, 3, 3);
    round(2000, 2, 2);
    messages.clear();
    round(3000, 3, 3);

    assertEquals(List.of("wakeup 3001", "order 3002", "order 3003"), messages);
  }

  @Test
  void shouldBeFollowedFromTheFirstOfAllThatACallOnAStreamTakes() {
    for (int i = 1; i < 5; i++) {
      round(1000 * i, 3, 1);
    }
    messages.clear();
    round(9000, 2, 1);
    trace.at(0, 9100).event(SkDataReady.TRACEPOINT, AF_UNIX, 0, 0, SK);
    trace.at(0, 9110).event(SkDataReady.TRACEPOINT, AF_UNIX, 0, 0, SK);
    trace.at(1, 9200).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    timeNs = 9210;
    get();

    assertEquals(List.of("wakeup 9001", "order 9100"), messages);
  }

  /** A call copies from buffers, all of which but those with a minus it uses up. */
  private void getFrom(long... skbs) {
    trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    for (long skb : skbs) {
      trace.copy(Math.abs(skb), 64);
      if (skb > 0) {
        trace.consume(skb);
      }
    }
    get();
  }

  /** The reader has got a message, and three more have come. */
  private void threeWait() {
    round(1000, 1, 1);
    for (int i = 1; i <= 3; i++) {
      trace.at(0, 2000 + i).event(SkDataReady.TRACEPOINT, AF_UNIX, 0, 0, SK);
    }
    messages.clear();
    timeNs = 3000;
  }

  @Test
  void shouldBeFollowedFromTheBufferThatACallCopiesFromFirst() {
    threeWait();
    getFrom(0x10, 0x20);
    getFrom(0x30);

    assertEquals(List.of("order 2001", "order 2003"), messages);
  }

  @Test
  void shouldBeFollowedWithTheFirstOfThePiecesThatAreReadOfABuffer() {
    threeWait();
    getFrom(-0x10);
    getFrom(-0x10);
    getFrom(0x10);
    getFrom(0x10);
    getFrom(-0x10);

    assertEquals(List.of("order 2001", "piece", "piece", "order 2002", "order 2003"), messages);
  }

  @Test
  void shouldBeFollowedWithTheFirstCallThatBeginsWithTheirBuffer() {
    threeWait();
    getFrom(-0x10);
    getFrom(0x10, -0x20);
    getFrom(0x20, 0x30);

    assertEquals(List.of("order 2001", "piece", "order 2002"), messages);
  }

  @Test
  void shouldNotBeFollowedByBuffersWhoseEndTheTraceDoesNotShow() {
    threeWait();
    getFrom(-0x10);
    getFrom(-0x20);
    getFrom(-0x30);

    assertEquals(List.of("order 2001", "none", "none"), messages);
  }

  /** The kernel uses addresses again. */
  @Test
  void shouldNotBeTakenForAPacketThatWasAtTheAddressOfTheirBuffer() {
    trace.at(0, 500).softirqEntry(NET_RX).receiveSkb(0x10).tellUdp(0x7000).softirqExit(NET_RX);
    threeWait();
    getFrom(0x10);

    assertEquals(List.of("order 2001"), messages);
  }

  /** As in a trace of which sock_recv_length is missing. */
  @Test
  void shouldNotBeKeptWithoutEndIfNobodyReads() {
    round(1000, 3, 3);
    round(2000, 2, 2);
    for (int i = 0; i < 1000; i++) {
      trace.at(0, 3000 + i).event(SkDataReady.TRACEPOINT, AF_UNIX, 0, 0, SK);
    }
    messages.clear();
    trace.at(1, 5000).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    timeNs = 5010;
    get();

    assertEquals(List.of("none"), messages);
  }

  @Test
  void shouldNotBeFollowedInOrderWhereSeveralCallsTakeOne() {
    for (int i = 1; i < 5; i++) {
      round(1000 * i, 1, 2);
    }
    messages.clear();
    round(9000, 3, 3);

    assertEquals(List.of("wakeup 9001", "none", "none"), messages);
  }

  @Test
  void shouldNotBeFollowedInOrderAfterAnotherSocketHasGotTheAddress() {
    round(1000, 3, 3);
    round(2000, 2, 2);
    round(3000, 3, 3);
    for (int i = 4; i < 8; i++) {
      round(1000 * i, 3, 1);
    }
    messages.clear();
    round(9000, 3, 2);

    assertEquals(List.of("wakeup 9001", "none"), messages);
  }
}
