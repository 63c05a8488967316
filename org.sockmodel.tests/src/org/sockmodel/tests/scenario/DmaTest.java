package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.receive.ReceiveSummary;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.TrafficDeclaration;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.TraceStatistics;

/** The time that a packet takes from the card into memory. */
class DmaTest {

  private static final long DMA_NS = 600;

  private static ModelDeclaration model(long dmaNs, Moderation moderation, TrafficDeclaration traffic) {
    ModelDeclaration model = Models.udpReader("v6_18", 1, traffic);
    model.nics().get(0).moderation(moderation).dmaNs(dmaNs);
    return model;
  }

  private static Run run(long dmaNs, Moderation moderation, TrafficDeclaration traffic) {
    return Run.of(model(dmaNs, moderation, traffic), 1);
  }

  private static List<Long> times(Run run, String tracepoint) {
    return run.events().stream().filter(event -> Run.name(event).equals(tracepoint))
        .map(event -> Long.parseLong(event.split(" ")[0])).toList();
  }

  private static long shift(String tracepoint) {
    Moderation moderation = new Moderation().rxUsecs(5_000);
    TrafficDeclaration traffic = Models.traffic(10, 100_000);
    List<Long> before = times(run(0, moderation, traffic), tracepoint);
    List<Long> after = times(run(DMA_NS, moderation, traffic), tracepoint);
    assertEquals(before.size(), after.size());
    return after.get(9) - before.get(9);
  }

  @Test
  void shouldDelayTheCauseOfAnInterruptAndNotTheWire() {
    assertEquals(0, shift("nic_rx"));
    assertEquals(DMA_NS, shift("irq_handler_entry"));
    assertEquals(DMA_NS, shift("sys_exit_recvfrom"));
  }

  @Test
  void shouldHoldUpNoPacketForAnother() {
    TrafficDeclaration traffic = Models.traffic(200, 0);
    List<Long> wire = times(run(0, new Moderation(), traffic), "nic_rx");
    assertEquals(wire, times(run(50_000, new Moderation(), traffic), "nic_rx"));
    assertEquals(200, run(50_000, new Moderation(), traffic).count("netif_receive_skb"));
  }

  @Test
  void shouldNotShowThePollWhatIsOnItsWay() {
    Run run = run(50_000, new Moderation(), Models.traffic(2, 40_000));
    assertEquals(2, run.count("irq_handler_entry"), "the second packet comes before the first is in memory");
    assertEquals(40_000, times(run, "irq_handler_entry").get(1) - times(run, "irq_handler_entry").get(0));
    assertEquals(0, run.events().stream().filter(event -> event.contains(" napi_poll ") && event.contains("work=2"))
        .count());
  }

  /** The second packet is under way when the first one interrupts, and taken with it. */
  @Test
  void shouldCountTheWayToMemoryForTheCardWhicheverInterruptThePacketComesBy() {
    ModelDeclaration model = model(5_000, new Moderation(), Models.traffic(2, 200));
    model.machines().get(0).cost("napi_gro_receive", 1_000);
    Simulation simulation = new Simulation(model, 1, false);
    Analysis analysis = new Analysis(simulation.names(), Filter.ALL);
    simulation.run(analysis);

    ReceiveSummary receives = analysis.report(new TraceStatistics("dma")).receives();

    Distribution inCard = receives.time(Stage.NIC_TO_HARDIRQ);
    assertEquals(2, inCard.count());
    assertEquals(5_000, inCard.minNs(), 60, "of the packet that is in memory after its interrupt has begun");
    assertEquals(0, receives.unattributed().backwards());
  }

  @Test
  void shouldHaveAPlaceInTheRingForEachPacketOnItsWay() {
    ModelDeclaration model = model(50_000, new Moderation(), Models.traffic(20, 0));
    model.nics().get(0).ringPackets(8);
    assertEquals(12, Run.of(model, 1).count("nic_drop"));
  }
}
