package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.kernel.netdev.SoftnetStat;
import org.sockmodel.runtime.model.Endpoint;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDeclaration;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.SocketType;

/** Where packets are handled: by the CPU that the card interrupts, by one that RPS or RFS chooses, or by a thread. */
class SteeringTest {

  private static final int PACKETS = 20;

  @Test
  void shouldHandleASteeredPacketOnTheOtherCpuAfterAnInterruptFromTheFirst() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(1, 0));
    model.nics().get(0).rpsCpus(1);

    Run run = Run.of(model, 1);

    assertEquals(List.of("nic_rx", "irq_handler_entry", "softirq_raise", "irq_handler_exit", "softirq_entry",
        "napi_gro_receive_entry", "napi_poll", "ipi_send_cpu", "softirq_exit"), from(run.names(0), "nic_rx"));
    List<String> steered = from(run.names(1), "call_function_single_entry");
    assertEquals(List.of("call_function_single_entry", "softirq_raise", "call_function_single_exit", "softirq_entry",
        "netif_receive_skb", "sk_data_ready", "sched_waking"), steered.subList(0, 7));
    assertTrue(run.events().stream().anyMatch(event -> event.contains("ipi_send_cpu") && event.contains("cpu=1")));
  }

  @Test
  void shouldSpreadFlowsOverTheQueuesByTheirHash() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(1000, 20_000).flows(64));
    model.nics().get(0).queue(1, 25, 1, 9);

    Run run = Run.of(model, 1);

    assertEquals(1000, run.count("netif_receive_skb"));
    long first = run.names(0).stream().filter("netif_receive_skb"::equals).count();
    assertEquals(500, first, 150, "64 flows on two queues");
  }

  @Test
  void shouldCopyLongerFromTheMemoryOfAnotherCpu() {
    assertEquals(512 * 7, totalNs(1, 7) - totalNs(1, 0), "of 512 bytes each");
    assertEquals(totalNs(0, 0), totalNs(0, 7), "the reader's own");
  }

  /** The median from the card to the reader where a byte of another CPU takes so much longer. */
  private static long totalNs(int readerCpu, double remoteNsPerByte) {
    ModelDeclaration model = Models.udpReader("v6_18", readerCpu, Models.traffic(1, 0));
    model.machines().get(0).cost("copy_remote", remoteNsPerByte);
    return report(model).receives().time(Stage.TOTAL).p50Ns();
  }

  private static Report report(ModelDeclaration model) {
    Simulation simulation = new Simulation(model, 1, false);
    Analysis analysis = new Analysis(simulation.names(), Filter.ALL);
    simulation.run(analysis);
    return analysis.report(new TraceStatistics("simulation"));
  }

  @Test
  void shouldKeepAFlowOnItsQueue() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(PACKETS, 20_000));
    model.nics().get(0).queue(1, 25, 1, 9);

    Run run = Run.of(model, 1);

    assertEquals(0, run.names(0).stream().filter("netif_receive_skb"::equals).count() % PACKETS);
  }

  @Test
  void shouldNotInterruptForPacketsThatAreSteeredWhileTheBacklogIsPolled() {
    ModelDeclaration model = Models.model("v6_18", new Moderation().rxUsecs(100_000), Models.traffic(PACKETS, 1000),
        reader(1));
    model.nics().get(0).rpsCpus(1);

    Run run = Run.of(model, 1);

    assertEquals(1, run.names(1).stream().filter("call_function_single_entry"::equals).count());
    SoftnetStat stat = run.result().softnet().get(1);
    assertEquals(PACKETS, stat.processed());
    assertEquals(1, stat.receivedRps());
    assertEquals(0, run.result().softnet().get(0).processed());
  }

  @Test
  void shouldGiveAPacketForItsOwnCpuToTheBacklogWithoutAnInterrupt() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(1, 0));
    model.nics().get(0).rpsCpus(0);

    List<String> names = Run.of(model, 1).names(0);

    assertEquals(2, names.stream().filter("napi_poll"::equals).count());
    assertFalse(names.subList(names.indexOf("nic_rx"), names.indexOf("netif_receive_skb")).contains("ipi_send_cpu"));
  }

  @Test
  void shouldRaiseNetRxForSteeredPacketsOnKernelsThatAlwaysRaise() {
    ModelDeclaration model = Models.udpReader("v6_1", 1, Models.traffic(1, 0));
    model.nics().get(0).rpsCpus(1);

    List<String> names = from(Run.of(model, 1).names(0), "napi_gro_receive_entry");

    assertEquals(List.of("napi_gro_receive_entry", "softirq_raise", "napi_poll", "ipi_send_cpu"), names.subList(0, 4));
  }

  @Test
  void shouldSteerWhatADriverWithoutNapiHandsUp() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(PACKETS, 100_000));
    model.nics().get(0).driver(NicDriver.NETIF_RX).rpsCpus(1);

    Run run = Run.of(model, 1);

    assertEquals(PACKETS, run.names(0).stream().filter("netif_rx"::equals).count());
    assertEquals(PACKETS, run.result().softnet().get(1).processed());
    assertEquals(PACKETS, run.result().softnet().get(1).receivedRps());
  }

  @Test
  void shouldFollowTheReaderOfAConnectionWithRfs() {
    ModelDeclaration model = Models.tcpReader("v6_18", 1, Models.traffic(PACKETS, 100_000));
    model.machines().get(0).sysctl("rps_sock_flow_entries", 1024);
    model.nics().get(0).rpsFlows(256);

    List<SoftnetStat> softnet = Run.of(model, 1).result().softnet();

    assertEquals(1, softnet.get(0).processed(), "only the first packet, before the reader's call that knows the flow");
    assertEquals(PACKETS - 1, softnet.get(1).processed());
  }

  @Test
  void shouldFilterAFlowToTheQueueOfItsReadersCpuWithAcceleratedRfs() {
    assertEquals(List.of(0L, (long) PACKETS), arrivedByQueue(0, 1, false), "the queue of the flow's hash");
    assertEquals(List.of(PACKETS - 2L, 2L), arrivedByQueue(0, 1, true),
        "the first packet, and the one that finds where its reader is");
    assertEquals(List.of(0L, (long) PACKETS), arrivedByQueue(1, 0, true), "no queue interrupts the reader's CPU");
  }

  private static List<Long> arrivedByQueue(int readerCpu, int secondCpu, boolean ntuple) {
    ModelDeclaration model = Models.tcpReader("v6_18", readerCpu, Models.traffic(PACKETS, 100_000));
    model.machines().get(0).sysctl("rps_sock_flow_entries", 1024);
    NicDeclaration nic = model.nics().get(0).queue(1, 25, secondCpu, 9).rpsFlows(256);
    if (ntuple) {
      nic.ntuple();
    }
    List<String> events = Run.of(model, 1).events();
    return IntStream.range(0, nic.queues().size()).mapToObj(queue -> events.stream()
        .filter(event -> event.contains(" nic_rx dev=eth0 queue=" + queue)).count()).toList();
  }

  @Test
  void shouldSteerTheFlowsOfOneQueueAlone() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(PACKETS, 100_000).flows(8));
    model.nics().get(0).queue(1, 25, 0, 9).queueRpsCpus(1, 1);

    Run run = Run.of(model, 1);

    long ofSteered = run.events().stream().filter(event -> event.contains(" nic_rx dev=eth0 queue=1")).count();
    assertTrue(ofSteered > 0 && ofSteered < PACKETS, "both queues get packets");
    assertEquals(ofSteered, run.result().softnet().get(1).processed());
    assertEquals(PACKETS - ofSteered, run.result().softnet().get(0).processed());
  }

  @Test
  void shouldNotSteerByReadersOfSocketsThatAreNotConnected() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(PACKETS, 100_000));
    model.machines().get(0).sysctl("rps_sock_flow_entries", 1024);
    model.nics().get(0).rpsFlows(256);

    assertEquals(PACKETS, Run.of(model, 1).result().softnet().get(0).processed());
  }

  @Test
  void shouldDropWithItsReasonWhatTheBacklogDoesNotTake() {
    ModelDeclaration model = Models.model("v6_18", new Moderation().rxUsecs(1_000_000), Models.traffic(50, 1000),
        reader(1));
    model.machines().get(0).sysctl("netdev_max_backlog", 9);
    model.nics().get(0).rpsCpus(1);

    Run run = Run.of(model, 1);

    long dropped = run.result().softnet().get(1).dropped();
    assertTrue(dropped > 0, "nothing was dropped");
    assertEquals(50, dropped + run.result().softnet().get(1).processed());
    assertEquals(dropped, run.events().stream().filter(event -> event.contains("kfree_skb")
        && event.contains("enqueue_to_backlog") && event.contains("CPU_BACKLOG")).count());
  }

  @Test
  void shouldLimitALargeFlowToHalfOfABacklogWhereItsCpuIsToldTo() {
    assertEquals(250 - 72 - 151, droppedOfOneFlow(0), "72 are taken out before the backlog is full");
    assertEquals(250 - 72 - 75 - 64, droppedOfOneFlow(1), "the first half of it, and half of the last 128");
    assertEquals(250 - 72 - 151, droppedOfOneFlow(2), "the CPU that puts them there is 0");
  }

  private static long droppedOfOneFlow(long flowLimitCpuBitmap) {
    ModelDeclaration model = Models.model("v6_18", new Moderation().rxUsecs(1_000_000), Models.traffic(250, 1000),
        reader(1));
    model.machines().get(0).cost("udp_rcv", 1_000_000)
        .sysctl("netdev_max_backlog", 150).sysctl("flow_limit_cpu_bitmap", flowLimitCpuBitmap);
    model.nics().get(0).rpsCpus(1);
    List<SoftnetStat> softnet = Run.of(model, 1).result().softnet();
    long ofLargeFlows = flowLimitCpuBitmap == 1 ? softnet.get(1).dropped() : 0;
    assertEquals(ofLargeFlows, softnet.get(0).flowLimitCount());
    return softnet.get(1).dropped();
  }

  @Test
  void shouldSayWhatTheRingDoesNotTake() {
    ModelDeclaration model = Models.model("v6_18", new Moderation().rxUsecs(1_000_000), Models.traffic(50, 1000),
        reader(1));
    model.nics().get(0).ringPackets(16);

    assertEquals(50 - 16, Run.of(model, 1).count("nic_drop"));
  }

  @Test
  void shouldPollInAThreadInsteadOfNetRx() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(1, 0));
    model.nics().get(0).threaded();

    Run run = Run.of(model, 1);

    List<String> names = from(run.names(0), "nic_rx");
    assertEquals(List.of("nic_rx", "irq_handler_entry", "sched_waking", "sched_wakeup", "irq_handler_exit",
        "sched_switch", "napi_gro_receive_entry", "netif_receive_skb", "sk_data_ready", "sched_waking"),
        names.subList(0, 10));
    assertEquals(0, run.count("softirq_entry"));
    assertTrue(run.events().stream().anyMatch(event -> event.contains("napi/eth0-3")
        && event.contains("netif_receive_skb")));
  }

  @Test
  void shouldDeliverEveryPacketByAThread() {
    ModelDeclaration model = Models.udpReader("v6_18", 0, Models.poisson(5_000, 10_000));
    model.nics().get(0).threaded();

    assertEquals(5_000, Run.of(model, 1).count("sys_exit_recvfrom"));
  }

  @Test
  void shouldReportMessagesOfAThreadByTheInterruptThatWokeIt() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(PACKETS, 100_000));
    model.nics().get(0).threaded();
    Report report = report(model);

    assertEquals(PACKETS, report.receives().messages());
    assertEquals(PACKETS, report.perMessage().hardirqs());
    assertEquals(0, report.perMessage().softirqs());
    assertEquals(PACKETS, report.receives().time(Stage.HARDIRQ_TO_SOFTIRQ).count());
    assertEquals(PACKETS, report.interrupts().lines().get(0).packets());
  }

  @Test
  void shouldWarnOfFullBacklogs() {
    ModelDeclaration model = Models.model("v6_18", new Moderation().rxUsecs(1_000_000), Models.traffic(50, 1000),
        reader(1));
    model.machines().get(0).sysctl("netdev_max_backlog", 9);
    model.nics().get(0).rpsCpus(1);

    Run run = Run.of(model, 1);

    assertEquals(List.of("cpu 1: " + run.result().softnet().get(1).dropped()
        + " packets lost to a full backlog (netdev_max_backlog)"), run.result().warnings());
  }

  private static List<String> from(List<String> names, String first) {
    return names.subList(names.indexOf(first), names.size());
  }

  private static ThreadDeclaration reader(int cpu) {
    Instruction loop = new Instruction.Loop(Instruction.FOREVER, List.of(new Instruction.Recv("s", 2048, 0, 7)), 7);
    return new ThreadDeclaration("reader", 5).cpu(cpu).program(
        new Instruction.Socket("s", AddressFamily.AF_INET, SocketType.SOCK_DGRAM, 0, 5),
        new Instruction.Bind("s", Endpoint.port(Models.PORT), 6), loop);
  }
}
