package org.sockmodel.tests.analysis.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.latency.Latencies;
import org.sockmodel.runtime.analysis.latency.RankGroup;
import org.sockmodel.runtime.analysis.latency.ReaderLatency;
import org.sockmodel.runtime.analysis.latency.SlowMessage;
import org.sockmodel.runtime.analysis.latency.StageShare;
import org.sockmodel.runtime.analysis.latency.TaskShare;
import org.sockmodel.runtime.analysis.latency.Trait;
import org.sockmodel.runtime.analysis.latency.TraitKind;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.SlowTexts;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.report.SampleTrace;

class LatencyAnalysisTest {

  private static final int HOG = 77;
  private static final int IDLE = 0;
  private static final String DEVICE = "eth0-rx-0";

  private final TinyTrace trace = new TinyTrace();
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL.withTop(2));

  /** Of 200 messages those of the given numbers take 50 us longer, for their CPU runs something else. */
  private Latencies latencies(List<Integer> slow) {
    SampleTrace.feed(trace.to(analysis), 0, DEVICE, 0);
    for (int number = 1; number <= 200; number++) {
      boolean isSlow = slow.contains(number);
      SampleTrace.message(trace, number, DEVICE, isSlow ? 50_000 : 0, isSlow ? HOG : IDLE);
    }
    return analysis.report(trace.statistics()).latencies();
  }

  @Test
  void shouldTellWhereTheTimeOfSlowMessagesGoes() {
    Latencies latencies = latencies(List.of(50, 120));

    RankGroup slowest = latencies.slowest();
    assertEquals(2, slowest.messages());
    assertTrue(slowest.fromNs() > 57_000 && slowest.fromNs() <= slowest.meanNs(), slowest.toString());
    assertEquals(56_700, mean(slowest, Stage.WAKING_TO_RUNNING), 300);
    assertEquals(1200, mean(slowest, Stage.SOFTIRQ_TO_SK_DATA_READY));
    assertEquals(6495, mean(latencies.groups().get(0), Stage.WAKING_TO_RUNNING), 100);
  }

  @Test
  void shouldDivideTheTimeOfEachGroupAmongItsStages() {
    for (RankGroup group : latencies(List.of(50, 120)).groups()) {
      assertEquals(group.meanNs(), group.stages().stream().mapToDouble(StageShare::meanNs).sum(), 1e-6);
      assertEquals(1, group.stages().stream().mapToDouble(StageShare::share).sum(), 1e-6);
    }
  }

  @Test
  void shouldTellWhatSlowMessagesHaveInCommonThatOthersHaveNot() {
    assertEquals(List.of(new Trait(TraitKind.CPU_RAN, "others", 2, 1, 0.01),
        new Trait(TraitKind.HELD_UP_BY, "task77", 2, 1, 0.01)), latencies(List.of(50, 120)).traits());
  }

  /** Whichever of them the trace names first, which differs between the formats of one recording. */
  @Test
  void shouldListEqualTraitsByName() {
    Analysis three = new Analysis(trace.names(), Filter.ALL.withTop(3));
    SampleTrace.feed(trace.to(three), 198, DEVICE, 0);
    SampleTrace.messageHeldUp(trace, 199, DEVICE, 40_000, HOG + 1);
    SampleTrace.messageHeldUp(trace, 200, DEVICE, 40_000, HOG);

    assertEquals(List.of("others", "task77", "task78"), three.report(trace.statistics()).latencies().traits().stream()
        .map(Trait::value).toList());
  }

  @Test
  void shouldBlameTheTaskThatRanLongestAndNotTheLastOne() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    long timeNs = SampleTrace.messageHeldUp(trace, 100, DEVICE, 40_000, HOG);

    SlowMessage worst = analysis.report(trace.statistics()).latencies().worst().get(0);

    assertEquals(timeNs, worst.returnNs());
    assertEquals("task77", worst.heldUpBy());
    assertEquals("idle", worst.ranBefore());
  }

  @Test
  void shouldNotTakeATaskThatIsCalledReaderForTheReaderItself() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageHeldUp(trace.rename(HOG, "reader"), 100, DEVICE, 40_000, HOG);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    assertEquals("\"reader\"", latencies.worst().get(0).heldUpBy());
    assertEquals("100 % waited while the CPU ran reader, of all messages 1 %",
        SlowTexts.trait(SlowTexts.worthTelling(latencies.traits()).get(0)));
  }

  @Test
  void shouldTellThatAReaderSleptForSomethingElse() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageOfSleeper(trace, 100, DEVICE, 80_000, 0);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    assertEquals("asleep", latencies.worst().get(0).heldUpBy());
    assertEquals("100 % waited while their reader slept on something else, of all messages 1 %",
        SlowTexts.trait(latencies.traits().get(0)));
    assertEquals("Meanwhile their readers slept on something else 93 % of the time.", SlowTexts.tasks(latencies));
  }

  @Test
  void shouldNotBlameATaskThatRanWhileTheReaderSlept() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageOfSleeper(trace, 100, DEVICE, 80_000, HOG);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    assertEquals("asleep", latencies.worst().get(0).heldUpBy());
    assertEquals(List.of("asleep"), latencies.tasks().stream().map(TaskShare::name).toList());
  }

  private Latencies latenciesOfSleeper(int state, UnaryOperator<TinyTrace> waking) {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageOfSleeper(trace, 100, DEVICE, 80_000, 0, state, waking);
    return analysis.report(trace.statistics()).latencies();
  }

  @Test
  void shouldTellThatAReaderSleptUninterruptibly() {
    Latencies latencies = latenciesOfSleeper(2, any -> any.waking(SampleTrace.READER, 1));

    assertEquals("blocked", latencies.worst().get(0).heldUpBy());
    assertEquals("100 % waited while their reader was blocked, of all messages 1 %",
        SlowTexts.trait(latencies.traits().get(0)));
    assertEquals("Meanwhile their readers were blocked in the kernel (state D, as for a disk) 93 % of the time.",
        SlowTexts.tasks(latencies));
  }

  @Test
  void shouldTellThatAReaderWasTracedByADebugger() {
    Latencies latencies = latenciesOfSleeper(8, any -> any.waking(SampleTrace.READER, 1));

    assertEquals("Meanwhile their readers were stopped by a signal or a debugger 93 % of the time.",
        SlowTexts.tasks(latencies));
  }

  @Test
  void shouldTellWhichTaskWokeTheReaderFromSomethingElse() {
    Latencies latencies = latenciesOfSleeper(1,
        any -> any.switchTasks(0, 0, HOG).waking(SampleTrace.READER, 1).switchTasks(HOG, 1, 0));

    assertEquals("100 % had their reader woken by task77, of all messages 1 %",
        SlowTexts.trait(latencies.traits().get(1)));
  }

  @Test
  void shouldTellWhichInterruptWokeTheReaderFromSomethingElse() {
    Latencies latencies = latenciesOfSleeper(1,
        any -> any.timerEntry().waking(SampleTrace.READER, 1).timerExit());

    assertEquals(List.of(new Trait(TraitKind.CPU_RAN, "asleep", 1, 1, 0.01),
        new Trait(TraitKind.WOKEN_BY, "local_timer", 1, 1, 0.01)), latencies.traits());
  }

  @Test
  void shouldNotTakeAnInterruptOfAnotherCpuForWhoWokeTheReader() {
    Latencies latencies = latenciesOfSleeper(1,
        any -> any.ipiEntry().wakeup(SampleTrace.READER, 1).ipiExit());

    assertEquals(List.of(new Trait(TraitKind.CPU_RAN, "asleep", 1, 1, 0.01)), latencies.traits());
  }

  @Test
  void shouldTellThatARunnableReaderWasNotRunByAnIdleCpu() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageHeldBack(trace, 100, DEVICE, 40_000, TinyTrace.PREEMPTED);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    assertEquals("held_back", latencies.worst().get(0).heldUpBy());
    assertEquals(List.of(new Trait(TraitKind.CPU_RAN, "held_back", 1, 1, 0.01)), latencies.traits());
    assertEquals("100 % waited for a runnable reader with its CPU idle, of all messages 1 %",
        SlowTexts.trait(latencies.traits().get(0)));
    assertEquals("Meanwhile CPU 1 ran idle (quota?) 86 % of the time.", SlowTexts.tasks(latencies));
  }

  @Test
  void shouldNotTakeAReaderThatSleepsForOneThatIsHeldBack() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageHeldBack(trace, 100, DEVICE, 40_000, TinyTrace.SLEEPING);

    assertEquals("idle", analysis.report(trace.statistics()).latencies().worst().get(0).heldUpBy());
  }

  @Test
  void shouldDivideTheTimeOfSlowMessagesAmongWhatTheCpuRan() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageHeldUp(trace, 100, DEVICE, 40_000, HOG);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    // 1.7 us before the socket was told, 2 us idle and 1.3 us of the reader are too short to be in the way.
    assertEquals(List.of("task77"), latencies.tasks().stream().map(TaskShare::name).toList());
    assertEquals((49_000 - 2_700 - 2_000) / (49_000 + 1_300 - 1_000.0), latencies.tasks().get(0).share(), 0.001);
  }

  @Test
  void shouldNameTheThreadThatRan() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageHeldUp(trace, 100, DEVICE, 40_000, HOG);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    assertEquals(new TaskShare("task77", HOG, 1, 0.9), rounded(latencies));
    assertEquals(HOG, latencies.worst().get(0).heldUpByTid());
    assertEquals("Meanwhile CPU 1 ran task77 (77) 90 % of the time.", SlowTexts.tasks(latencies));
  }

  @Test
  void shouldCountTheThreadsOfOneName() {
    trace.rename(HOG + 1, "task77");
    SampleTrace.feed(trace.to(analysis), 198, DEVICE, 0);
    SampleTrace.messageHeldUp(trace, 199, DEVICE, 40_000, HOG);
    SampleTrace.messageHeldUp(trace, 200, DEVICE, 40_000, HOG + 1);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    assertEquals(new TaskShare("task77", 0, 2, 0.9), rounded(latencies));
    assertEquals("Meanwhile CPU 1 ran task77 (2 threads) 90 % of the time.", SlowTexts.tasks(latencies));
  }

  private static TaskShare rounded(Latencies latencies) {
    TaskShare task = latencies.tasks().get(0);
    return new TaskShare(task.name(), task.tid(), task.threads(), Math.round(task.share() * 10) / 10.0);
  }

  @Test
  void shouldTellWhichInterruptWasInTheWay() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.message(trace, 100, DEVICE, 40_000, IDLE, 30_000);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    assertEquals(List.of(new Trait(TraitKind.INTERRUPT, "local_timer", 1, 1, 0.01)), latencies.traits());
    assertEquals(List.of("local_timer", ""), latencies.worst().stream().map(SlowMessage::interrupt).toList());
  }

  /** Each is too short to be blamed; one of 1.2 us had been under way for a microsecond when the socket was told. */
  @Test
  void shouldTellHowLongManyShortInterruptsTook() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.messageInterrupted(trace, 100, DEVICE, 50);

    Latencies latencies = analysis.report(trace.statistics()).latencies();

    SlowMessage worst = latencies.worst().get(0);
    assertEquals(50_000 + 200, worst.interruptedNs());
    assertEquals("", worst.interrupt());
    assertEquals(50_200.0 / worst.totalNs(), latencies.interruptedShare(), 1e-9);
    assertEquals("interrupts 46 %", SlowTexts.inItsWay(worst));
    assertEquals("Meanwhile CPU 1 ran idle 97 % of the time, and was in interrupts and softirqs for 46 %.",
        SlowTexts.tasks(latencies));
  }

  /** What was long ago is known less exactly: a sixteenth may be too much. */
  @ParameterizedTest
  @ValueSource(ints = {64, 65, 300, 1100, 20_000, 250_000})
  void shouldTellHowLongInterruptsTookWhateverTheirNumber(int interrupts) {
    SampleTrace.feed(trace.to(analysis), 98, DEVICE, 0);
    SampleTrace.messageInterrupted(trace, 99, DEVICE, 490);
    SampleTrace.messageInterrupted(trace, 100, DEVICE, interrupts);

    List<SlowMessage> both = analysis.report(trace.statistics()).latencies().worst();
    long interruptedNs = both.get(both.get(0).returnNs() > both.get(1).returnNs() ? 0 : 1).interruptedNs();

    assertTrue(interruptedNs >= interrupts * 1000L, "not less: " + interruptedNs);
    assertTrue(interruptedNs <= interrupts * 1000L * 17 / 16 + 1200, "not more: " + interruptedNs);
  }

  @Test
  void shouldNotBlameAShortInterrupt() {
    SampleTrace.feed(trace.to(analysis), 99, DEVICE, 0);
    SampleTrace.message(trace, 100, DEVICE, 40_000, IDLE, 2000);

    assertEquals(List.of(), analysis.report(trace.statistics()).latencies().traits());
  }

  @Test
  void shouldKeepTheSlowestMessages() {
    List<SlowMessage> worst = latencies(List.of(50, 120, 130)).worst();

    assertEquals(2, worst.size());
    assertEquals(50_000_000L + 9000 + 500 + 50_000 + 1300, worst.get(0).returnNs());
    assertEquals(120_000_000L + 9000 + 400 + 50_000 + 1300, worst.get(1).returnNs());
    assertEquals("task77", worst.get(0).ranBefore());
    assertEquals("task77", worst.get(0).heldUpBy());
    assertEquals(26, worst.get(0).irq());
    assertEquals(0, worst.get(0).softirqCpu());
    assertEquals(1, worst.get(0).cpu());
  }

  @Test
  void shouldTellHowLongMessagesTookToEachReader() {
    ReaderLatency reader = latencies(List.of(50, 120, 130)).readers().get(0);

    assertEquals("task42", reader.name());
    assertEquals(200, reader.messages());
    assertEquals(9800, reader.p50Ns(), 300);
    assertEquals(59_500, reader.p99Ns(), 1800);
  }

  @Test
  void shouldCallNobodySlowWhereAllTakeAboutTheSameTime() {
    Latencies latencies = latencies(List.of());

    assertTrue(latencies.slowest().isEmpty());
    assertEquals(List.of(), latencies.traits());
    assertEquals(3, latencies.groups().size());
  }

  @Test
  void shouldHaveNothingToSayWithoutMessages() {
    SampleTrace.feed(trace.to(analysis), 0, DEVICE, 0);

    assertEquals(new Latencies(0, List.of(), List.of(), List.of(), 0, -1, List.of(), List.of()),
        analysis.report(trace.statistics()).latencies());
  }

  private static double mean(RankGroup group, Stage stage) {
    return group.stages().stream().filter(share -> share.stage() == stage).findFirst().orElseThrow().meanNs();
  }
}
