package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/** What interrupts do while ksoftirqd waits for its turn behind a task that computes. */
class KsoftirqdTest {

  private static Run run(String kernel) {
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel
        + " costs { all 0ns copy 0ns/B napi_gro_receive 2us } }"
        + " nic eth0 on host { ring 1280 queue 0 irq 24 -> cpu 0 } nic eth1 on host { queue 0 irq 25 -> cpu 0 }"
        + " workload w on host { thread busy on cpu 0 { compute 50ms } thread reader on cpu 1 {"
        + " s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5000 loop { recv s 64B } }"
        + " traffic eth0 -> port 5000 { start 1ms count 30000 payload 18B gap 1600ns }"
        + " traffic eth1 -> port 5000 { start 2.6ms count 400 payload 18B gap 100us } }");
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  /** {@code ksoftirqd_running} of kernel/softirq.c, which 6.4 took away. */
  @ParameterizedTest
  @CsvSource({"v6_18, true", "v6_1, false"})
  void shouldRunSoftirqsOfInterruptsInItsPlaceSince64(String kernel, boolean inItsPlace) {
    List<String> events = run(kernel).events().stream().filter(event -> event.contains(" [0] ")).toList();
    boolean waits = false;
    long turns = 0;
    long softirqs = 0;
    for (String event : events) {
      if (event.contains(" sched_switch ")) {
        waits = event.contains("prev_comm=ksoftirqd/0") && event.contains("prev_state=256");
        turns += waits ? 1 : 0;
      } else if (waits && event.contains(" softirq_entry vec=3")) {
        softirqs++;
      }
    }
    assertTrue(turns > 1, "ksoftirqd and the task take turns");
    assertEquals(inItsPlace, softirqs > 0);
  }
}
