package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.tests.scenario.InterruptWork.Cut;

/**
 * What the kernel does with the interrupts of an emulated card, in the recordings whose sums depend on when the
 * emulator interrupts. When it does is a matter of the emulator's threads; what the kernel then does is not. So a
 * recording is cut into {@link InterruptWork pieces}, and each has to be one that the simulated kernel does too, be it
 * as it is or with one {@link Slowness} or another. OTHERS: how many pieces no slowness brings.
 */
class EmulatedInterruptsTest {

  private static final String SINGLE_MESSAGES = """
      KERNEL | NIC | SCENARIO | PIECES | OTHERS
      6.12 | e1000e | single_tcp | 43 | 0
      6.12 | e1000e | single_tcp_func | 9 | 0
      6.12 | e1000e | single_udp | 21 | 0
      6.12 | e1000e | single_udp_cpu0 | 11 | 0
      6.12 | e1000e | single_udp_func | 5 | 1
      6.12 | e1000e | single_udp_nopin | 11 | 1
      6.12 | igb | single_tcp | 46 | 0
      6.12 | igb | single_tcp_func | 10 | 0
      6.12 | igb | single_udp | 22 | 1
      6.12 | igb | single_udp_cpu0 | 12 | 1
      6.12 | igb | single_udp_func | 6 | 2
      6.12 | igb | single_udp_nopin | 12 | 0
      6.12 | virtio_net | single_udp_func | 4 | 0
      6.1 | e1000e | single_tcp | 44 | 0
      6.1 | e1000e | single_tcp_func | 9 | 0
      6.1 | e1000e | single_udp | 21 | 0
      6.1 | e1000e | single_udp_cpu0 | 11 | 0
      6.1 | e1000e | single_udp_func | 5 | 0
      6.1 | e1000e | single_udp_nopin | 11 | 0
      """;

  private static final String RATES_AND_BURSTS = """
      KERNEL | NIC | SCENARIO | PIECES | OTHERS
      6.12 | e1000e | burst20_udp | 48 | 0
      6.12 | e1000e | rate1k_udp | 935 | 1
      6.12 | e1000e | rxusecs0_burst20 | 51 | 1
      6.12 | e1000e | rxusecs0_rate1k | 1054 | 0
      6.12 | e1000e | rxusecs100_burst20 | 41 | 0
      6.12 | e1000e | rxusecs100_rate1k | 1009 | 0
      6.12 | igb | rxusecs0_burst20 | 22 | 1
      6.12 | igb | rxusecs100_burst20 | 28 | 0
      6.12 | virtio_net | rate1k_udp | 519 | 0
      6.1 | e1000 | burst20_udp | 25 | 0
      6.1 | e1000 | rate1k_udp | 560 | 0
      6.1 | e1000e | burst20_udp | 45 | 0
      6.1 | e1000e | rxusecs0_burst20 | 43 | 0
      6.1 | e1000e | rxusecs100_burst20 | 47 | 0
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = SINGLE_MESSAGES)
  void shouldDoWithInterruptsOfEachMessageAsRecorded(String kernel, String nic, String scenario, int pieces, int others)
      throws Exception {
    check(RecordedCard.of(kernel, nic, scenario), Cut.MESSAGES, pieces, others);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = RATES_AND_BURSTS)
  void shouldDoWithInterruptsAtARateAsRecorded(String kernel, String nic, String scenario, int pieces, int others)
      throws Exception {
    check(RecordedCard.of(kernel, nic, scenario), Cut.NOTHING_LEFT, pieces, others);
  }

  /** What 6.12 does with an interrupt during a softirq, 6.1 does not, and the other way round. */
  @ParameterizedTest
  @CsvSource({"6.12, e1000e, single_tcp, 6.1", "6.12, e1000e, single_udp, 6.1", "6.1, e1000e, single_tcp, 6.12",
      "6.1, e1000e, burst20_udp, 6.12"})
  void shouldNotDoAsAnotherKernelDoes(String kernel, String nic, String scenario, String another) throws Exception {
    RecordedCard card = RecordedCard.of(kernel, nic, scenario);
    Cut cut = scenario.startsWith("single") ? Cut.MESSAGES : Cut.NOTHING_LEFT;
    List<String> recorded = recorded(card, cut);
    long others = others(card.on(another), cut, recorded).size();
    assertTrue(others > recorded.size() / 20, () -> others + " of " + recorded.size());
  }

  private static void check(RecordedCard card, Cut cut, int pieces, int others) throws Exception {
    List<String> recorded = recorded(card, cut);
    assertEquals(pieces, recorded.size());
    List<String> left = others(card, cut, recorded);
    assertEquals(others, left.size(), () -> "not simulated: " + left);
  }

  private static List<String> recorded(RecordedCard card, Cut cut) throws Exception {
    InterruptWork recorded = new InterruptWork(cut);
    card.read(recorded);
    return recorded.pieces();
  }

  /** The recorded pieces that no slowness of the machine brings. */
  private static List<String> others(RecordedCard card, Cut cut, List<String> recorded) throws Exception {
    Set<String> left = new HashSet<>(recorded);
    for (Slowness slowness : Slowness.all(card.functionsTraced())) {
      if (!left.isEmpty()) {
        InterruptWork simulated = new InterruptWork(cut);
        new Simulation(slowness.model(card), 1, false).run(simulated);
        left.removeAll(simulated.pieces());
      }
    }
    return recorded.stream().filter(left::contains).toList();
  }
}
