package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationValidatorTest {

  private static final String READERS = """
      machine h { }
      workload w on h {
        thread reader { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 loop { recv s 9B } }
        thread port { sleep 1s }
        thread a_very_long_name_1 { sleep 1s }
        thread a_very_long_name_2 { sleep 1s }
      }
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "[[interrupt per message]] == 1 | unknown-metric | unknown metric 'interrupt per message'; did you mean"
          + " 'interrupts"
          + " per message'?",
      "[[happiness]] == 1 | unknown-metric | unknown metric 'happiness'; write for example drops,"
          + " interrupts per message, or latency nic_to_user p99",
      "messages == [[5us]] | wrong-unit | 5us has a unit, but a plain number is wanted here; write 5",
      "messages == [[many]] | unknown-name | unknown value 'many'; declare it with: let many = 10",
      "latency total p99 < [[60]] | missing-unit | 60 needs a unit; write ns, us, ms or s after it",
      "errno socket(AF_INET, SOCK_DGRAM, 0) == [[EPORM]] | unknown-symbol | unknown errno 'EPORM'; did you mean"
          + " 'EPERM'?",
      "errno socket(AF_INET, SOCK_DGRAM, 0) == [[OK]] | bad-quantity | write the name of an errno, or 0 for success",
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
      "errno socket(AF_INET, SOCK_STREAM, IPPROTO_UDP) == EPROTONOSUPPORT",
      "errno socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) == 0", "errno socket(AF_CAN, SOCK_RAW, CAN_RAW) != 0",
      "errno socket(AF_INET, SOCK_STREAM, 0) == 0",
      "\"interrupts.hardirq.by_irq[irq=24].count\" >= 5", "latency total max != 1s messages > 0",
      "packets per poll == 59.9 within 10%", "throughput == 5000 within 0.5% drops == 0 polls > 1",
      "interrupts per packet <= 1 interrupts per second >= 3000 packets == 5"})
  void shouldAccept(String expectation) {
    Marked.elements("expect { " + expectation + " }").shouldGiveNothing();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "messages of [[raeder]] == 1 | unknown-name | unknown thread 'raeder'; did you mean 'reader'?",
      "messages of port [[7]] == 1 | port-without-socket | no socket has port 7; write the port that one is bound to",
      "messages of port [[70000]] == 1 | out-of-range | 70000 is out of range; use 1 to 65535",
      "drops of [[reader]] == 0 | wrong-kind | 'drops' is counted for the whole machine, not for one thread or port;"
          + " delete what follows it up to the comparison",
      "'\"napi[0].polls\" of [[reader]] == 0' | wrong-kind | 'napi[0].polls' is counted for the whole machine, not for"
          + " one thread or port; delete what follows it up to the comparison",
      "messages of [[a_very_long_name_1]] == 1 | duplicate-name | 2 threads are named 'a_very_long_nam' in a trace,"
          + " which keeps 15 letters; rename the one that is meant"})
  void shouldCheckWhoseMessagesCount(String marked, String code, String message) {
    Marked.elements(READERS + "expect { " + marked + " }").shouldGive(code, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages of reader == 5", "latency nic_to_user p99 of port 5 < 1us", "messages of port == 0",
      "interrupts per message of port 5 <= 1 within 1%", "\"receives.calls\" of reader > 0"})
  void shouldAcceptWhoseMessagesCount(String expectation) {
    Marked.elements(READERS + "expect { " + expectation.replace(" within 1%", "") + " }").shouldGiveNothing();
  }
}
