package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModerationValidatorTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "driver e1000 moderation [[adaptive]] | e1000 has no dynamic interrupt moderation (DIM); delete 'adaptive' or"
          + " choose another driver",
      "driver igb moderation { [[rx_frames]] 32 } | rx_frames has no effect: driver igb throttles by time alone;"
          + " delete it",
      "driver igb moderation { [[tx_frames]] 32 } | tx_frames has no effect: driver igb throttles by time alone;"
          + " delete it",
      "driver e1000e moderation { [[tx_usecs]] 5us } | tx_usecs has no effect: driver e1000e has no moderation of its"
          + " own for what it sends; delete it",
      "driver netif_rx moderation { [[gro_flush_timeout]] 20us } | gro_flush_timeout has no effect: driver netif_rx"
          + " has no NAPI; delete it",
      "moderation adaptive { [[rx_usecs]] 50us } | rx_usecs has no effect: an adaptive moderation chooses it itself;"
          + " delete it",
      "moderation { [[napi_defer_hard_irqs]] 10 } | napi_defer_hard_irqs has no effect: without gro_flush_timeout"
          + " nothing is deferred; delete it"})
  void shouldFindWhatHasNoEffect(String marked, String message) {
    Marked.elements("nic eth0 on host { " + marked + " queue 0 irq 24 -> cpu 0 }").shouldGive("no-effect", message);
  }

  @Test
  void shouldFindThatAKernelSuspendsNoInterrupts() {
    Marked.file("model m machine host { cpus 2 kernel linux.v6_12 } nic eth0 on host {"
        + " moderation { [[irq_suspend_timeout]] 20ms } queue 0 irq 24 -> cpu 0 }").shouldGive("no-effect",
        "irq_suspend_timeout has no effect: linux.v6_12 has none, Linux has it since 6.13; delete it");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "moderation { irq_suspend_timeout 20ms }",
      "driver e1000 moderation { rx_usecs 50us }",
      "moderation { rx_usecs 50us rx_frames 32 }",
      "driver mlx5 moderation { tx_usecs 8us tx_frames 128 }",
      "driver igb moderation { tx_usecs 8us }",
      "moderation { napi_defer_hard_irqs 100 gro_flush_timeout 20us }",
      "driver virtio_net moderation adaptive"})
  void shouldAllowWhatTheDriverDoes(String body) {
    Marked.elements("nic eth0 on host { " + body + " queue 0 irq 24 -> cpu 0 }").shouldGiveNothing();
  }
}
