package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.NicDriver;
import org.sockmodel.tests.analysis.recorded.NicCounts;

/**
 * The emulated cards against what Linux 6.1 and 6.12 counted with them: single messages to a reader that sleeps, far
 * apart. Each recording holds one turn of the driver's watchdog, and so does each run.
 */
class EmulatedCardTest {

  private static final long GAP_NS = 60_000_000;
  private static final long START_NS = 1_500_000_000;

  @ParameterizedTest
  @CsvSource({
      "6.12, virtio_net, single_udp", "6.12, virtio_net, single_udp_cpu0", "6.12, virtio_net, single_udp_nopin",
      "6.1, virtio_net, single_udp", "6.1, virtio_net, single_udp_cpu0", "6.1, virtio_net, single_udp_nopin",
      "6.1, e1000, single_udp", "6.1, e1000, single_udp_cpu0", "6.1, e1000, single_udp_nopin",
      "6.12, e1000e, single_udp", "6.1, e1000e, single_udp", "6.1, e1000e, single_udp_cpu0",
      "6.1, e1000e, single_udp_nopin"})
  void shouldInterruptAndPollAsOftenAsRecorded(String kernel, String nic, String scenario) throws IOException {
    Map<String, String> recorded = row(kernel, nic, scenario);
    int messages = Integer.parseInt(recorded.get("msgs_received"));
    Run run = Run.of(Models.udpReader("v" + kernel.replace('.', '_'), 1, NicDriver.of(nic).orElseThrow(),
        new Moderation(), Models.traffic(messages, GAP_NS).startNs(START_NS)), 1);

    assertAll(
        () -> assertEquals(recorded.get("nic_hardirqs"), "" + run.count("irq_handler_entry"), "interrupts"),
        () -> assertEquals(recorded.get("napi_polls"), "" + run.count("napi_poll"), "polls"),
        () -> assertEquals(recorded.get("napi_work"), "" + run.count("napi_gro_receive_entry"), "packets"),
        () -> assertEquals(recorded.get("reader_wakings"), "" + run.count("sched_waking"), "wake-ups"));
  }

  private static Map<String, String> row(String kernel, String nic, String scenario) throws IOException {
    return NicCounts.rows().stream()
        .filter(row -> row.get("kernel").equals(kernel) && row.get("nic").equals(nic)
            && row.get("scenario").equals(scenario))
        .findFirst().orElseThrow();
  }
}
