package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.interrupts.InterruptSummary.Line;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Notes;
import org.sockmodel.runtime.report.Quantity;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.TraceStatistics;

/** Packets count for the line of their queue, whatever had it polled. */
class PacketsOfLinesTest {

  private static final int PACKETS = 2_000;

  private static List<Line> lines(ModelDeclaration model) {
    Simulation simulation = new Simulation(model, 1, false);
    Analysis analysis = new Analysis(simulation.names(), Filter.ALL);
    simulation.run(analysis);
    return analysis.report(new TraceStatistics("simulation")).interrupts().lines().stream()
        .sorted(Comparator.comparingInt(Line::irq)).toList();
  }

  @Test
  void shouldCountThoseOfACardThatIsPolledAgainAndAgain() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(PACKETS, 1_000));
    model.machines().get(0).cost("napi_gro_receive", 2_000);
    model.nics().get(0).ringPackets(PACKETS);

    assertEquals(List.of(PACKETS), lines(model).stream().map(line -> (int) line.packets()).toList());
  }

  @Test
  void shouldCountThoseThatATimerHadPolled() {
    Moderation deferred = new Moderation().napiDeferHardIrqs(10).groFlushTimeout(20_000);
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(PACKETS, 30_000));
    model.nics().get(0).moderation(deferred);

    assertEquals(List.of(PACKETS), lines(model).stream().map(line -> (int) line.packets()).toList());
  }

  @Test
  void shouldCountThoseOfEachOfTheQueuesThatACpuPollsInTurn() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.poisson(PACKETS, 5_000).flows(64));
    model.machines().get(0).cost("napi_gro_receive", 2_000);
    model.nics().get(0).queue(1, 25, 0, 9).queue(2, 26, 0, 9);

    Run run = Run.of(model, 1);
    for (Line line : lines(model)) {
      String queue = " nic_rx dev=eth0 queue=" + (line.irq() - 24) + " ";
      assertEquals(run.events().stream().filter(event -> event.contains(queue)).count(), line.packets(),
          PACKETS / 100, queue + "but for those before its first interrupt that begins a NET_RX");
    }
  }

  /** Three cards' first packets come at once, and from then on there is always something to poll. */
  @Test
  void shouldSayHowManyCameByLinesWithWhichNoPollBegan() {
    ModelDeclaration model = Models.udpReader("v6_18", 1, Models.traffic(PACKETS, 1_000).flows(64));
    model.machines().get(0).cost("napi_gro_receive", 3_000);
    model.nics().get(0).queue(1, 25, 0, 9).queue(2, 26, 0, 9);
    Simulation simulation = new Simulation(model, 1, false);
    Analysis analysis = new Analysis(simulation.names(), Filter.ALL);
    simulation.run(analysis);
    Report report = analysis.report(new TraceStatistics("simulation"));

    long counted = report.interrupts().lines().stream().mapToLong(Line::packets).sum();
    long without = report.interrupts().packetsWithoutLine();
    long received = Run.of(model, 1).count("netif_receive_skb");
    assertTrue(counted > 0 && without > 0, counted + " and " + without);
    assertEquals(received, counted + without);
    assertTrue(Notes.of(report).get(0).startsWith(Quantity.count(without) + " packets count for no interrupt line"));
  }
}
