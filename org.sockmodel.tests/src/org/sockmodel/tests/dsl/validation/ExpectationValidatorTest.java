package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationValidatorTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "[[interrupt per message]] == 1 | unknown-metric | unknown metric 'interrupt per message'; did you mean"
          + " 'interrupts"
          + " per message'?",
      "[[happiness]] == 1 | unknown-metric | unknown metric 'happiness'; the language reference lists them",
      "messages == [[5us]] | wrong-unit | 5us has a unit, but a plain number is wanted here; write 5",
      "messages == [[many]] | bad-quantity | 'many' is no number; write one",
      "latency total p99 < [[60]] | missing-unit | 60 needs a unit; write ns, us, ms or s after it",
      "errno socket(AF_INET, SOCK_DGRAM, 0) == [[EPORM]] | unknown-symbol | unknown errno 'EPORM'; did you mean"
          + " 'EPERM'?",
      "errno socket(AF_INET, SOCK_DGRAM, 0) == [[5]] | bad-quantity | write the name of an errno, or 0 for success",
      "errno socket(AF_INET, SOCK_DGRAM, 0) [[<]] EPERM | wrong-kind | an errno is compared with == or !="})
  void shouldCheckExpectation(String marked, String code, String message) {
    Marked.elements("expect { " + marked + " }").shouldGive(code, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"interrupts per message == 1", "latency nic_to_user p99 < 60us", "wakeups per message <= 1.5",
      "errno socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) == EPROTONOSUPPORT", "errno socket(AF_INET, SOCK_STREAM,"
          + " 0) == 0",
      "\"interrupts.hardirq.by_irq[irq=24].count\" >= 5", "latency total max != 1s messages > 0"})
  void shouldAccept(String expectation) {
    Marked.elements("expect { " + expectation + " }").shouldGiveNothing();
  }
}
