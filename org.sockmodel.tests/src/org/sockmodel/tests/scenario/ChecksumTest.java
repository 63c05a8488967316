package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/** Packets whose data were damaged on the way, and datagrams to a port that nobody has. */
class ChecksumTest {

  private static final long GAP_NS = 100_000;

  private static List<String> drops(Run run) {
    return run.events().stream().filter(event -> Run.name(event).equals("kfree_skb"))
        .map(event -> event.replaceAll(".* location=(\\w+).* reason=(\\w+).*", "$1 $2")).distinct().toList();
  }

  private static long read(Run run) {
    return run.count("sys_exit_recvfrom");
  }

  private static Run udp(String kernel, int payloadBytes, double share) {
    TrafficDeclaration traffic = Models.traffic(1_000, GAP_NS).payloadBytes(payloadBytes).corrupt(share);
    return Run.of(Models.udpReader(kernel, 1, traffic), 1);
  }

  @ParameterizedTest
  @CsvSource({"v6_18, 68, __udp4_lib_rcv, 0", "v6_18, 69, udp_recvmsg, 10", "v6_18, 9000, udp_recvmsg, 10",
      "v3_10, 68, udp_recvmsg, 10"})
  void shouldDropADamagedDatagramWhereTheKernelLooksAtItsChecksum(String kernel, int payloadBytes, String location,
      int wakeUps) {
    TrafficDeclaration traffic = Models.traffic(10, GAP_NS).payloadBytes(payloadBytes).corrupt(1);
    Run run = Run.of(Models.udpReader(kernel, 1, traffic), 1);
    String why = " location=" + location + " reason=UDP_CSUM";
    assertEquals(10, run.events().stream().filter(event -> event.endsWith(why)).count());
    assertEquals(0, read(run));
    assertEquals(wakeUps, run.count("sched_waking"), "who is woken for one finds nothing, and sleeps again");
  }

  @Test
  void shouldDamageTheShareThatIsSaid() {
    Run run = udp("v6_18", 512, 0.1);
    assertEquals(100, run.count("kfree_skb"), 30, "three standard deviations");
    assertEquals(1_000, read(run) + run.count("kfree_skb"));
    assertEquals(0, udp("v6_18", 512, 0).count("kfree_skb"));
  }

  @Test
  void shouldNotChangeWhenPacketsComeByDamagingThem() {
    List<String> whole = arrivals(Models.poisson(100, GAP_NS));
    assertEquals(whole, arrivals(Models.poisson(100, GAP_NS).corrupt(0.5)));
  }

  private static List<String> arrivals(TrafficDeclaration traffic) {
    return Run.of(Models.udpReader("v6_18", 1, traffic), 1).events().stream()
        .filter(event -> Run.name(event).equals("nic_rx")).map(event -> event.split(" ")[0]).toList();
  }

  private static Run tcp(String kernel, long payloadBytes) {
    TrafficDeclaration traffic = Models.traffic(300, GAP_NS).payloadBytes(payloadBytes).corrupt(0.05);
    return Run.of(Models.tcpReader(kernel, 1, traffic), 1);
  }

  @ParameterizedTest
  @CsvSource({"v6_18, 45, tcp_rcv_established", "v6_18, 44, tcp_v4_rcv", "v6_1, 1000, tcp_rcv_established",
      "v3_10, 44, tcp_rcv_established"})
  void shouldSendDamagedSegmentsAgain(String kernel, long payloadBytes, String location) {
    Run run = tcp(kernel, payloadBytes);
    assertTrue(drops(run).contains(location + " TCP_CSUM"), drops(run).toString());
    assertTrue(List.of("tcp_v4_rcv TCP_CSUM", "tcp_rcv_established TCP_CSUM").containsAll(drops(run)),
        "also where a segment would join the backlog: " + drops(run));
    assertTrue(run.count("kfree_skb") > 5, "of 300");
    assertEquals(300 * payloadBytes, readBytes(run));
  }

  private static long readBytes(Run run) {
    return run.events().stream().filter(event -> Run.name(event).equals("sys_exit_recvfrom"))
        .mapToLong(event -> Long.parseLong(event.replaceAll(".* ret=(-?\\d+).*", "$1"))).sum();
  }

  @Test
  void shouldMergeNoDamagedSegment() {
    TrafficDeclaration traffic = Models.traffic(1, 0).payloadBytes(20 * 1448).corrupt(1);
    ModelDeclaration model = Models.tcpReader("v6_18", 1, traffic);
    model.nics().get(0).moderation(new Moderation().rxUsecs(GAP_NS));
    Run run = Run.of(model, 1);
    assertEquals(List.of("tcp_rcv_established TCP_CSUM"), drops(run));
    assertEquals(List.of("len=1500"), run.events().stream()
        .filter(event -> Run.name(event).equals("netif_receive_skb"))
        .map(event -> event.replaceAll(".* (len=\\d+).*", "$1")).distinct().toList());
    assertEquals(0, readBytes(run));
  }

  private static Run unbound(double share) {
    Instruction bind = new Instruction.Bind("s", Endpoint.port(Models.PORT + 1), 6);
    ThreadDeclaration other = new ThreadDeclaration("other", 5).cpu(1).program(
        new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5), bind);
    TrafficDeclaration traffic = Models.traffic(5, GAP_NS).payloadBytes(512).corrupt(share);
    return Run.of(Models.model("v6_18", new Moderation(), traffic, other), 1);
  }

  @Test
  void shouldTellTheSenderThatNobodyHasThePort() {
    Run run = unbound(0);
    assertEquals(List.of("__udp4_lib_rcv NO_SOCKET"), drops(run));
    assertEquals(5, run.count("kfree_skb"));
    assertEquals(5, run.count("net_dev_xmit"), "ICMP port unreachable");
  }

  @Test
  void shouldTellNobodyOfADamagedDatagramForAPortThatNobodyHas() {
    Run run = unbound(1);
    assertEquals(List.of("__udp4_lib_rcv UDP_CSUM"), drops(run));
    assertEquals(0, run.count("net_dev_xmit"));
  }
}
