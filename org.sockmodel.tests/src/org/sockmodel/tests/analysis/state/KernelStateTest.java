package org.sockmodel.tests.analysis.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.analysis.TinyTrace.DEAD;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.PREEMPTED;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.state.ContextKind;
import org.sockmodel.runtime.analysis.state.ContextStack;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.InterruptListener;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.SchedTracepoints;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

class KernelStateTest implements InterruptListener, TaskListener {

  private static final int READER = 42;
  private static final int SENDER = 43;

  private final TinyTrace trace = new TinyTrace();
  private final KernelState state = new KernelState(trace.names(), Long.MIN_VALUE, Long.MAX_VALUE);
  private final List<String> told = new ArrayList<>();

  KernelStateTest() {
    trace.to(state);
    state.listen((InterruptListener) this);
    state.listen((TaskListener) this);
  }

  @Override
  public void left(CpuState cpu, ContextKind kind, int number, int name, long startNs, long busyNs, long timeNs) {
    told.add(kind + " " + number + " " + startNs + ".." + timeNs + " busy " + busyNs);
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    told.add("unseen " + prev.tid() + " " + next.tid());
  }

  @Override
  public void woken(CpuState cpu, TaskState task, long timeNs) {
    told.add("woken " + task.tid());
  }

  @Override
  public void gone(TaskState task) {
    told.add("gone " + task.tid());
  }

  @Test
  void shouldNestAHardirqInASoftirqAndNotCountItsTimeTwice() {
    trace.at(0, 100).softirqEntry(NET_RX);
    trace.at(0, 110).irqEntry(26, "eth0");
    trace.at(0, 130).irqExit(26);
    trace.at(0, 200).softirqExit(NET_RX);

    assertEquals(List.of("HARDIRQ 26 110..130 busy 20", "SOFTIRQ 3 100..200 busy 80"), told);
  }

  @Test
  void shouldCountNoTimeWhereTimesRunBackwards() {
    trace.at(0, 100).softirqEntry(NET_RX);
    trace.at(0, 110).irqEntry(26, "eth0");
    trace.at(0, 105).irqExit(26);
    trace.at(0, 90).softirqExit(NET_RX);

    assertEquals(List.of("HARDIRQ 26 110..105 busy 0", "SOFTIRQ 3 100..90 busy 0"), told);
  }

  @Test
  void shouldIgnoreAnExitWhoseEntryWasNotRecorded() {
    trace.at(0, 100).irqExit(26).softirqExit(NET_RX).timerExit();

    assertEquals(List.of(), told);
    assertEquals(0, contexts(0).depth());
  }

  @Test
  void shouldLeaveInnerContextsWhoseExitWasNotRecorded() {
    trace.at(0, 100).softirqEntry(NET_RX).irqEntry(26, "eth0");
    trace.at(0, 200).softirqExit(NET_RX);

    assertEquals(0, contexts(0).depth());
    assertEquals(List.of("SOFTIRQ 3 100..200 busy 100"), told);
  }

  @Test
  void shouldNotStayInAVectorWhoseExitsAreNotRecorded() {
    trace.at(0, 100).ipiEntry().at(0, 200).ipiEntry().at(0, 300).switchTasks(0, 0, READER);
    trace.at(0, 400).ipiEntry();

    assertEquals(0, contexts(0).depth());
    assertEquals(List.of("VECTOR 251 400..400 busy 0"), told);
  }

  @Test
  void shouldBeInNoContextAfterASwitch() {
    trace.at(0, 100).softirqEntry(NET_RX).switchTasks(READER, SLEEPING, 0);

    assertEquals(0, contexts(0).depth());
  }

  @Test
  void shouldKeepTheContextsOfCpusApart() {
    trace.at(0, 100).softirqEntry(NET_RX).at(1, 101).timerEntry();

    assertEquals(ContextKind.SOFTIRQ, contexts(0).kind());
    assertEquals(ContextKind.VECTOR, contexts(1).kind());
    assertEquals("local_timer", trace.names().text(contexts(1).name()));
  }

  @Test
  void shouldKnowTheCurrentTaskFromSwitches() {
    trace.at(1, 100).switchTasks(SENDER, SLEEPING, READER);

    assertEquals(READER, state.cpus().get(1).current().tid());
    assertTrue(state.tasks().find(READER).isRunning());
    assertFalse(state.tasks().find(SENDER).isRunning());
    assertEquals(100, state.tasks().find(READER).switchedInNs());
  }

  @Test
  void shouldNotKnowTheCurrentTaskBeforeAnEventShowsIt() {
    trace.at(0, 100).softirqEntry(NET_RX);

    assertNull(state.cpus().get(0).current());
    assertEquals(List.of(), told);
  }

  @Test
  void shouldNoticeASwitchThatWasNotRecordedByTheThreadIdOfAnEvent() {
    trace.at(1, 100).by(SENDER).switchTasks(SENDER, SLEEPING, 0);
    trace.at(1, 200).by(READER).enter(Syscall.RECVFROM, 5);

    assertEquals(List.of("unseen 0 42"), told);
    assertEquals(READER, state.cpus().get(1).current().tid());
    assertEquals(TaskState.UNKNOWN_NS, state.tasks().find(READER).switchedInNs());
  }

  @Test
  void shouldNoticeASwitchThatWasNotRecordedByTheTaskThatLeaves() {
    trace.at(1, 100).switchTasks(SENDER, SLEEPING, 0).at(1, 200).switchTasks(READER, SLEEPING, 0);

    assertEquals(List.of("unseen 0 42"), told);
  }

  @Test
  void shouldTakeTheWokenTaskThatIsInTheCallWhereIdleSeemsToReturnFromIt() {
    trace.at(1, 90).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5);
    trace.at(1, 100).switchTasks(READER, SLEEPING, 0).at(0, 150).waking(READER, 1);
    trace.at(1, 200).exit(Syscall.RECVFROM, 64);

    assertEquals(READER, state.cpus().get(1).current().tid());
    assertEquals(List.of("woken 42", "unseen 0 42"), told);
  }

  @Test
  void shouldGiveACallThatIdleSeemsToEnterToTheTaskThatLeavesNext() {
    trace.at(1, 100).switchTasks(SENDER, SLEEPING, 0).at(1, 200).enter(Syscall.RECVFROM, 5);
    trace.at(1, 210).switchTasks(READER, SLEEPING, 0);

    assertEquals("recvfrom", state.tasks().find(READER).callName());
    assertEquals(200, state.tasks().find(READER).callEnterNs());
    assertTrue(state.tasks().find(READER).sleptInCall());
  }

  @Test
  void shouldNotGuessWhoReturnsAmongTwoWokenTasks() {
    trace.at(1, 90).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5);
    trace.at(1, 100).switchTasks(READER, SLEEPING, 0).at(0, 150).waking(READER, 1).waking(SENDER, 1);
    trace.at(1, 200).exit(Syscall.RECVFROM, 64);

    assertTrue(state.cpus().get(1).current().isIdle());
  }

  @Test
  void shouldNotTakeAWokenTaskThatIsInNoCallForTheOneThatReturns() {
    trace.at(1, 100).switchTasks(READER, SLEEPING, 0).at(0, 150).waking(READER, 1);
    trace.at(1, 200).exit(Syscall.RECVFROM, 64);

    assertTrue(state.cpus().get(1).current().isIdle());
  }

  @Test
  void shouldCountWakingAndWakeupOnce() {
    trace.at(0, 100).waking(READER, 1).at(1, 120).wakeup(READER, 1);
    trace.at(1, 130).switchTasks(0, 0, READER);
    trace.at(0, 200).wakeup(SENDER, 1);

    assertEquals(List.of("woken 42", "woken 43"), told);
  }

  @Test
  void shouldKnowTheCallAndThatItsCallerSleepsInIt() {
    trace.at(0, 90).switchTasks(0, 0, READER);
    trace.at(0, 100).enter(Syscall.RECVFROM, 5, 0, 64, 0x40);
    trace.at(0, 110).switchTasks(READER, SLEEPING, 0);

    TaskState reader = state.tasks().find(READER);
    assertEquals("recvfrom", reader.callName());
    assertEquals(5, reader.callFd());
    assertEquals(0x40, reader.callFlags());
    assertEquals(100, reader.callEnterNs());
    assertTrue(reader.sleptInCall());
  }

  @Test
  void shouldNotTakePreemptionForSleep() {
    trace.at(0, 90).switchTasks(0, 0, READER);
    trace.at(0, 100).enter(Syscall.RECVFROM, 5).at(0, 110).switchTasks(READER, PREEMPTED, SENDER);

    assertFalse(state.tasks().find(READER).sleptInCall());
  }

  @Test
  void shouldForgetContextsAndTaskOfACpuThatLostEvents() {
    trace.at(0, 90).switchTasks(0, 0, READER).softirqEntry(NET_RX).lost(10);

    assertEquals(0, contexts(0).depth());
    assertNull(state.cpus().get(0).current());
  }

  @Test
  void shouldForgetATaskThatHasGone() {
    trace.at(0, 90).switchTasks(READER, DEAD, 0);

    assertEquals(List.of("gone 42"), told);
    assertNull(state.tasks().find(READER));
  }

  @Test
  void shouldKnowNamesFromTheStatementOfTasksAtTheBeginning() {
    trace.at(0, 1).event(SchedTracepoints.ProcessState.TRACEPOINT, READER, READER, trace.names().intern("nginx"), 0, 5);

    assertEquals("nginx", trace.names().text(state.tasks().find(READER).comm()));
  }

  @Test
  void shouldFollowTheStateOutsideTheTimeRangeButTellNobody() {
    KernelState later = new KernelState(trace.names(), 150, 180);
    later.listen((InterruptListener) this);
    trace.to(later).at(0, 100).softirqEntry(NET_RX);
    trace.at(0, 160).softirqExit(NET_RX);
    trace.at(0, 170).softirqEntry(NET_RX).at(0, 190).softirqExit(NET_RX);

    assertEquals(List.of("SOFTIRQ 3 100..160 busy 60"), told);
  }

  @Test
  void shouldFindTasksAfterOthersWithTheSameHashHaveGone() {
    for (int tid = 1; tid <= 5000; tid++) {
      trace.at(0, tid).switchTasks(tid, tid % 3 == 0 ? DEAD : SLEEPING, tid + 1);
    }
    for (int tid = 1; tid <= 5000; tid++) {
      assertEquals(tid % 3 == 0, state.tasks().find(tid) == null, "task " + tid);
    }
  }

  private ContextStack contexts(int cpu) {
    return state.cpus().get(cpu).contexts();
  }
}
