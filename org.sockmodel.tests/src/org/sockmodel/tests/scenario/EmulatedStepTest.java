package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.scenario.SimulationResult;
import org.sockmodel.tests.analysis.recorded.NicCounts;
import org.sockmodel.tests.scenario.EmulatedCardTest.Count;
import org.sockmodel.tests.scenario.KernelStep.Kind;
import org.sockmodel.tests.trace.EventLog;

/**
 * What the kernel does with the interrupts of emulated cards, whole recordings at a time, in step with them: interrupts
 * come when they were recorded, and a CPU is as slow as recorded, but what it does next is the simulation's. STEPS: of
 * the recorded kernel. DIFFERENT: steps that only one of the two has at a time.
 */
class EmulatedStepTest {

  private static final String RECORDINGS = """
      KERNEL | NIC | SCENARIO | STEPS | DIFFERENT
      6.12 | e1000e | burst20_udp | 1138 | 8
      6.12 | e1000e | rate1k_udp | 6188 | 3
      6.12 | e1000e | rxusecs0_burst20 | 1170 | 1
      6.12 | e1000e | rxusecs0_rate1k | 6763 | 0
      6.12 | e1000e | rxusecs100_burst20 | 1138 | 0
      6.12 | e1000e | rxusecs100_rate1k | 6407 | 2
      6.12 | e1000e | single_tcp | 260 | 0
      6.12 | e1000e | single_tcp_func | 58 | 6
      6.12 | e1000e | single_udp | 216 | 0
      6.12 | e1000e | single_udp_cpu0 | 124 | 0
      6.12 | e1000e | single_udp_func | 50 | 0
      6.12 | e1000e | single_udp_nopin | 114 | 0
      6.12 | igb | burst20_udp | 1075 | 0
      6.12 | igb | rate1k_udp | 7111 | 4
      6.12 | igb | rxusecs0_burst20 | 982 | 0
      6.12 | igb | rxusecs0_rate1k | 4760 | 0
      6.12 | igb | rxusecs100_burst20 | 1041 | 0
      6.12 | igb | rxusecs100_rate1k | 7067 | 0
      6.12 | igb | single_tcp | 436 | 0
      6.12 | igb | single_tcp_func | 88 | 0
      6.12 | igb | single_udp | 254 | 0
      6.12 | igb | single_udp_cpu0 | 134 | 0
      6.12 | igb | single_udp_func | 84 | 0
      6.12 | igb | single_udp_nopin | 150 | 0
      6.12 | virtio_net | burst20_udp | 966 | 0
      6.12 | virtio_net | rate1k_udp | 4320 | 0
      6.12 | virtio_net | single_tcp | 252 | 0
      6.12 | virtio_net | single_tcp_func | 48 | 0
      6.12 | virtio_net | single_udp | 160 | 0
      6.12 | virtio_net | single_udp_cpu0 | 80 | 0
      6.12 | virtio_net | single_udp_func | 32 | 0
      6.12 | virtio_net | single_udp_nopin | 80 | 0
      6.1 | e1000 | burst20_udp | 990 | 0
      6.1 | e1000 | rate1k_udp | 4760 | 14
      6.1 | e1000 | single_tcp | 239 | 0
      6.1 | e1000 | single_tcp_func | 48 | 0
      6.1 | e1000 | single_udp | 164 | 0
      6.1 | e1000 | single_udp_cpu0 | 84 | 0
      6.1 | e1000 | single_udp_func | 39 | 13
      6.1 | e1000 | single_udp_nopin | 84 | 0
      6.1 | e1000e | burst20_udp | 1121 | 0
      6.1 | e1000e | rate1k_udp | 7183 | 6
      6.1 | e1000e | rxusecs0_burst20 | 1149 | 0
      6.1 | e1000e | rxusecs0_rate1k | 7165 | 12
      6.1 | e1000e | rxusecs100_burst20 | 1122 | 0
      6.1 | e1000e | rxusecs100_rate1k | 7032 | 0
      6.1 | e1000e | single_tcp | 285 | 0
      6.1 | e1000e | single_tcp_func | 58 | 0
      6.1 | e1000e | single_udp | 248 | 0
      6.1 | e1000e | single_udp_cpu0 | 128 | 12
      6.1 | e1000e | single_udp_func | 56 | 21
      6.1 | e1000e | single_udp_nopin | 128 | 0
      6.1 | virtio_net | burst20_udp | 960 | 0
      6.1 | virtio_net | rate1k_udp | 4776 | 0
      6.1 | virtio_net | single_tcp | 231 | 0
      6.1 | virtio_net | single_tcp_func | 44 | 0
      6.1 | virtio_net | single_udp | 160 | 0
      6.1 | virtio_net | single_udp_cpu0 | 80 | 0
      6.1 | virtio_net | single_udp_func | 35 | 5
      6.1 | virtio_net | single_udp_nopin | 80 | 0
      """;

  private record InStep(SimulationResult result, List<String> events, List<String> differences, int steps) {

    static InStep run(RecordedCard card) throws Exception {
      RecordedSteps steps = new RecordedSteps();
      card.read(steps);
      if (!steps.has(Kind.READY) && !card.isTcp()) {
        steps.addReady(new RecordedReading(card.events()).comeNs());
      }
      RecordedHost host = new RecordedHost(steps, card.functionsTraced());
      EventLog log = new EventLog();
      SimulationResult result = new Simulation(card.inStep(steps, host.beginNs()), 1, false).run(log, host);
      return new InStep(result, log.lines(), host.differences(), steps.count());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = RECORDINGS)
  void shouldDoAsRecorded(String kernel, String nic, String scenario, int steps, int different) throws Exception {
    RecordedCard card = RecordedCard.of(kernel, nic, scenario);
    InStep run = InStep.run(card);
    for (Count count : Count.values()) {
      long simulated = count.of(run.events());
      assertTrue(card.agrees(count.column(), simulated),
          () -> count + " " + simulated + " for " + card.counted(count.column()));
    }
    assertEquals(steps, run.steps);
    assertEquals(different, run.differences.size(), run.differences::toString);
    card.udp().forEach((name, counted) -> assertEquals(counted, Run.udp(run.result, name), name));
  }

  /** What 6.12 does with an interrupt during a softirq, 6.1 does not, and the other way round. */
  @ParameterizedTest
  @CsvSource({"6.12, e1000e, single_tcp, 6.1", "6.12, e1000e, burst20_udp, 6.1", "6.12, e1000e, rate1k_udp, 6.1",
      "6.12, igb, single_tcp, 6.1", "6.1, e1000e, single_tcp, 6.12"})
  void shouldNotDoAsAnotherKernelDoes(String kernel, String nic, String scenario, String another) throws Exception {
    InStep run = InStep.run(RecordedCard.of(kernel, nic, scenario).on(another));
    assertTrue(run.differences.size() > run.steps / 20, () -> run.differences.size() + " of " + run.steps);
  }

  /** Floods are as much as the emulator can do; {@link EmulatedFloodTest} has them. */
  @Test
  void shouldListEveryRecordingButFloods() throws Exception {
    List<String> recorded = NicCounts.rows().stream().filter(row -> !row.get("scenario").startsWith("flood"))
        .map(row -> String.join(" | ", row.get("kernel"), row.get("nic"), row.get("scenario"))).toList();
    List<String> listed = RECORDINGS.lines().skip(1)
        .map(line -> String.join(" | ", List.of(line.split(" [|] ")).subList(0, 3))).toList();
    assertEquals(recorded, listed);
  }
}
