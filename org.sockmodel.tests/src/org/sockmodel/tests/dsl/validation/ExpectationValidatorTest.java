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
      "messages == [[many]] | unknown-name | unknown value 'many'; declare it with: let many = 10",
      "latency total p99 < [[60]] | missing-unit | 60 needs a unit; write ns, us, ms or s after it",
      "errno socket(AF_INET, SOCK_DGRAM, 0) == [[EPORM]] | unknown-symbol | unknown errno 'EPORM'; did you mean"
          + " 'EPERM'?",
      "errno socket(AF_INET, SOCK_DGRAM, 0) == [[5]] | bad-quantity | write the name of an errno, or 0 for success",
      "messages == 5 within [[10]] | missing-unit | 10 needs a unit; write % after it",
      "messages == 5 within [[200%]] | out-of-range | 200% is out of range; use 0% to 100%",
      "messages < 5 within [[10%]] | wrong-kind | only == with a number can be within something; delete it",
      "messages == that of [[\"nowhere.sockmodel\"]] | unknown-import | 'nowhere.sockmodel' is no model that can"
          + " run; name a file with 'model NAME', relative to this one",
      "errno socket(AF_INET, SOCK_DGRAM, 0) [[<]] EPERM | wrong-kind | an errno is compared with == or !="})
  void shouldCheckExpectation(String marked, String code, String message) {
    Marked.elements("expect { " + marked + " }").shouldGive(code, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"interrupts per message == 1", "latency nic_to_user p99 < 60us", "wakeups per message <= 1.5",
      "errno socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) == EPROTONOSUPPORT", "errno socket(AF_INET, SOCK_STREAM,"
          + " 0) == 0",
      "\"interrupts.hardirq.by_irq[irq=24].count\" >= 5", "latency total max != 1s messages > 0",
      "packets per poll == 59.9 within 10%", "throughput == 5000 within 0.5% drops == 0 polls > 1",
      "interrupts per packet <= 1 interrupts per second >= 3000 packets == 5"})
  void shouldAccept(String expectation) {
    Marked.elements("expect { " + expectation + " }").shouldGiveNothing();
  }
}
