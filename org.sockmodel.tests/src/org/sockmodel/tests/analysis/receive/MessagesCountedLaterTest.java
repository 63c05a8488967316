package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.latency.SlowMessage;
import org.sockmodel.runtime.analysis.path.PacketPaths;
import org.sockmodel.runtime.analysis.receive.ReceiveAnalysis;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.SyscallListener;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** Messages that are counted by whoever has time: so many that the queue in which they wait is full again and again. */
@Timeout(60)
class MessagesCountedLaterTest {

  private static final int MANY = 5_000;
  private static final int READER = 42;
  private static final long SK = 0x1000;

  private final TinyTrace trace = new TinyTrace();
  private long timeNs;

  /** The reader's call returns so long after its softirq began. */
  private void message(long totalNs) {
    trace.at(1, timeNs).enter(Syscall.RECVFROM, 5, 0, 64, 0).switchTasks(READER, SLEEPING, 0);
    trace.at(0, timeNs += 10).softirqEntry(NET_RX).receiveSkb(timeNs).tellUdp(SK).waking(READER, 1)
        .softirqExit(NET_RX);
    trace.at(1, timeNs += totalNs).switchTasks(0, 0, READER).takeUdp(SK, 64, 0, 0).exit(Syscall.RECVFROM, 64);
  }

  private void messages() {
    for (int i = 0; i < MANY; i++) {
      message(1_000 + i * 7919L % MANY);
    }
  }

  @Test
  void shouldHaveCountedAllOfThemWhenTheReportIsMade() {
    long[] sumNs = new long[1];
    Analysis analysis = new Analysis(trace.names(), Filter.ALL)
        .listen(message -> sumNs[0] += message.durationNs(Stage.TOTAL));
    trace.to(analysis);
    analysis.catchUp();
    messages();
    Report report = analysis.report(trace.statistics());

    assertEquals(MANY, report.receives().messages());
    assertEquals(64L * MANY, report.receives().bytes());
    assertEquals(MANY, report.receives().softirqs());
    assertEquals(MANY, report.receives().time(Stage.TOTAL).count());
    assertEquals(sumNs[0], report.receives().time(Stage.TOTAL).meanNs() * MANY, 1);
    assertEquals(MANY, report.latencies().messages());
    assertEquals(List.of(5_999L, 5_998L, 5_997L),
        report.latencies().worst().stream().map(SlowMessage::totalNs).limit(3).toList());
  }

  @Test
  void shouldGoOnCountingAfterAReport() {
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    analysis.catchUp();
    messages();
    assertEquals(MANY, analysis.report(trace.statistics()).latencies().messages());

    message(1);
    assertEquals(MANY + 1, analysis.report(trace.statistics()).latencies().messages());
  }

  @Test
  void shouldTellOfEachAtOnceUnlessAThreadOffersToCatchUp() {
    ReceiveAnalysis receives = receives();
    int[] told = new int[1];
    receives.listenLater(message -> told[0]++);
    message(1);
    message(1);
    assertEquals(2, told[0]);

    receives.catchUp();
    message(1);
    message(1);
    assertEquals(3, told[0]);
  }

  @Test
  void shouldTellOfThemInOrderWhileAnotherThreadCatchesUp() throws InterruptedException {
    ReceiveAnalysis receives = receives();
    List<Long> atOnce = new ArrayList<>();
    List<Long> later = new ArrayList<>();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    receives.listen(message -> atOnce.add(message.returnNs()));
    receives.listenLater(message -> {
      later.add(message.returnNs());
      threads.add(Thread.currentThread());
    });
    AtomicBoolean done = new AtomicBoolean();
    Thread helper = new Thread(() -> {
      while (!done.get()) {
        receives.catchUp();
      }
    });
    helper.start();
    do {
      messages();
    } while (!threads.contains(helper));
    done.set(true);
    helper.join();
    receives.summary();

    assertEquals(atOnce, later);
  }

  @Test
  void shouldPassOnWhatAListenerThrows() {
    ReceiveAnalysis receives = receives();
    receives.catchUp();
    receives.listenLater(message -> {
      throw new IllegalStateException("of the listener");
    });

    assertEquals("of the listener", assertThrows(IllegalStateException.class, this::messages).getMessage());
  }

  private ReceiveAnalysis receives() {
    KernelState state = new KernelState(trace.names(), Filter.ALL.beginNs(), Filter.ALL.endNs());
    ReceiveAnalysis receives = new ReceiveAnalysis(new PacketPaths(trace.names()), Filter.ALL, trace.names());
    state.listen((SyscallListener) receives);
    receives.attach(state);
    trace.to(state);
    return receives;
  }
}
