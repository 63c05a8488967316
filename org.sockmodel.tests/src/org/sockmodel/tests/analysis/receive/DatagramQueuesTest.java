package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** Datagrams that readers of several sockets find waiting, in traces that show the sockets. */
class DatagramQueuesTest {

  private static final int ONE = 42;
  private static final int OTHER = 43;
  private static final long SK_ONE = 0x1000;
  private static final long SK_OTHER = 0x2000;
  private static final int MSG_PEEK = 2;
  private static final int EAGAIN = 11;

  private final TinyTrace trace = new TinyTrace();
  private final List<String> messages = new ArrayList<>();

  DatagramQueuesTest() {
    trace.to(new Analysis(trace.names(), Filter.ALL).listen(message -> messages.add(describe(message))));
  }

  /** How a message was told from others, and how long it took since its socket was told. */
  private static String describe(Message message) {
    long told = message.delivery().dataReadyNs();
    return message.attribution().symbol() + (message.stages().length == 0 ? "" : " " + (message.returnNs() - told));
  }

  private void sleeps(int cpu, int reader, long timeNs) {
    trace.at(cpu, timeNs).switchTasks(0, 0, reader).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    trace.at(cpu, timeNs + 1).switchTasks(reader, SLEEPING, 0);
  }

  private void isTold(long sk, long timeNs) {
    trace.at(0, timeNs).softirqEntry(NET_RX).receiveSkb(timeNs).tellUdp(sk).softirqExit(NET_RX);
  }

  private void isWoken(int cpu, int reader, long sk, long timeNs) {
    trace.at(0, timeNs).softirqEntry(NET_RX).receiveSkb(timeNs).tellUdp(sk).waking(reader, cpu).softirqExit(NET_RX);
    trace.at(cpu, timeNs + 5).switchTasks(0, 0, reader);
  }

  private void gets(int cpu, long sk, long timeNs) {
    trace.at(cpu, timeNs).takeUdp(sk, 64, 0, 0).exit(Syscall.RECVFROM, 64);
  }

  private void callsAndGets(int cpu, long sk, long timeNs) {
    trace.at(cpu, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    gets(cpu, sk, timeNs);
  }

  @Test
  void shouldGiveEachOfTwoReadersTheDatagramsOfItsSocket() {
    sleeps(1, ONE, 0);
    sleeps(2, OTHER, 0);
    isWoken(1, ONE, SK_ONE, 100);
    isWoken(2, OTHER, SK_OTHER, 200);
    isTold(SK_OTHER, 300);
    isTold(SK_ONE, 400);
    isTold(SK_OTHER, 500);
    gets(1, SK_ONE, 600);
    gets(2, SK_OTHER, 600);
    callsAndGets(1, SK_ONE, 1000);
    callsAndGets(2, SK_OTHER, 1000);
    callsAndGets(2, SK_OTHER, 1000);

    assertEquals(List.of("wakeup 500", "wakeup 400", "order 600", "order 700", "order 500"), messages);
  }

  @Test
  void shouldNotBelieveInAnOrderBeforeTheSocketWasSeenEmpty() {
    trace.at(1, 0).switchTasks(0, 0, ONE);
    isTold(SK_ONE, 100);
    callsAndGets(1, SK_ONE, 200);
    trace.at(1, 300).enter(Syscall.RECVFROM, 5, 0, 64, 0).takeUdp(SK_ONE, 0, -EAGAIN, 0)
        .exit(Syscall.RECVFROM, -EAGAIN);
    isTold(SK_ONE, 400);
    callsAndGets(1, SK_ONE, 500);

    assertEquals("order 100", messages.get(1));
  }

  @Test
  void shouldCountADatagramThatIsReadBeforeItsSocketIsTold() {
    sleeps(1, ONE, 0);
    isWoken(1, ONE, SK_ONE, 100);
    gets(1, SK_ONE, 200);
    callsAndGets(1, SK_ONE, 299);
    isTold(SK_ONE, 300);
    isTold(SK_ONE, 400);
    callsAndGets(1, SK_ONE, 500);

    assertEquals(List.of("wakeup 100", "none", "order 100"), messages);
  }

  @Test
  void shouldLeaveALookedAtDatagramWhereItIs() {
    sleeps(1, ONE, 0);
    isWoken(1, ONE, SK_ONE, 100);
    isTold(SK_ONE, 150);
    gets(1, SK_ONE, 200);
    trace.at(1, 300).enter(Syscall.RECVFROM, 5, 0, 64, MSG_PEEK).takeUdp(SK_ONE, 0, 0, MSG_PEEK)
        .exit(Syscall.RECVFROM, 64);
    callsAndGets(1, SK_ONE, 350);

    assertEquals(List.of("wakeup 100", "order 200"), messages);
  }

  @Test
  void shouldForgetWhatWasToldBeforeAReaderWentToSleep() {
    sleeps(1, ONE, 0);
    isWoken(1, ONE, SK_ONE, 100);
    isTold(SK_ONE, 150); // and what reads it is not in the trace
    gets(1, SK_ONE, 200);
    trace.at(1, 300).enter(Syscall.RECVFROM, 5, 0, 64, 0).at(1, 301).switchTasks(ONE, SLEEPING, 0);
    isWoken(1, ONE, SK_ONE, 400);
    gets(1, SK_ONE, 450);

    assertEquals(List.of("wakeup 100", "wakeup 50"), messages);
  }

  @Test
  void shouldBelieveNoOrderAfterEventsWereLost() {
    sleeps(1, ONE, 0);
    isWoken(1, ONE, SK_ONE, 100);
    gets(1, SK_ONE, 200);
    isTold(SK_ONE, 300);
    trace.at(0, 310).lost(3);
    isTold(SK_ONE, 400);
    callsAndGets(1, SK_ONE, 500);

    assertEquals(List.of("wakeup 100", "none"), messages);
  }

  /** With {@code EPOLLET} a reader may sleep before it has read all, until something else comes. */
  @Test
  void shouldKeepAWakeUpForTheDatagramThatItWasFor() {
    List<String> ran = new ArrayList<>();
    trace.to(new Analysis(trace.names(), Filter.ALL).listen(message -> ran.add(describe(message) + " "
        + (message.runningNs() > 0 ? message.runningNs() : "did not wait"))));
    sleeps(1, ONE, 0);
    isWoken(1, ONE, SK_ONE, 100);
    isTold(SK_ONE, 150);
    gets(1, SK_ONE, 200);
    trace.at(1, 210).enter(Syscall.EPOLL_WAIT, 3, 0, 1, -1).at(1, 211).switchTasks(ONE, SLEEPING, 0);
    isWoken(1, ONE, SK_ONE, 300);
    trace.at(1, 310).exit(Syscall.EPOLL_WAIT, 1);
    callsAndGets(1, SK_ONE, 350);
    callsAndGets(1, SK_ONE, 400);

    assertEquals(List.of("wakeup 100 105", "order 200 did not wait", "wakeup 100 305"), ran);
  }

  @Test
  void shouldFollowMoreDatagramsThanABufferUsuallyHolds() {
    sleeps(1, ONE, 0);
    isWoken(1, ONE, SK_ONE, 100);
    gets(1, SK_ONE, 200);
    for (int i = 0; i < 1000; i++) {
      isTold(SK_ONE, 1000 + i);
    }
    for (int i = 0; i < 1000; i++) {
      callsAndGets(1, SK_ONE, 3000 + i);
    }

    assertEquals(1001, messages.size());
    assertEquals(1000, messages.stream().filter("order 2000"::equals).count());
  }
}
