package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.conform.ReaderAndSender.KERNEL_THREAD;
import static org.sockmodel.tests.conform.ReaderAndSender.READER;
import static org.sockmodel.tests.conform.ReaderAndSender.SENDER;
import static org.sockmodel.tests.conform.ReaderAndSender.aside;
import static org.sockmodel.tests.conform.ReaderAndSender.asleep;
import static org.sockmodel.tests.conform.ReaderAndSender.awake;
import static org.sockmodel.tests.conform.ReaderAndSender.calling;
import static org.sockmodel.tests.conform.ReaderAndSender.compare;
import static org.sockmodel.tests.conform.ReaderAndSender.entering;
import static org.sockmodel.tests.conform.ReaderAndSender.send;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.conform.Agreement;
import org.sockmodel.runtime.analysis.conform.Comparison;
import org.sockmodel.runtime.trace.FunctionTracepoints.Function;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** What other tasks and slow machines do to the scheduling of a compared thread is set aside, and nothing more. */
class SchedulingConformTest {

  private static final int TIMER = 1;
  private static final int SCHED = 7;

  @Test
  void shouldSetTheFunctionsOfAnotherTasksWakeUpAside() {
    Consumer<TinyTrace> reference = trace -> sending(trace, () -> wakingBySender(trace, READER));
    assertSetAside("wake-ups of other tasks", 5, reference, trace -> sending(trace, () -> {
      entering(trace, "try_to_wake_up");
      trace.waking(KERNEL_THREAD, 1);
      entering(trace, "select_task_rq_fair", "ttwu_do_activate");
      trace.wakeup(KERNEL_THREAD, 1);
      wakingBySender(trace, READER);
    }));
  }

  @Test
  void shouldCompareTheFunctionsOfAReadersWakeUp() {
    Comparison comparison = compare(trace -> sending(trace, () -> {
      entering(trace, "select_task_rq_fair");
      wakingBySender(trace, READER);
    }), trace -> sending(trace, () -> {
      wakingBySender(trace, READER);
      entering(trace, "select_task_rq_fair");
    }));
    assertEquals(new Agreement(2, 1, 1), comparison.functionAgreement());
  }

  @Test
  void shouldTellWorkersByWhatWakesThem() {
    assertSetAside("wake-ups of other tasks", 1, trace -> calling(trace, "try_to_wake_up", "tcp_connect"),
        trace -> sending(trace, () -> {
          entering(trace, "try_to_wake_up");
          trace.event(Function.TRACEPOINT, trace.names().intern("try_to_wake_up"), trace.names().intern("kick_pool"));
          entering(trace, "tcp_connect");
        }));
  }

  @Test
  void shouldSetARunOfSoftirqsAsideThatHasNoPackets() {
    Consumer<TinyTrace> reference = trace -> sending(trace, () -> softirqs(trace, TinyTrace.NET_RX));
    Comparison comparison = compare(reference, trace -> sending(trace, () -> {
      softirqs(trace, TIMER);
      softirqs(trace, TinyTrace.NET_RX);
    }));
    assertTrue(comparison.isFull(), comparison.toString());
    assertEquals(new Agreement(2, 0, 0), comparison.functionAgreement());
    assertEquals(4, aside(comparison, "timer interrupts").candidate());
  }

  @Test
  void shouldCompareARunOfSoftirqsInWhichPacketsFollow() {
    Comparison comparison = compare(trace -> sending(trace, () -> softirqs(trace, TinyTrace.NET_RX)),
        trace -> sending(trace, () -> {
          trace.raise(TinyTrace.NET_RX);
          entering(trace, "handle_softirqs");
          trace.softirqEntry(SCHED).softirqExit(SCHED).softirqEntry(TinyTrace.NET_RX);
          entering(trace, "net_rx_action");
          trace.softirqExit(TinyTrace.NET_RX);
        }));
    assertEquals(new Agreement(2, 0, 0), comparison.functionAgreement());
  }

  @Test
  void shouldTellTwoInterruptsApartThatFollowEachOther() {
    Comparison comparison = compare(trace -> calling(trace, "udp_rcv"),
        trace -> calling(trace, "irq_enter_rcu", "irq_exit_rcu", "irq_enter_rcu", "irq_exit_rcu", "udp_rcv"));
    assertTrue(comparison.isFull());
    assertEquals(0, aside(comparison, "tracepoints and functions of one trace").candidate());
  }

  @Test
  void shouldSetTheChoiceOfATaskThatPreemptsAside() {
    Consumer<TinyTrace> sleeping = trace -> receiving(trace, "schedule", "pick_next_task_fair");
    assertSetAside("preemption by other tasks", 3, sleeping, trace -> {
      trace.at(0, 5).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0);
      entering(trace, "pick_next_task_fair");
      trace.switchTasks(READER, TinyTrace.PREEMPTED, KERNEL_THREAD);
      trace.by(KERNEL_THREAD).switchTasks(KERNEL_THREAD, TinyTrace.SLEEPING, READER).by(READER);
      entering(trace, "schedule", "pick_next_task_fair");
      sleepAndReturn(trace);
    });
  }

  @Test
  void shouldCompareTheChoiceOfATaskBySleeping() {
    Comparison comparison = compare(trace -> receiving(trace, "schedule", "pick_next_task_fair"),
        trace -> receiving(trace, "pick_next_task_fair", "schedule"));
    assertFalse(comparison.functionAgreement().isFull());
  }

  @Test
  void shouldSetATaskAsideThatIsTakenOverWhenAnotherSleeps() {
    Consumer<TinyTrace> reference = trace -> receiving(trace, "dequeue_task_fair", "pick_next_task_fair");
    assertSetAside("wake-ups of other tasks", 2, reference, trace -> {
      trace.at(0, 5).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0);
      entering(trace, "dequeue_task_fair", "pick_next_task_fair", "dequeue_task_fair", "enqueue_task_fair");
      trace.switchTasks(READER, TinyTrace.SLEEPING, KERNEL_THREAD);
      trace.by(KERNEL_THREAD).switchTasks(KERNEL_THREAD, TinyTrace.SLEEPING, READER);
      trace.by(READER).exit(Syscall.RECVFROM, -11);
    });
  }

  @Test
  void shouldSetTheEndOfASliceAside() {
    assertSetAside("ends of time slices", 1, trace -> receiving(trace, "dequeue_task_fair", "pick_next_task_fair"),
        trace -> receiving(trace, "dequeue_task_fair", "resched_curr", "pick_next_task_fair"));
  }

  @Test
  void shouldSetTheWayToACpuAsideThatAnotherTaskHolds() {
    Comparison comparison = compare(ReaderAndSender::wakeUp, trace -> {
      asleep(trace, 0, 10);
      trace.at(0, 15).by(0).switchTasks(0, 0, KERNEL_THREAD);
      trace.at(1, 20).by(SENDER).enter(Syscall.SENDTO, 7, 0, 64, 0).queue(9).raise(TinyTrace.NET_RX);
      trace.softirqEntry(TinyTrace.NET_RX).dataReady(TinyTrace.AF_INET, TinyTrace.UDP).waking(READER, 0)
          .wakeup(READER, 0).poll("lo", 1, 64).softirqExit(TinyTrace.NET_RX).exit(Syscall.SENDTO, 64);
      trace.at(0, 30).by(KERNEL_THREAD).switchTasks(KERNEL_THREAD, TinyTrace.SLEEPING, READER);
      trace.by(READER).copy(1, 64).exit(Syscall.RECVFROM, 64);
    });
    assertTrue(comparison.isFull(), comparison.toString());
    assertEquals(4, aside(comparison, "wake-ups to a CPU").reference(), "the interrupt, the wake-up, the switch");
    assertEquals(2, aside(comparison, "wake-ups to a CPU").candidate(), "the wake-up, the switch");
  }

  @Test
  void shouldCompareTheWayToACpuThatAComparedThreadHolds() {
    assertFalse(compare(ReaderAndSender::wakeUp, trace -> {
      asleep(trace, 1, 10);
      send(trace, 1, 1, 20, 1);
      awake(trace, 1, 30);
    }).isFull());
  }

  @Test
  void shouldSetAsideWhatComesAfterTheSleepInWhichTheOtherTraceEnds() {
    Comparison comparison = compare(trace -> asleep(trace, 0, 10), trace -> receiving(trace));
    assertTrue(comparison.isFull(), comparison.toString());
    assertEquals(2, aside(comparison, "after a sleep in which the other trace ends").candidate());
  }

  @Test
  void shouldCompareACallThatTheOtherTraceSeesReturn() {
    Comparison comparison = compare(trace -> {
      receiving(trace);
      receiving(trace);
    }, trace -> {
      receiving(trace);
      trace.at(0, 5).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0).exit(Syscall.RECVFROM, -11);
    });
    assertEquals(new Agreement(6, 2, 0), comparison.eventAgreement());
  }

  @Test
  void shouldTakeTheCallsThatLibrariesUseForEachOtherAsOne() {
    assertTrue(compare(trace -> trace.at(0, 5).by(READER).enter(Syscall.ACCEPT, 3).exit(Syscall.ACCEPT, 4),
        trace -> trace.at(0, 5).by(READER).enter(Syscall.ACCEPT4, 3, 0, 0, 1).exit(Syscall.ACCEPT4, 4)).isFull());
  }

  private static void sending(TinyTrace trace, Runnable events) {
    trace.at(0, 1).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0).exit(Syscall.RECVFROM, -11);
    trace.at(1, 20).by(SENDER).enter(Syscall.SENDTO, 7, 0, 64, 0);
    events.run();
    trace.exit(Syscall.SENDTO, 64);
  }

  private static void wakingBySender(TinyTrace trace, int task) {
    entering(trace, "try_to_wake_up");
    trace.waking(task, 0);
    entering(trace, "ttwu_queue_wakelist");
  }

  private static void softirqs(TinyTrace trace, int vec) {
    trace.raise(vec);
    entering(trace, "handle_softirqs");
    trace.softirqEntry(vec);
    if (vec == TinyTrace.NET_RX) {
      entering(trace, "net_rx_action");
    }
    trace.softirqExit(vec);
  }

  /** The reader enters functions, sleeps, and is back without having been woken. */
  private static void receiving(TinyTrace trace, String... functions) {
    trace.at(0, 5).by(READER).enter(Syscall.RECVFROM, 6, 0, 64, 0);
    entering(trace, functions);
    sleepAndReturn(trace);
  }

  private static void sleepAndReturn(TinyTrace trace) {
    trace.switchTasks(READER, TinyTrace.SLEEPING, 0).by(0).switchTasks(0, 0, READER);
    trace.by(READER).exit(Syscall.RECVFROM, -11);
  }

  /** Both agree in full, and the candidate has this many steps of a rule. */
  private static void assertSetAside(String rule, int steps, Consumer<TinyTrace> reference,
      Consumer<TinyTrace> candidate) {
    Comparison comparison = compare(reference, candidate);
    assertTrue(comparison.isFull(), comparison.toString());
    assertEquals(0, aside(comparison, rule).reference());
    assertEquals(steps, aside(comparison, rule).candidate());
  }
}
