package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines and their costs. */
class MachineValidatorTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "kernel [[linux.v6_81]] | unknown-kernel | unknown kernel 'linux.v6_81'; did you mean 'linux.v6_18'?",
      "kernel [[windows]] | unknown-kernel | unknown kernel 'windows'; use linux.v3_10, linux.v6_1, linux.v6_12,"
          + " linux.v6_18",
      "kernel linux.v6_1 kernel [[linux.v6_1]] | said-twice | kernel is said twice; delete one",
      "tcp_congestion_control [[vegas]] | unknown-symbol | unknown congestion control 'vegas'; use bbr, cubic, reno",
      "tcp_congestion_control bbr tcp_congestion_control [[bbr]] | said-twice | tcp_congestion_control is said twice;"
          + " delete one",
      "kernel linux.v3_10 tcp_congestion_control [[bbr]] | not-in-kernel | linux.v3_10 has no bbr; name another"
          + " congestion control, or run linux.v6_1",
      "costs { [[context_swich]] 1us } | unknown-cost | unknown cost 'context_swich'; did you mean 'context_switch'?",
      "costs { context_switch [[1200]] } | missing-unit | 1200 needs a unit; write ns, us, ms or s after it",
      "costs { copy [[1ns]] } | wrong-unit | 1ns is a time, but a time per byte is wanted here; use ns/B",
      "costs { copy 0.1ns/B [[copy]] 1ns/B } | said-twice | the cost of copy is said twice; delete one",
      "costs { copy 1ns/B } [[costs { irq_handler 1us }]] | said-twice | costs is said twice; delete one"})
  void shouldCheckMachine(String marked, String code, String message) {
    Marked.file("machine h { " + marked + " }").shouldGive(code, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "machine h { kernel linux.v3_10 } family AF_SMC = [[43]] { create inet_create }",
      "import linux.v6_18.smc machine [[h]] { kernel linux.v3_10 }"})
  void shouldReportFamiliesThatTheKernelIsTooOldFor(String marked) {
    Marked.file(marked).shouldGive("out-of-range",
        "AF_SMC = 43 is beyond the families of linux.v3_10; use 0 to 40 or a newer kernel");
  }

  @Test
  void shouldNotMissCpusOfAMachineThatSaysTooFew() {
    Marked.file("machine h { cpus [[0]] } nic e on h { queue 0 irq 24 -> cpu 0 }").shouldGive("out-of-range",
        "0 is out of range; use 1 to 8192");
  }

  @Test
  void shouldTakeCostsFromATable() {
    Marked.file("costs slow { context_switch 5us } machine h { costs from slow { copy 1ns/B } }").shouldGiveNothing();
  }

  @Test
  void shouldReportUnknownTable() {
    Marked.file("costs slow { context_switch 5us } machine h { costs from [[slwo]] }").shouldGive("unknown-name",
        "unknown costs 'slwo'; did you mean 'slow'?");
  }
}
