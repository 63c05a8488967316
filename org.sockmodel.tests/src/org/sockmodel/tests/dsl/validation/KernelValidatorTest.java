package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelValidatorTest {

  @ParameterizedTest
  @CsvSource({"moderation { [[gro_flush_timeout]] 20us }, gro_flush_timeout", "[[threaded]] 1, threaded"})
  void shouldReportSettingsOfNicsThatTheKernelLacks(String marked, String setting) {
    Marked.file("machine h { kernel linux.v3_10 } nic e on h { queue 0 irq 24 -> cpu 0 " + marked + " }")
        .shouldGive("not-in-kernel", "linux.v3_10 has no " + setting + "; delete it, or run linux.v6_1");
  }

  @Test
  void shouldReportSettingsOfMachinesThatTheKernelLacks() {
    Marked.file("machine h { kernel linux.v3_10 [[busy_read]] 50us }").shouldGive("not-in-kernel",
        "linux.v3_10 has no busy_read; delete it, or run linux.v6_1");
    Marked.file("machine h { kernel linux.v3_10 [[netdev_budget_usecs]] 2ms }").shouldGive("not-in-kernel",
        "linux.v3_10 has no netdev_budget_usecs; delete it, or run linux.v6_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v6_1", "v6_12", "v6_18"})
  void shouldAcceptWhatTheKernelHas(String kernel) {
    Marked.file("machine h { kernel linux." + kernel + " busy_read 50us } nic e on h { queue 0 irq 24 -> cpu 0"
        + " threaded 1 moderation { gro_flush_timeout 20us napi_defer_hard_irqs 5 } }").shouldGiveNothing();
  }
}
