package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.model.Distribution;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.scenario.ProtocolCounters;
import org.sockmodel.tests.dsl.ModelText;

/** Datagrams that are larger than the packets of a card's wire arrive in fragments. */
class FragmentTest {

  private static final int PAYLOAD_BYTES = 9_000;
  /** The memory of a packet with a full fragment. */
  private static final int FRAGMENT_BYTES = 2304;

  private static ModelDeclaration model(Moderation moderation, TrafficDeclaration traffic) {
    ModelDeclaration model = Models.udpReader("v6_18", 1, traffic.payloadBytes(PAYLOAD_BYTES));
    model.nics().get(0).moderation(moderation);
    return model;
  }

  private static List<String> arrived(Run run) {
    return run.events().stream().filter(event -> event.contains(" nic_rx ")).toList();
  }

  @Test
  void shouldArriveInFragmentsOfTheMtuAndBeReadWhole() {
    Run run = Run.of(model(new Moderation(), Models.traffic(1, 0)), 1);

    assertEquals(List.of("1500", "1500", "1500", "1500", "1500", "1500", "148"),
        arrived(run).stream().map(event -> event.replaceAll(".* len=", "")).toList(), "of 9008 bytes, 1480 each");
    assertEquals(7, run.count("netif_receive_skb"));
    assertEquals(1, run.count("sk_data_ready"));
    assertEquals(1, run.count("sys_exit_recvfrom"));
  }

  @Test
  void shouldArriveInOnePieceWhereItFits() {
    ModelDeclaration model = model(new Moderation(), Models.traffic(3, 20_000));
    model.nics().get(0).mtuBytes(PAYLOAD_BYTES + 28);
    assertEquals(3, arrived(Run.of(model, 1)).size());

    ModelDeclaration smaller = model(new Moderation(), Models.traffic(3, 20_000));
    smaller.nics().get(0).mtuBytes(PAYLOAD_BYTES + 27);
    assertEquals(6, arrived(Run.of(smaller, 1)).size());
  }

  @Test
  void shouldLoseTheDatagramWithAnyFragment() {
    ModelDeclaration model = model(new Moderation().rxUsecs(1_000_000), Models.traffic(1, 0));
    model.nics().get(0).ringPackets(6);

    Run run = Run.of(model, 1);

    assertEquals(1, run.count("nic_drop"));
    assertEquals(6, run.count("netif_receive_skb"));
    assertEquals(0, run.count("sk_data_ready"));
  }

  /** The last fragment of a datagram finds the ring full, and that of another one 31 seconds later. */
  private static Run lateFragment(String kernel) {
    TrafficDeclaration traffic = Models.traffic(2, 0).gap(new Distribution.Sequence(new long[] {31_000_000_000L}));
    ModelDeclaration model = Models.udpReader(kernel, 1, traffic.payloadBytes(PAYLOAD_BYTES));
    model.nics().get(0).moderation(new Moderation().rxUsecs(1_000_000)).ringPackets(6);
    return Run.of(model, 1);
  }

  @Test
  void shouldSayWhyFragmentsThatCameInVainAreDropped() {
    Run run = lateFragment("v6_18");

    assertEquals(List.of("inet_frag_rbtree_purge FRAG_REASM_TIMEOUT"), dropped(run).distinct().toList());
    assertEquals(6, dropped(run).count());
    assertEquals(List.of("inet_frag_rbtree_purge NOT_SPECIFIED"), dropped(lateFragment("v6_1")).distinct().toList());
    ProtocolCounters counted = run.result().protocols().get(0);
    assertEquals(List.of(12L, 1L, 1L), Stream.of(SnmpCounter.IP_REASM_REQDS, SnmpCounter.IP_REASM_FAILS,
        SnmpCounter.IP_REASM_TIMEOUT).map(counted::get).toList());
  }

  /** Datagrams whose last fragment is lost keep the others until they are more than the kernel keeps. */
  private static Run manyLost(String kernel) {
    ModelDeclaration model = model(new Moderation().rxUsecs(50_000), Models.traffic(400, 1_000_000));
    model.machines().get(0).kernel(kernel);
    model.nics().get(0).ringPackets(6);
    return Run.of(model, 1);
  }

  @Test
  void shouldTakeNoFragmentsWhenTooManyAreKept() {
    Run run = manyLost("v6_18");

    assertEquals(List.of("ip_defrag NOT_SPECIFIED"), dropped(run).distinct().toList());
    ProtocolCounters counted = run.result().protocols().get(0);
    assertEquals(dropped(run).count(), counted.get(SnmpCounter.IP_REASM_FAILS));
    long taken = counted.get(SnmpCounter.IP_REASM_REQDS) - counted.get(SnmpCounter.IP_REASM_FAILS);
    assertEquals((4 << 20) / FRAGMENT_BYTES + 1, taken);
  }

  @Test
  void shouldMakeRoomForNewFragmentsBefore4_17() {
    Run run = manyLost("v3_10");

    assertEquals(List.of("inet_frag_destroy NOT_SPECIFIED"), dropped(run).distinct().toList());
    assertEquals(dropped(run).count(), 6 * run.result().protocols().get(0).get(SnmpCounter.IP_REASM_FAILS));
  }

  /** Interrupts hold one sender up in the middle of its datagram while another one sends two, of 41 fragments each. */
  private static Run overtaken(String kernel, int interrupting) {
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel + " }"
        + " netns a on host netns b on host veth vA on a <-> vB on b"
        + " nic eth0 on host { queue 0 irq 24 -> cpu 0 ring 4096 } workload w on host {"
        + " thread rdr on cpu 1 { setns a r = socket(AF_INET, SOCK_DGRAM, 0) bind r port 5000 sleep 20ms }"
        + " thread slow on cpu 0 { setns b s = socket(AF_INET, SOCK_DGRAM, 0) sleep 1ms"
        + " sendto s 60000B to a port 5000 }"
        + " thread quick on cpu 1 { setns b q = socket(AF_INET, SOCK_DGRAM, 0) sleep 1ms"
        + " loop 2 { sendto q 60000B to a port 5000 } }"
        + " traffic eth0 -> port 9 { start 1020us count " + interrupting + " gap 1us payload 1B unbound 1 } }");
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  @Test
  void shouldThrowAwayWhatCameBeforeTooManyOtherFragments() {
    Run run = overtaken("v6_18", 600);

    assertEquals(List.of("inet_frag_rbtree_purge FRAG_TOO_FAR"),
        dropped(run).filter(drop -> drop.contains("frag")).distinct().toList());
    assertEquals(List.of(123L, 2L, 1L), reassembled(run));
    assertEquals(List.of("inet_frag_rbtree_purge NOT_SPECIFIED"),
        dropped(overtaken("v6_1", 600)).filter(drop -> drop.contains("frag")).distinct().toList());
    assertEquals(List.of(123L, 3L, 0L), reassembled(overtaken("v6_18", 1)));
  }

  private static List<Long> reassembled(Run run) {
    ProtocolCounters receiver = run.result().protocols().stream()
        .filter(counted -> counted.get(SnmpCounter.IP_REASM_REQDS) > 0).findFirst().orElseThrow();
    return Stream.of(SnmpCounter.IP_REASM_REQDS, SnmpCounter.IP_REASM_OKS, SnmpCounter.IP_REASM_FAILS)
        .map(receiver::get).toList();
  }

  private static Stream<String> dropped(Run run) {
    return run.events().stream().filter(event -> event.contains(" kfree_skb "))
        .map(event -> event.replaceAll(".*location=(\\S+) .*reason=(\\S+).*", "$1 $2"));
  }

  @Test
  void shouldComeToOneQueueWhateverThePorts() {
    ModelDeclaration model = model(new Moderation(), Models.traffic(50, 20_000).flows(64));
    model.nics().get(0).queue(1, 25, 1, 9);

    List<String> arrived = arrived(Run.of(model, 1));

    assertEquals(50 * 7, arrived.size());
    assertTrue(arrived.stream().map(event -> event.replaceAll(".* (queue=\\d) .*", "$1")).distinct().count() == 1,
        "not all fragments have ports to hash");
  }
}
