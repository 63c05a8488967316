package org.sockmodel.tests.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.report.PerMessage;

/** Messages and what each costs, interrupts, softirqs, wake-ups and switches, against the recordings of Linux 6.18. */
class ScenarioCostsTest {

  /** Scenarios whose counts differ, each with the cause. */
  private static final Map<String, String> DIFFERENT = Map.of(
      "fioasync_sleep", "without a tracepoint of rt_sigtimedwait the recorded wake-up by SIGIO counts as the receive's",
      "veth_tcp_shutdown", "the recording ends before the jiffy in which the acknowledgement of the FIN is due");

  @Test
  void shouldCostWhatARecordedMessageCosts() throws Exception {
    ScenarioModels models = new ScenarioModels();
    List<String> table = new ArrayList<>();
    Set<String> different = new TreeSet<>();
    for (String name : models.names()) {
      PerMessage recorded = models.recordedCosts(name);
      PerMessage simulated = models.simulatedCosts(name);
      if (!recorded.equals(simulated)) {
        different.add(name);
        table.add(name + ": recorded " + recorded + ", simulated " + simulated);
      }
    }
    assertEquals(new TreeSet<>(DIFFERENT.keySet()), different, String.join("\n", table));
  }
}
