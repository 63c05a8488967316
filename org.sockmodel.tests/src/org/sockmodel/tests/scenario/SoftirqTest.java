package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.kernel.netdev.SoftnetStat;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;

/**
 * How long NET_RX goes on, and who goes on after it. Packets wait in full rings before the first interrupt at 1.1 ms,
 * and nothing costs time but what a packet takes, so that the numbers follow from {@code net_rx_action} of
 * net/core/dev.c and {@code handle_softirqs} of kernel/softirq.c: polls of 64 packets, a budget of 300, ten rounds or
 * 2 ms counted in jiffies of 4 ms.
 */
class SoftirqTest {

  private static final int POLLS = 20;
  private static final int WEIGHT = 64;
  private static final long US = 1_000;

  private final ModelDeclaration model = Models.udpReader("v6_18", 1, burst("eth0"));

  SoftirqTest() {
    model.machines().get(0).cost("all", 0).cost("copy", 0);
    full(model.nics().get(0));
  }

  private static TrafficDeclaration burst(String nic) {
    return new TrafficDeclaration("t" + nic, nic, Models.PORT, 9).startNs(1_000 * US).count(POLLS * WEIGHT)
        .payloadBytes(18);
  }

  private static NicDeclaration full(NicDeclaration nic) {
    return nic.linkBitsPerSecond(100_000_000_000L).ringPackets(POLLS * WEIGHT)
        .moderation(new Moderation().rxUsecs(100 * US));
  }

  /** One more card whose ring is full when the first one interrupts the same CPU. */
  private void secondCard() {
    model.nic(full(new NicDeclaration("eth1", "host", 2).queue(0, 25, 0, 3)));
    model.workloads().get(0).traffic(burst("eth1"));
  }

  private Run run(long packetNs) {
    model.machines().get(0).cost("napi_gro_receive", packetNs);
    return Run.of(model, 1);
  }

  private static SoftnetStat stat(Run run) {
    return run.result().softnet().get(0);
  }

  /** How many NET_RX softirqs CPU 0 ran before it switched to ksoftirqd for the first time. */
  private static long roundsBeforeKsoftirqd(Run run) {
    return run.events().stream().filter(event -> event.contains(" [0] "))
        .takeWhile(event -> !event.contains("next_comm=ksoftirqd/0")).filter(SoftirqTest::isNetRx).count();
  }

  private static boolean isNetRx(String event) {
    return event.contains(" softirq_entry vec=3");
  }

  private static long netRx(Run run) {
    return run.events().stream().filter(SoftirqTest::isNetRx).count();
  }

  @Test
  void shouldMaskTheCardWhileItIsPolledAndRaiseNetRxForEachFullPoll() {
    Run run = run(2 * US);
    assertEquals(1, run.count("irq_handler_entry"));
    assertEquals(POLLS + 1, run.count("napi_poll"), "the last one finds nothing");
    assertEquals(POLLS + 1, netRx(run));
    assertEquals(0, stat(run).timeSqueeze(), "a poll of 64 is within every budget");
  }

  @Test
  void shouldLeaveToKsoftirqdWhatIsPendingAfterTenRounds() {
    assertEquals(10, roundsBeforeKsoftirqd(run(2 * US)), "they take 1.28 ms");
  }

  @Test
  void shouldLeaveToKsoftirqdWhatIsPendingAfterTwoMillisecondsOfJiffies() {
    assertEquals(3, roundsBeforeKsoftirqd(run(20 * US)), "from 1.1 ms on, with the jiffy that begins at 4 ms in them");
  }

  @Test
  void shouldLeaveToKsoftirqdWhatIsPendingWhenATaskIsToRun() {
    ModelDeclaration beside = Models.udpReader("v6_18", 0, burst("eth0"));
    beside.machines().get(0).cost("all", 0).cost("copy", 0).cost("napi_gro_receive", 2 * US);
    full(beside.nics().get(0));
    assertEquals(1, roundsBeforeKsoftirqd(Run.of(beside, 1)), "the first one wakes the reader");
  }

  /** The other card interrupts when the first run has begun; the rings of twenty polls are found empty at last. */
  @ParameterizedTest
  @CsvSource({"300, 0, 22, within the budget", "129, 0, 22, within the budget too",
      "128, 19, 22, two polls just use up the budget", "65, 19, 22, the second poll uses up more than is left",
      "64, 40, 41, each poll uses up the budget"})
  void shouldCountASqueezeWhenTheBudgetIsUsedUp(int budget, long squeezes, long runs, String why) {
    secondCard();
    model.machines().get(0).sysctl("netdev_budget", budget);
    Run run = run(2 * US);
    assertEquals(squeezes, stat(run).timeSqueeze(), why);
    assertEquals(runs, netRx(run), why);
  }

  @ParameterizedTest
  @CsvSource({"v6_18, 0", "v6_1, 1"})
  void shouldNotRaiseForAnInterruptWhatARunHasRaised(String kernel, long raises) {
    secondCard();
    model.nics().get(1).moderation(new Moderation().rxUsecs(232 * US));
    model.machines().get(0).kernel(kernel).cost("softirq_exit", 10 * US);
    assertEquals(raises, run(2 * US).events().stream()
        .dropWhile(event -> !event.contains(" irq_handler_entry irq=25 ")).takeWhile(event -> !isNetRx(event))
        .filter(event -> event.contains(" softirq_raise vec=3")).count(), "between two runs, after 128 us of polling");
  }

  @ParameterizedTest
  @CsvSource({"8000, 2", "4000, 1", "1000, 1"})
  void shouldEndARunWhenItsJiffiesAreOver(long budgetUsecs, long polls) {
    secondCard();
    model.machines().get(0).sysctl("netdev_budget_usecs", budgetUsecs);
    List<String> secondRun = run(30 * US).events().stream().dropWhile(event -> !isNetRxExit(event)).skip(1)
        .takeWhile(event -> !isNetRxExit(event)).toList();
    assertEquals(polls, secondRun.stream().filter(event -> event.contains(" napi_poll ")).count(),
        "polls of 1.92 ms from 3.02 ms on, and the first jiffy is over at 4 ms");
  }

  private static boolean isNetRxExit(String event) {
    return event.contains(" softirq_exit vec=3");
  }
}
