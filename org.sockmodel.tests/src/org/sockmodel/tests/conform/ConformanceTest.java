package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.conform.ReaderAndSender.KERNEL_THREAD;
import static org.sockmodel.tests.conform.ReaderAndSender.READER;
import static org.sockmodel.tests.conform.ReaderAndSender.SENDER;
import static org.sockmodel.tests.conform.ReaderAndSender.asleep;
import static org.sockmodel.tests.conform.ReaderAndSender.aside;
import static org.sockmodel.tests.conform.ReaderAndSender.awake;
import static org.sockmodel.tests.conform.ReaderAndSender.calling;
import static org.sockmodel.tests.conform.ReaderAndSender.compare;
import static org.sockmodel.tests.conform.ReaderAndSender.deliver;
import static org.sockmodel.tests.conform.ReaderAndSender.send;
import static org.sockmodel.tests.conform.ReaderAndSender.sequence;
import static org.sockmodel.tests.conform.ReaderAndSender.wakeUp;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.analysis.conform.Difference;
import org.sockmodel.runtime.analysis.conform.OneSided;
import org.sockmodel.runtime.analysis.conform.PlacedStep;
import org.sockmodel.runtime.analysis.conform.SequenceResult;
import org.sockmodel.runtime.analysis.conform.SetAside;
import org.sockmodel.runtime.trace.FunctionTracepoints.TracingMarkWrite;
import org.sockmodel.runtime.trace.NetTracepoints.ConsumeSkb;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** What is compared of traces written by hand, and what is set aside. */
class ConformanceTest {

  @Test
  void shouldAgreeWithItself() {
    Comparison comparison = compare(ReaderAndSender::wakeUp, ReaderAndSender::wakeUp);
    assertTrue(comparison.isFull());
    assertEquals(new Agreement(17, 0, 0), comparison.eventAgreement());
    assertEquals(List.of("task1 task", "task1 wake-up", "task2 task", "task2 softirq"),
        comparison.events().stream().map(result -> result.thread() + " " + result.lane().symbol()).toList());
  }

  @Test
  void shouldNotMindTimesAndNumbersOfCpus() {
    assertTrue(compare(trace -> wakeUp(trace, 0, 1, 1000), trace -> wakeUp(trace, 3, 2, 777_777)).isFull());
  }

  @Test
  void shouldMindWhetherTheReaderIsOnTheSendersCpu() {
    assertFalse(compare(trace -> wakeUp(trace, 0, 1, 1000), trace -> wakeUp(trace, 1, 1, 1000)).isFull());
  }

  @Test
  void shouldSetAsideWhatASenderPreparesBeforeARecordingBegins() {
    Consumer<TinyTrace> prepared = trace -> {
      trace.at(1, 1).by(SENDER).enter(Syscall.SENDTO, 7, 0, 64, 0).queue(8).exit(Syscall.SENDTO, 64);
      trace.at(1, 5).by(SENDER).switchTasks(SENDER, TinyTrace.SLEEPING, 0);
      wakeUp(trace);
    };
    assertTrue(compare(ReaderAndSender::wakeUp, prepared).isFull());
    assertTrue(compare(prepared, ReaderAndSender::wakeUp).isFull());
  }

  @Test
  void shouldNotTakeACallAfterTheFirstSleepForPreparation() {
    Consumer<TinyTrace> twice = trace -> {
      trace.at(1, 1).by(SENDER).switchTasks(SENDER, TinyTrace.SLEEPING, 0);
      trace.at(1, 2).by(SENDER).enter(Syscall.SENDTO, 7, 0, 64, 0).queue(8).exit(Syscall.SENDTO, 64);
      wakeUp(trace);
    };
    assertFalse(compare(ReaderAndSender::wakeUp, twice).isFull());
  }

  @Test
  void shouldNotBeFullIfThereIsNothingToCompare() {
    assertFalse(compare(trace -> { }, trace -> { }).isFull());
  }

  @Test
  void shouldSayWhereAStepIsMissing() {
    Comparison comparison = compare(trace -> {
      wakeUp(trace);
      trace.at(0, 40).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0).copy(2, 32).exit(Syscall.RECVFROM, 64);
    }, trace -> {
      wakeUp(trace);
      trace.at(0, 50).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0).exit(Syscall.RECVFROM, 64);
    });
    assertEquals(new Agreement(19, 1, 0), comparison.eventAgreement());
    SequenceResult reader = sequence(comparison, "task1", "task");
    Difference difference = reader.differences().get(0);
    assertEquals(List.of(new PlacedStep("skb_copy_datagram_iovec len=32", 40, 0, "recvfrom 2")), difference.missing());
    assertEquals(List.of(), difference.extra());
    assertEquals(List.of("sys_exit_recvfrom ret=64"), difference.after().stream().map(PlacedStep::text).toList());
  }

  @Test
  void shouldReportAnotherFieldAsMissingAndExtra() {
    Comparison comparison = compare(ReaderAndSender::wakeUp, trace -> {
      asleep(trace, 0, 10);
      send(trace, 1, 0, 20, 2);
      awake(trace, 0, 30);
    });
    Difference difference = sequence(comparison, "task2", "softirq").differences().get(0);
    assertEquals("napi_poll dev_name=lo work=1 budget=64", difference.missing().get(0).text());
    assertEquals("napi_poll dev_name=lo work=2 budget=64", difference.extra().get(0).text());
  }

  @Test
  void shouldSetTimerInterruptsAsideButKeepTheWakeUpByATimer() {
    Consumer<TinyTrace> timeout = trace -> {
      asleep(trace, 0, 10);
      trace.at(0, 40).by(0).timerEntry().raise(1).timerExit();
      trace.softirqEntry(1).waking(READER, 0).wakeup(READER, 0).softirqExit(1).switchTasks(0, 0, READER);
      trace.by(READER).exit(Syscall.RECVFROM, -11);
    };
    Comparison comparison = compare(timeout, trace -> {
      trace.at(1, 5).by(0).timerEntry().timerExit();
      timeout.accept(trace);
    });
    assertTrue(comparison.isFull());
    assertEquals(new SetAside("timer interrupts and their softirqs", 5, 7), aside(comparison, "timer interrupts"));
    assertEquals(3, sequence(comparison, "task1", "wake-up").agreement().matched());
  }

  @Test
  void shouldSetOtherTasksAside() {
    assertSetAside("other tasks", 2, trace -> {
      wakeUp(trace);
      trace.at(0, 50).by(0).switchTasks(0, 0, KERNEL_THREAD).by(KERNEL_THREAD).switchTasks(KERNEL_THREAD, 2, 0);
    });
  }

  @Test
  void shouldSetWakeUpsOfOtherTasksAside() {
    assertSetAside("wake-ups of other tasks", 2, trace -> {
      asleep(trace, 0, 10);
      trace.at(1, 15).by(SENDER).waking(KERNEL_THREAD, 1).wakeup(KERNEL_THREAD, 1);
      send(trace, 1, 0, 20, 1);
      awake(trace, 0, 30);
    });
  }

  @Test
  void shouldSetInterruptsAsideThatWakeNobody() {
    assertSetAside("interrupts that wake", 4, trace -> {
      asleep(trace, 0, 10);
      trace.at(0, 15).by(0).ipiEntry().ipiExit().irqEntry(9, "disk").irqExit(9);
      send(trace, 1, 0, 20, 1);
      awake(trace, 0, 30);
    });
  }

  @Test
  void shouldSetCallsOnOtherFilesAside() {
    assertSetAside("calls on other files", 2, trace -> {
      asleep(trace, 0, 10);
      trace.at(1, 15).by(SENDER).enter(Syscall.READ, 8).exit(Syscall.READ, 271);
      send(trace, 1, 0, 20, 1);
      awake(trace, 0, 30);
    });
  }

  @Test
  void shouldCompareAReadThatASocketAnswers() {
    Consumer<TinyTrace> read = trace -> {
      trace.at(0, 10).by(READER).enter(Syscall.READ, 6, 0, 64).copy(1, 64).exit(Syscall.READ, 64);
    };
    assertEquals(3, compare(read, read).eventAgreement().matched());
  }

  @Test
  void shouldSetCallsAsideThatOneTraceDoesNotShow() {
    assertSetAside("calls that one trace does not show", 3, trace -> {
      trace.at(1, 5).by(SENDER).enter(Syscall.CONNECT, 7).queue(9).exit(Syscall.CONNECT, 0);
      wakeUp(trace);
    });
  }

  @Test
  void shouldSetWhatComesBeforeTheFirstCommonCallAside() {
    Consumer<TinyTrace> receive = trace ->
        trace.at(0, 10).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0).exit(Syscall.RECVFROM, -11);
    Consumer<TinyTrace> senderAlone = trace -> trace.at(1, 20).by(SENDER).enter(Syscall.SENDTO, 7)
        .exit(Syscall.SENDTO, 64);
    Comparison comparison = compare(receive.andThen(senderAlone), trace -> {
      trace.at(0, 1).by(READER).enter(Syscall.SENDTO, 7).exit(Syscall.SENDTO, 64);
      receive.andThen(senderAlone).accept(trace);
    });
    assertTrue(comparison.isFull());
    assertEquals(2, aside(comparison, "before the first").candidate());
  }

  @Test
  void shouldSetWhatHappensBetweenCallsAside() {
    assertSetAside("between system calls", 2, trace -> {
      wakeUp(trace);
      trace.at(0, 60).by(READER).switchTasks(READER, TinyTrace.SLEEPING, 0).by(0).switchTasks(0, 0, READER);
    });
  }

  @Test
  void shouldSetAPreemptionByAnotherTaskAside() {
    assertSetAside("preemption by other tasks", 2, trace -> {
      asleep(trace, 0, 10);
      send(trace, 1, 0, 20, 1);
      trace.at(0, 30).by(0).ipiEntry().wakeup(READER, 0).ipiExit().switchTasks(0, 0, READER);
      trace.by(READER).switchTasks(READER, TinyTrace.PREEMPTED, KERNEL_THREAD);
      trace.by(KERNEL_THREAD).switchTasks(KERNEL_THREAD, TinyTrace.SLEEPING, READER);
      trace.at(0, 31).by(READER).copy(1, 64).exit(Syscall.RECVFROM, 64);
    });
  }

  @Test
  void shouldSetDeferredFreesAside() {
    assertSetAside("deferred frees", 1, trace -> {
      asleep(trace, 0, 10);
      trace.at(1, 20).by(SENDER).enter(Syscall.SENDTO, 7, 0, 64, 0).queue(9).raise(TinyTrace.NET_RX);
      trace.softirqEntry(TinyTrace.NET_RX);
      trace.event(ConsumeSkb.TRACEPOINT, 8, trace.names().intern("skb_defer_free_flush+0x70/0xb0"));
      deliver(trace, 0, 1);
      awake(trace, 0, 30);
    });
  }

  @Test
  void shouldSetMarksAside() {
    assertSetAside("marks", 1, trace -> {
      trace.at(1, 5).by(SENDER).event(TracingMarkWrite.TRACEPOINT, trace.names().intern("BEGIN"));
      wakeUp(trace);
    });
  }

  @Test
  void shouldNameTheTracepointsThatOneTraceLacks() {
    Comparison comparison = compare(ReaderAndSender::wakeUp, trace -> {
      asleep(trace, 0, 10);
      send(trace, 1, 0, 20, 1);
      trace.at(0, 30).by(0).ipiEntry().wakeup(READER, 0).ipiExit().switchTasks(0, 0, READER);
      trace.by(READER).gro(3).copy(1, 64).exit(Syscall.RECVFROM, 64);
    });
    assertTrue(comparison.isFull());
    assertEquals(List.of(new OneSided("napi_gro_receive_entry", 1)), comparison.onlyCandidate());
    assertEquals(List.of(), comparison.onlyReference());
  }

  @Test
  void shouldKeepASwitchThatTheTraceDoesNotShow() {
    Comparison comparison = compare(ReaderAndSender::wakeUp, trace -> {
      asleep(trace, 0, 10);
      send(trace, 1, 0, 20, 1);
      trace.at(0, 30).by(0).ipiEntry().wakeup(READER, 0).ipiExit();
      trace.at(0, 31).by(READER).copy(1, 64).exit(Syscall.RECVFROM, 64);
    });
    assertTrue(comparison.isFull());
  }

  @Test
  void shouldJoinADevicesInterruptWithTheSoftirqThatWakes() {
    Consumer<TinyTrace> receive = trace -> {
      asleep(trace, 0, 10);
      trace.at(1, 20).by(0).irqEntry(24, "eth0").raise(TinyTrace.NET_RX).irqExit(24);
      trace.softirqEntry(TinyTrace.NET_RX).gro(1).receiveSkb(1).waking(READER, 0).wakeup(READER, 0)
          .softirqExit(TinyTrace.NET_RX);
      awake(trace, 0, 30);
    };
    Comparison comparison = compare(receive, receive);
    assertTrue(comparison.isFull());
    assertEquals(13, sequence(comparison, "task1", "wake-up").agreement().matched());
  }

  @Test
  void shouldCompareFunctionsWithoutTheirSuffixesAndInterrupts() {
    Comparison comparison = compare(
        trace -> calling(trace, "ip_rcv_core.constprop.0", "ip_rcv", "irq_enter_rcu", "hrtimer_wakeup", "irq_exit_rcu",
            "handle_softirqs", "udp_rcv"),
        trace -> calling(trace, "ip_rcv_core", "ip_rcv", "hrtimer_wakeup", "udp_rcv"));
    assertEquals(new Agreement(3, 0, 1), comparison.functionAgreement());
  }

  /** The candidate, which has something that the reference lacks, agrees all the same. */
  private static void assertSetAside(String rule, int steps, Consumer<TinyTrace> candidate) {
    Comparison comparison = compare(ReaderAndSender::wakeUp, candidate);
    assertTrue(comparison.isFull(), comparison.toString());
    assertEquals(0, aside(comparison, rule).reference());
    assertEquals(steps, aside(comparison, rule).candidate());
  }
}
