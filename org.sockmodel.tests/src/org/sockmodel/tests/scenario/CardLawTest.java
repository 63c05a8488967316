package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/**
 * Cards, moderation and budgets at their ends, each beside what follows from its law: how many packets wait for one
 * interrupt, how many one poll takes (64, or the weight), how many polls one NET_RX makes (one of a card alone since
 * 3.19; before, and with several queues, until 300 packets are taken), and when the wire has brought the last packet.
 */
class CardLawTest {

  /** LAST: when the last packet has come, in ns, without the wire's pause behind it; -1 where nobody looks. */
  private static final String CASES = """
      KERNEL | NIC | MACHINE | TRAFFIC | INTERRUPTS | NET_RX | POLLS | EMPTY | LOST | LAST
      v6_18 | link 10Mbit/s | | count 100 gap 0ns payload 64B | 100 | 100 | 100 | 0 | 0 | 11390400
      v6_18 | link 10Mbit/s | | count 100 gap 0ns payload 1B | 100 | 100 | 100 | 0 | 0 | 7710400
      v6_18 | link 400Gbit/s ring 4096 | | count 1000 gap 0ns payload 1472B | 1 | 16 | 16 | 0 | 0 | 1030760
      v6_18 | mtu 9000B link 10Gbit/s | | count 100 gap 0ns payload 8972B | 100 | 100 | 100 | 0 | 0 | 1723030
      v6_18 | ring 1 link 400Gbit/s | | count 100 gap 0ns payload 64B | 1 | 1 | 1 | 0 | 99 | -1
      v6_18 | moderation { rx_usecs 0us rx_frames 0 } | | STEADY | 1000 | 1000 | 1000 | 0 | 0 | -1
      v6_18 | moderation { rx_usecs 1s rx_frames 1 } | | STEADY | 1000 | 1000 | 1000 | 0 | 0 | -1
      v6_18 | moderation { rx_usecs 1s rx_frames 8 } | | STEADY | 125 | 125 | 125 | 0 | 0 | -1
      v6_18 | moderation { rx_usecs 1s rx_frames 7 } | | STEADY | 143 | 143 | 143 | 0 | 0 | -1
      v6_18 | moderation { rx_usecs 250us } | | STEADY | 334 | 334 | 334 | 0 | 0 | -1
      v6_18 | moderation { rx_usecs 1s rx_frames 1000 } | | count 2000 gap 1ms payload 64B | 2 | 10 | 10 | 2 | 1488 | -1
      v6_18 | napi weight 1 link 400Gbit/s | | count 100 gap 0ns payload 64B | 1 | 101 | 101 | 1 | 0 | -1
      v6_18 | link 400Gbit/s | netdev_budget 1 | count 100 gap 0ns payload 64B | 1 | 2 | 2 | 0 | 0 | -1
      v3_10 | link 400Gbit/s ring 4096 | | count 4000 gap 0ns payload 64B | 1 | 13 | 63 | 0 | 0 | -1
      v6_18 | threaded 1 | | STEADY | 1000 | 0 | 1000 | 0 | 0 | -1
      v6_18 | DEFERRED | | count 1000 gap 500us payload 64B | 1000 | 3000 | 3000 | 2000 | 0 | -1
      v6_1 | THROTTLED | | count 12800 gap 10us payload 64B | 1001 | 1001 | 1001 | 0 | 0 | -1
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', useHeadersInDisplayName = true, emptyValue = "", textBlock = CASES)
  void shouldDoAsFollowsFromItsLaw(String kernel, String nic, String machine, String traffic, long interrupts,
      long softirqs, long polls, long empty, long lost, long lastNs) {
    String settings = nic.replace("DEFERRED", "moderation { napi_defer_hard_irqs 2 gro_flush_timeout 50us }")
        .replace("THROTTLED", "driver e1000 moderation { rx_usecs 128us }");
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel + " "
        + (machine == null ? "" : machine) + " } nic eth0 on host { " + settings + " queue 0 irq 24 -> cpu 0 }"
        + " workload w on host { thread rdr on cpu 1 { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5000"
        + " loop { recv s 9000B } } traffic eth0 -> port 5000 { start 1ms "
        + traffic.replace("STEADY", "count 1000 gap 100us payload 64B") + " } }");
    assertEquals(List.of(), text.issues());

    Run run = Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);

    assertEquals(List.of(interrupts, softirqs, polls, empty, lost), List.of(run.count("irq_handler_entry"),
        count(run, " softirq_entry vec=3"), run.count("napi_poll"), count(run, " napi_poll .* work=0 .*"),
        run.count("nic_drop")));
    if (lastNs >= 0) {
      assertEquals(lastNs, run.events().stream().filter(event -> event.contains(" nic_rx "))
          .mapToLong(CardLawTest::time).max().orElseThrow(), 1);
    }
  }

  private static long count(Run run, String pattern) {
    return run.events().stream().filter(event -> event.matches(".*" + pattern + ".*")).count();
  }

  private static long time(String event) {
    return Long.parseLong(event.substring(0, event.indexOf(' ')));
  }
}
