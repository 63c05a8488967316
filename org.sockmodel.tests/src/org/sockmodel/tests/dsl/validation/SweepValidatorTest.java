package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepValidatorTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "[[n]] in 1 | unknown-parameter | 'n' names nothing in this model; name a let, or a setting by its path, such as"
          + " eth0.moderation.rx_usecs",
      "[[host.cpu]] in 1 | unknown-parameter | 'host.cpu' names nothing in this model; did you mean 'host.cpus'?",
      "host.cpus in 1, [[2us]] | wrong-unit | 2us has a unit, but a plain number is wanted here; write 2",
      "host.cpus in [[linux.v6_1]] | wrong-kind | a quantity is wanted here; write a number with its unit",
      "host.cpus in 1 [[host.cpus]] in 2 | said-twice | host.cpus is said twice; delete one",
      "seeds 1, [[9..3]] | out-of-range | seeds are whole numbers, from a smaller one to a larger one; write for"
          + " example 1..20",
      "seeds [[1us]] | out-of-range | seeds are whole numbers, from a smaller one to a larger one; write for"
          + " example 1..20"})
  void shouldCheckSweep(String marked, String code, String message) {
    Marked.elements("sweep { " + marked + " }").shouldGive(code, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "seeds 1..20", "host.kernel in linux.v3_10, linux.v6_18 seeds 5",
      "host.netdev_budget in 100, 3 * 100 host.netdev_budget_usecs in 2ms"})
  void shouldAccept(String sweep) {
    Marked.elements("sweep { " + sweep + " }").shouldGiveNothing();
  }

  @Test
  void shouldTakeOneSweepOnly() {
    Marked.elements("sweep { } [[sweep { }]]").shouldGive("said-twice", "sweep is said twice; put all into one");
  }
}
