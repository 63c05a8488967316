package org.sockmodel.tests.dsl.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.xtext.validation.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.tests.dsl.ModelText;

/** What people write by a slip or by the habit of other languages and tools: one mistake, one message. */
class HabitTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "machine h { [[cpu]] 2 } | did you mean 'cpus'?",
      "machine h { cpus [[=]] 2 } | delete it: a value follows its name",
      "machine h { cpus 2[[,]] kernel linux.v6_1 } | delete it: what stands in braces is not listed with commas",
      "machine h { cpus 2[[;]] } | delete it: nothing in a model ends with one",
      "machine h { cpus 2[[;]] kernel linux.v6_1; } | delete it: nothing in a model ends with one",
      "machine h { }[[;]] netns n on h | delete it: nothing in a model ends with one",
      "machine h { } [[#]] | write // before a comment",
      "[[#]] a model machine h { } | write // before a comment",
      "machine h { } [[import]] linux.v6_18.inet | write it above everything else",
      "machine h { } [[model]] m | write it at the beginning, below the imports",
      "model my[[-]]model | a name has no hyphen, but may have an underscore",
      "machine h { net[[.]]core.busy_poll 50us } | write the last word of a sysctl alone, as in: busy_poll 50us",
      "machine h { kernel [[6.18]] } | the kernels are linux.v3_10, linux.v6_1, linux.v6_12, linux.v6_18",
      "machine h { kernel linux[[-]]6.18 } | the kernels are linux.v3_10, linux.v6_1, linux.v6_12, linux.v6_18",
      "machine h { kernel linux.v6.[[18]] } | the kernels are linux.v3_10, linux.v6_1, linux.v6_12, linux.v6_18",
      "model m machine h { } expect { messages [[=]] 1 } | write ==, !=, <, <=, > or >= here",
      "model m machine h { } expect { messages == 1 [[&]]& drops == 0 } | write one thing a line",
      "model m machine h { } expect { interrupts[[/]]message < 1 } | write per, as in: interrupts per message",
      "model m machine h { } expect { latency[[.]]p99 < 1us } | write blanks between the words of a metric, as in:"
          + " latency nic_to_user p99",
      "model m machine h { } sweep { h.cpus in [[1..4]] } | only seeds have a range; write each value"})
  void shouldBeToldInAFile(String marked, String advice) {
    Marked.file(marked).shouldBeUnexpected(advice);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "rx-usecs [[20us]] | no setting has a hyphen; write rx_usecs",
      "moderation { cqe-mode-rx[[:]] 1 } | no setting has a hyphen; write cqe_mode_rx",
      "moderation { [[adaptive]]-rx on } | write it before the brace: moderation adaptive { }",
      "gro [[on]] | write 1 for on, 0 for off",
      "ring mtu [[1500B]] | ring before mtu has no value",
      "queue 1 [[->]] cpu 0 | write its interrupt before it, as in: queue 0 irq 24 -> cpu 0"})
  void shouldBeToldInACard(String marked, String advice) {
    Marked.nic(marked).shouldBeUnexpected(advice);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "tcp start [[1ms]] | take tcp before start away: it is no setting of a traffic",
      "gap [[exponential]] 100us | write what it takes in parentheses, as in: exponential(100us)",
      "start 100 us [[}]] | write 100us: a unit stands right behind its number"})
  void shouldBeToldInTraffic(String marked, String advice) {
    Marked.traffic(marked).shouldBeUnexpected(advice);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "bind s [[5000]] | write port and its number, or path and a name in quotes, here",
      "sendto s 5B to [[10.0]].0.1 port 5 | write a name here",
      "bind s port 5000[[;]] loop { recv s 64B; } | delete it: nothing in a model ends with one",
      "n = [[recv]] s 64B | take the name and = away; 'if errno' behind the call asks how it ended",
      "recv s 64B if errno [[==]] EAGAIN { } | delete it: write if errno EAGAIN { }"})
  void shouldBeToldInAScript(String marked, String advice) {
    Marked.script(marked).shouldBeUnexpected(advice);
  }

  /** Where the parser chooses by several words, the mark is at the first. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "[[recv]](s, 100B) compute 1us | ( | what a call takes stands behind it, as in: recv s 2048B",
      "[[int]] d = socket(AF_INET, SOCK_DGRAM, 0) | d | take 'int' away: a name has no type",
      "[[while]] (1) { recv s 64B } | ( | write loop { }, or with a number loop 10 { }",
      "[[for]] 10 { recv s 64B } | 10 | write loop { }, or with a number loop 10 { }",
      "recv s 64B [[if]] EAGAIN { } | EAGAIN | write if errno EAGAIN { }",
      "recv s 64B [[MSG_DONTWAIT]] compute 1us | compute | write flags before MSG_DONTWAIT"})
  void shouldBeToldAtTheBeginningOfAStatement(String marked, String found, String advice) {
    Marked.script(marked).shouldGive("syntax", "unexpected '" + found + "'; " + advice);
  }

  @Test
  void shouldBeToldOfTrafficWithoutItsArrow() {
    Marked.elements("nic eth0 on host { queue 0 irq 24 -> cpu 0 } workload w on host { traffic [[eth0]] port 5 { } }")
        .shouldGive("syntax", "unexpected 'port'; write the card and -> before it, as in: traffic eth0 -> port 5000");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "gro [[off]] | unknown value 'off'; write 0",
      "threaded [[true]] | unknown value 'true'; write 1"})
  void shouldBeToldOfSwitches(String marked, String message) {
    Marked.nic(marked).shouldGive("unknown-name", message);
  }

  @Test
  void shouldBeToldOfARateThatIsDividedByAUnit() {
    Marked.traffic("count 9 rate 10000/[[s]]").shouldGive("unknown-name",
        "unknown value 's'; a unit stands right behind its number, as in 5us or 10kpps");
  }

  @Test
  void shouldBeToldOnceInEachElement() {
    String text = "machine h { cpus = 2 kernel = linux.v6_1 }\nnetns n on h\nmachine i { cpus = 2 }";
    List<Issue> issues = ModelText.of(text).issues();
    assertEquals(List.of(1, 3), issues.stream().map(Issue::getLineNumber).toList());
  }
}
