package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.model.TrafficDeclaration;

class CardTest {

  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;
  private static final int SEED = 1;

  private static Run run(NicDriver driver, Moderation moderation, TrafficDeclaration traffic) {
    return run("v6_12", driver, moderation, traffic);
  }

  private static Run run(String kernel, NicDriver driver, Moderation moderation, TrafficDeclaration traffic) {
    return Run.of(Models.udpReader(kernel, 1, driver, moderation, traffic), SEED);
  }

  private static long interrupts(Run run) {
    return run.count("irq_handler_entry");
  }

  private static long received(Run run) {
    return run.count("netif_receive_skb");
  }

  @ParameterizedTest
  @EnumSource(NicDriver.class)
  void shouldLoseNoPacketWhateverTheDriver(NicDriver driver) {
    assertEquals(500, received(run(driver, new Moderation(), Models.poisson(500, 20_000))));
  }

  @ParameterizedTest
  @EnumSource(NicDriver.class)
  void shouldInterruptOnceForAPacketAndOnceMoreWhereTheCardRepeatsIt(NicDriver driver) {
    Run run = run(driver, new Moderation(), Models.traffic(20, MS));
    assertEquals(driver.repeatsInterrupts() ? 40 : 20, interrupts(run));
  }

  @Test
  void shouldFindNothingInThePollOfARepeatedInterrupt() {
    Run run = run(NicDriver.IGB, new Moderation(), Models.traffic(20, MS));
    assertEquals(40, run.count("napi_poll"));
    assertEquals(20, run.events().stream().filter(event -> event.contains(" work=0 ")).count());
  }

  @Test
  void shouldPollAgainInTheSameSoftirqWhenTheInterruptIsRepeatedDuringThePoll() {
    Run run = run(NicDriver.IGB, new Moderation().rxUsecs(250), Models.traffic(20, MS));
    assertEquals(40, run.count("napi_poll"));
    assertEquals(20, run.events().stream().filter(event -> event.contains(" softirq_entry vec=3")).count());
  }

  @Test
  void shouldRaiseTheSoftirqAgainForAMissedPollBefore64() {
    Run run = run("v6_1", NicDriver.IGB, new Moderation().rxUsecs(250), Models.traffic(20, MS));
    assertEquals(40, run.count("napi_poll"));
    assertEquals(40, run.events().stream().filter(event -> event.contains(" softirq_entry vec=3")).count());
  }

  @Test
  void shouldHaveTheWatchdogInterruptEveryTwoSeconds() {
    Run run = run(NicDriver.E1000, new Moderation(), Models.traffic(51, 100 * MS));
    assertEquals(51 + 2, interrupts(run), "5 s of traffic");
  }

  @Test
  void shouldInterruptNoMoreOftenThanTheThrottleAllows() {
    Run run = run(NicDriver.E1000, new Moderation().rxUsecs(200_000), Models.traffic(1000, 10_000));
    assertEquals(50, interrupts(run), 1, "10 ms in intervals of 200 us");
  }

  private static Run burst(NicDriver driver, long rxUsecsNs) {
    ModelDeclaration model = Models.udpReader("v6_12", 1, driver, new Moderation().rxUsecs(rxUsecsNs),
        Models.traffic(20, 2_000));
    model.machines().get(0).cost("napi_gro_receive", 20_000);
    return Run.of(model, SEED);
  }

  @Test
  void shouldInterruptAgainForPacketsOfALongPollWhenTheirCauseWasKept() {
    assertEquals(4, interrupts(burst(NicDriver.E1000E, 0)), "the first, the end of its 128 us in the poll of 400 us,"
        + " the cause that was kept, the end of the time that it began");
    assertEquals(2, interrupts(burst(NicDriver.E1000, 0)), "the first, and what came after its handler");
  }

  @Test
  void shouldMaskTheVectorForACauseThatIsPutOff() {
    Run run = run(NicDriver.E1000E, new Moderation(), Models.traffic(3, 50_000));
    assertEquals(4, interrupts(run), "the first; at 128 us for the second; for the third, kept since;"
        + " and its repetition");
  }

  @Test
  void shouldInterruptThePollWhereNothingMasksTheVector() {
    assertEquals(20, interrupts(burst(NicDriver.IGB, 0)));
    assertEquals(6, interrupts(burst(NicDriver.IGB, 4_000)), "at 0, 18 and 36 us, and 16.4 us after each");
  }

  @Test
  void shouldNumberTheQueueOfAPacketAsItsDriverDoes() {
    assertEquals(List.of("queue_mapping=1"), queueMappings(NicDriver.IGB));
    assertEquals(List.of("queue_mapping=0"), queueMappings(NicDriver.E1000E));
  }

  private static List<String> queueMappings(NicDriver driver) {
    return run(driver, new Moderation(), Models.traffic(3, MS)).events().stream()
        .filter(event -> event.contains(" napi_gro_receive_entry "))
        .map(event -> event.replaceAll(".*(queue_mapping=\\d+).*", "$1")).distinct().toList();
  }

  @Test
  void shouldFollowTheLawOfATimerArmedByTheFirstPacket() {
    double perSecond = 5_000;
    int packets = 20_000;
    Run run = run(NicDriver.IDEAL, new Moderation().rxUsecs(256_000), Models.poisson(packets, 200_000));
    double expected = perSecond / (1 + perSecond * 256e-6);
    assertEquals(expected, interrupts(run) * perSecond / packets, 0.02 * expected, "polls take a percent of the time");
  }

  @ParameterizedTest
  @CsvSource({"IDEAL, 17, one for six packets",
      "MLX5, 51, and one for the first answer and another 16 us later for the others"})
  void shouldInterruptForWhatIsSentToo(NicDriver driver, int interrupts, String why) {
    ModelDeclaration model = Models.udpEcho("v6_12", driver, new Moderation().rxUsecs(500_000),
        Models.traffic(100, 100_000));
    Run run = Run.of(model, SEED);
    assertEquals(100, received(run));
    assertEquals(interrupts, interrupts(run), why);
  }

  @ParameterizedTest
  @CsvSource({"1000000, 0, 22, one a millisecond for the answers; its poll takes packets too",
      "1000000, 3, 51, two for the six answers of a poll", "0, 0, 117, one for each answer"})
  void shouldModerateWhatIsSentByItself(long txUsecsNs, int txFrames, int interrupts, String why) {
    Moderation moderation = new Moderation().rxUsecs(500_000).txUsecs(txUsecsNs).txFrames(txFrames);
    Run run = Run.of(Models.udpEcho("v6_12", NicDriver.MLX5, moderation, Models.traffic(100, 100_000)), SEED);
    assertEquals(interrupts, interrupts(run), why);
  }

  @Test
  void shouldCountTheTimeFromTheLastPacketInTheModeForCompletionQueues() {
    Moderation moderation = new Moderation().rxUsecs(50_000).rxFrames(4);
    assertEquals(4, interrupts(run(NicDriver.IDEAL, moderation, Models.traffic(10, 20_000))),
        "for 3, 3, 3 and 1 packets: the time is always over before the fourth");
    assertEquals(3, interrupts(run(NicDriver.IDEAL, moderation.cqeModeRx(), Models.traffic(10, 20_000))),
        "for 4 and 4 packets, and for the last 2 when none follows");
  }

  @Test
  void shouldCountPacketsWhenAdaptiveInTheModeForCompletionQueues() {
    TrafficDeclaration dense = Models.traffic(6_400, 6_000);
    long counted = interrupts(run(NicDriver.IDEAL, new Moderation().adaptive().cqeModeRx(), dense));
    assertTrue(counted <= 6_400 / 64 + 1, "6 us are shorter than every profile's time but the first: " + counted);
    long timed = interrupts(run(NicDriver.IDEAL, new Moderation().adaptive(), dense));
    assertTrue(timed > 6_400 * 6 / (256 + 6), "the longest time is 256 us: " + timed);
  }

  @Test
  void shouldTakeTimersInsteadOfInterruptsWhileTheyAreDeferred() {
    Moderation deferred = new Moderation().napiDeferHardIrqs(10).groFlushTimeout(20_000);
    Run run = run(NicDriver.IDEAL, deferred, Models.traffic(1000, 30_000));
    assertEquals(1, interrupts(run), "the first; then every poll is begun by the timer");
    assertEquals(1000, received(run));
  }

  @Test
  void shouldLetInterruptsComeAgainAfterSoManyEmptyPolls() {
    Moderation deferred = new Moderation().napiDeferHardIrqs(3).groFlushTimeout(20_000);
    Run run = run(NicDriver.IDEAL, deferred, Models.traffic(10, MS));
    assertEquals(10, interrupts(run));
    assertEquals(10 * 4, run.count("napi_poll"), "each with its packet, then three that find nothing");
  }

  @ParameterizedTest
  @CsvSource({"IDEAL", "E1000", "E1000E", "NETIF_RX"})
  void shouldNotEndBeforeAnInterruptThatIsHeldBackForLongerThanEndlessLoopsGoOn(NicDriver driver) {
    Run run = run(driver, new Moderation().rxUsecs(SECOND), Models.traffic(2, MS));
    assertEquals(2, received(run));
    assertEquals(2, run.count("sys_exit_recvfrom"), "the reader has read both");
  }

  @Test
  void shouldNotEndBeforeATimerThatPollsInsteadOfAnInterrupt() {
    Moderation deferred = new Moderation().napiDeferHardIrqs(1).groFlushTimeout(SECOND);
    assertEquals(2, received(run(NicDriver.IDEAL, deferred, Models.traffic(2, MS))));
  }

  @Test
  void shouldInterruptLessUnderLoadWhenAdaptive() {
    TrafficDeclaration heavy = Models.poisson(50_000, 4_000);
    assertTrue(interrupts(run(NicDriver.IDEAL, new Moderation().adaptive(), heavy)) * 2
        < interrupts(run(NicDriver.IDEAL, new Moderation(), heavy)));
  }

  @Test
  void shouldHandEachPacketUpInItsOwnInterruptWithoutNapi() {
    Run run = run(NicDriver.NETIF_RX, new Moderation(), Models.poisson(2000, 2_000));
    assertEquals(2000, interrupts(run));
    assertEquals(2000, run.count("netif_rx"));
    assertEquals(0, run.count("napi_gro_receive_entry"));
  }

  private static ModelDeclaration acknowledging(NicDriver driver) {
    ModelDeclaration model = Models.tcpReader("v6_12", 1, Models.traffic(10, 60 * MS));
    model.nics().get(0).driver(driver).transmitQueue(0, 30, 1, 3);
    return model;
  }

  private static long of(Run run, String name) {
    return run.events().stream().filter(event -> event.contains(" irq_handler_entry ") && event.contains(name)).count();
  }

  @Test
  void shouldInterruptForAcknowledgementsSentAsTheDriverHasIt() {
    Run silent = Run.of(acknowledging(NicDriver.IDEAL), SEED);
    Run shared = Run.of(acknowledging(NicDriver.E1000), SEED);
    Run polled = Run.of(acknowledging(NicDriver.VIRTIO_NET), SEED);
    Run handled = Run.of(acknowledging(NicDriver.E1000E), SEED);
    assertEquals(List.of(10L, 0L), List.of(of(silent, "eth0-rx-0"), of(silent, "eth0-tx-0")));
    assertEquals(List.of(20L, 0L), List.of(of(shared, "eth0-rx-0"), of(shared, "eth0-tx-0")));
    assertEquals(List.of(10L, 10L), List.of(of(polled, "eth0-rx-0"), of(polled, "eth0-tx-0")));
    assertEquals(20, polled.count("napi_poll"));
    assertEquals(List.of(20L, 20L), List.of(of(handled, "eth0-rx-0"), of(handled, "eth0-tx-0")));
    assertEquals(20, handled.count("napi_poll"), "the handler of what was sent polls nothing");
  }

  @Test
  void shouldAskEveryDriverOnASharedLine() {
    ModelDeclaration model = Models.udpReader("v6_12", 1, Models.traffic(10, MS));
    model.nic(new NicDeclaration("eth1", "host", 2).queue(0, 24, 0, 3));
    Run run = Run.of(model, SEED);
    assertEquals(List.of(10L, 10L), List.of(of(run, "eth0-rx-0"), of(run, "eth1-rx-0")));
    assertEquals(10, run.events().stream().filter(event -> event.contains(" irq_handler_exit irq=24 ret=1")).count());
    assertEquals(10, run.events().stream().filter(event -> event.contains(" irq_handler_exit irq=24 ret=0")).count());
    assertEquals(10, run.count("napi_poll"));
  }

  @Test
  void shouldAnswerASenderThatAsksForItsAddressBeforeTheFirstMessage() {
    long afterAnswerNs = 250_000;
    Run run = run(NicDriver.E1000, new Moderation(), Models.traffic(3, MS).arp(afterAnswerNs));
    List<String> packets = run.events().stream()
        .filter(event -> List.of("netif_receive_skb", "net_dev_xmit").contains(Run.name(event))).toList();
    assertEquals(List.of("netif_receive_skb", "net_dev_xmit", "netif_receive_skb", "netif_receive_skb",
        "netif_receive_skb"), packets.stream().map(Run::name).toList());
    assertTrue(packets.get(0).contains(" len=28"), packets.get(0));
    assertTrue(packets.get(1).contains(" len=42"), packets.get(1));
    assertTrue(ns(packets.get(2)) - ns(packets.get(1)) >= afterAnswerNs, packets.toString());
    assertEquals(MS, ns(packets.get(3)) - ns(packets.get(0)), MS / 10, "later messages come when they are due");
    assertEquals(5, interrupts(run), "one for what was asked, one for what was answered");
  }

  /** The driver has interrupts again before it hands packets up, as {@code virtnet_poll} does. */
  @Test
  void shouldBeInterruptedByAPacketThatComesWhileAnotherIsHandedUp() {
    Run alone = run(NicDriver.VIRTIO_NET, new Moderation(), Models.traffic(1, 0));
    long duringNs = ns(first(alone, "netif_receive_skb")) - ns(first(alone, "nic_rx"));
    Run run = run(NicDriver.VIRTIO_NET, new Moderation(), Models.traffic(2, duringNs));
    assertEquals(2, interrupts(run));
    assertEquals(2, run.count("napi_poll"));
    assertEquals(1, run.events().stream().filter(event -> event.contains(" softirq_entry vec=3")).count());
  }

  private static String first(Run run, String tracepoint) {
    return run.events().stream().filter(event -> Run.name(event).equals(tracepoint)).findFirst().orElseThrow();
  }

  private static long ns(String event) {
    return Long.parseLong(event.split(" ")[0]);
  }
}
