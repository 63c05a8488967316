package org.sockmodel.tests.analysis.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sockmodel.tests.analysis.TinyTrace.NET_RX;
import static org.sockmodel.tests.analysis.TinyTrace.SLEEPING;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.trace.NetTracepoints.NapiGroReceiveEntry;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevQueue;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevXmit;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.NetTracepoints.NetifRx;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.tests.analysis.TinyTrace;

/** Packets that pass several devices of one machine: tunnels, bridges, veth; each has one way, from its first start. */
class StackedDevicesTest {

  private static final int READER = 42;
  private static final int IRQ = 26;
  private static final long SK = 0x1000;

  private final TinyTrace trace = new TinyTrace();
  private final List<String> messages = new ArrayList<>();
  private final Analysis analysis = new Analysis(trace.names(), Filter.ALL);

  @BeforeEach
  void begin() {
    trace.to(analysis.listen(message -> messages.add(describe(message))));
    trace.at(1, 0).switchTasks(0, 0, READER).enter(Syscall.RECVFROM, 5, 0, 64, 0);
    trace.at(1, 1).switchTasks(READER, SLEEPING, 0);
  }

  private static String describe(Message message) {
    return message.delivery().origin() + " from " + message.delivery().firstNs() + ", softirq "
        + message.durationNs(Stage.SOFTIRQ_TO_SK_DATA_READY);
  }

  private void queue(int cpu, long timeNs, String device, long skb, int length) {
    trace.at(cpu, timeNs).event(NetDevQueue.TRACEPOINT, trace.names().intern(device), skb, length);
  }

  private void transmitted(String device, long skb) {
    trace.event(NetDevXmit.TRACEPOINT, trace.names().intern(device), skb, 106, 0);
  }

  private void receive(int cpu, long timeNs, String device, long skb, int length) {
    trace.at(cpu, timeNs).event(NetifReceiveSkb.TRACEPOINT, trace.names().intern(device), skb, length);
  }

  private void poll(int cpu, long timeNs, String device, long skb, int length) {
    trace.at(cpu, timeNs).event(NapiGroReceiveEntry.TRACEPOINT, trace.names().intern(device), 0, 0, skb, length);
  }

  private void tellReader(int cpu, long timeNs) {
    trace.at(cpu, timeNs).tellUdp(SK).waking(READER, 1).softirqExit(NET_RX);
    trace.at(1, timeNs + 10).switchTasks(0, 0, READER).takeUdp(SK, 64, 0, 0).exit(Syscall.RECVFROM, 64);
  }

  /** A tunnel's device hands the packet to the one below it. */
  @Test
  void shouldBeginWhereTheUppermostDeviceIsGivenThePacket() {
    queue(0, 100, "vxlan0", 1, 106);
    queue(0, 110, "eth0", 1, 156);
    transmitted("eth0", 1);
    transmitted("vxlan0", 1);
    trace.at(0, 120).softirqEntry(NET_RX);
    receive(0, 130, "eth0", 1, 142);
    tellReader(0, 150);

    assertEquals(List.of("SENDER from 100, softirq 30"), messages);
  }

  @Test
  void shouldBeginAnewWhenTheAddressOfAPacketThatHasGoneIsUsedAgain() {
    queue(0, 100, "eth0", 1, 106);
    transmitted("eth0", 1);
    queue(0, 200, "lo", 1, 106);
    trace.at(0, 220).softirqEntry(NET_RX);
    receive(0, 230, "lo", 1, 92);
    tellReader(0, 250);

    assertEquals(List.of("SENDER from 200, softirq 30"), messages);
  }

  /** {@code gro_cells_receive}: a tunnel has a poll of its own for what it has taken the header off. */
  @Test
  void shouldFollowThePacketsThatATunnelPollsOnceMore() {
    queue(0, 100, "vxlan0", 1, 106);
    trace.at(0, 120).softirqEntry(NET_RX);
    receive(0, 130, "eth0", 1, 142);
    receive(0, 131, "eth0", 2, 142);
    trace.at(0, 135).poll("(no_device)", 2, 64);
    poll(0, 140, "vxlan0", 1, 92);
    receive(0, 141, "vxlan0", 1, 92);
    tellReader(0, 150);

    assertEquals(List.of("SENDER from 100, softirq 30"), messages);
    assertEquals(2, analysis.report(trace.statistics()).cpus().cpus().get(0).packets());
  }

  /** An acknowledgement is freed unseen, and the next packet of the card is given its address. */
  @Test
  void shouldTakeAPacketThatIsNotShorterForAnotherOne() {
    trace.at(0, 100).softirqEntry(NET_RX);
    poll(0, 110, "eth0", 1, 52);
    receive(0, 111, "eth0", 1, 52);
    poll(0, 120, "eth0", 1, 92);
    receive(0, 121, "eth0", 1, 92);
    tellReader(0, 150);

    assertEquals(2, analysis.report(trace.statistics()).cpus().cpus().get(0).packets());
  }

  /** What a card polls together, a bridge hands to a veth together. */
  @Test
  void shouldFollowThePacketsOfACardThroughABacklog() {
    interruptOfTheCard();
    for (long skb = 1; skb <= 2; skb++) {
      receive(0, 110 + skb, "eth0", skb, 92);
      trace.event(NetifRx.TRACEPOINT, trace.names().intern("veth0"), skb, 92);
    }
    trace.poll("eth0", 2, 64);
    receive(0, 130, "veth0", 1, 92);
    tellReader(0, 150);

    assertEquals(List.of("HARDIRQ from 100, softirq 50"), messages);
    assertEquals(2, analysis.report(trace.statistics()).interrupts().lines().get(0).packets());
  }

  @Test
  void shouldCountAPacketForEachCpuThatHandsItToTheProtocolsButOnceForItsLine() {
    interruptOfTheCard();
    receive(0, 110, "eth0", 1, 92);
    trace.event(NetifRx.TRACEPOINT, trace.names().intern("veth0"), 1, 92).poll("eth0", 1, 64).softirqExit(NET_RX);
    trace.at(2, 120).softirqEntry(NET_RX);
    receive(2, 130, "veth0", 1, 92);
    tellReader(2, 150);

    assertEquals(List.of("HARDIRQ from 100, softirq 50"), messages);
    assertEquals(1, analysis.report(trace.statistics()).interrupts().lines().get(0).packets());
    assertEquals(List.of(1L, 0L, 1L),
        analysis.report(trace.statistics()).cpus().cpus().stream().map(cpu -> cpu.packets()).toList());
  }

  private void interruptOfTheCard() {
    trace.at(0, 100).irqEntry(IRQ, "eth0").raise(NET_RX).irqExit(IRQ).softirqEntry(NET_RX);
  }

  private void sends() {
    queue(0, 100, "veth0", 1, 106);
    transmitted("veth0", 1);
  }

  private void polls(String device) {
    poll(0, 130, device, 1, 92);
    receive(0, 131, device, 1, 92);
    tellReader(0, 150);
  }

  /** The end of a veth pair that has GRO polls what the other end was given. */
  @Test
  void shouldFollowTheSendersPacketThatAVethPolls() {
    trace.at(0, 50).consume(9);
    sends();
    trace.at(0, 120).softirqEntry(NET_RX);
    polls("veth1");

    assertEquals(List.of("SENDER from 100, softirq 30"), messages);
  }

  @Test
  void shouldTakeAPacketThatACardPollsForAnotherOneIfThatWhichWasSentMayHaveBeenFreed() {
    sends();
    trace.at(0, 120).softirqEntry(NET_RX);
    polls("eth0");

    assertEquals(List.of("UNKNOWN from 120, softirq 30"), messages);
  }

  @Test
  void shouldTakeAPacketThatACardPollsForAnotherOneIfThatWhichWasSentWasFreed() {
    sends();
    trace.consume(1).at(0, 120).softirqEntry(NET_RX);
    polls("eth0");

    assertEquals(List.of("UNKNOWN from 120, softirq 30"), messages);
  }

  @Test
  void shouldNotTakeAPacketForOneThatWasFreed() {
    sends();
    trace.consume(1).at(0, 120).softirqEntry(NET_RX);
    receive(0, 131, "eth0", 1, 92);
    tellReader(0, 150);

    assertEquals(List.of("UNKNOWN from 120, softirq 30"), messages);
  }

  /** What waits for an answer of ARP, or for an acknowledgement, is sent by the softirq that handles it. */
  @Test
  void shouldLetAPacketJoinTheSoftirqThatHasSentIt() {
    trace.at(0, 100).softirqEntry(NET_RX);
    receive(0, 110, "veth0", 7, 28);
    queue(0, 130, "veth1", 1, 106);
    receive(0, 140, "veth0", 1, 92);
    tellReader(0, 150);

    assertEquals(List.of("SENDER from 130, softirq 20"), messages);
    assertEquals(0, analysis.report(trace.statistics()).receives().unattributed().backwards());
  }
}
