package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Network namespaces, veth pairs, and what is sent between them. */
class NetworkValidatorTest {

  private static final String OTHER = "machine other { } netns far on other netns near on host\n";

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "veth a on host <-> b on [[other]] | other-machine | a veth pair joins two network namespaces of one machine, but"
          + " other is another machine than host; declare one with: netns NAME on host",
      "veth a on near <-> b on [[far]] | other-machine | a veth pair joins two network namespaces of one machine, but"
          + " other is another machine than host; declare one with: netns NAME on host",
      "veth a on near <-> b on [[near]] | same-network | both ends are in the same network namespace, so that nothing"
          + " is sent through them; declare another with: netns NAME on host",
      "veth a on host <-> b on [[nera]] | unknown-name | unknown machine or network namespace 'nera'; did you mean"
          + " 'near'?",
      "netns [[host]] on host | duplicate-name | there is already a machine or network namespace 'host'; choose another"
          + " name",
      "veth a on host { loss [[101%]] } <-> b on near | out-of-range | 101% is out of range; use 0% to 100%",
      "veth a on host { loss [[3]] } <-> b on near | missing-unit | 3 needs a unit; write % after it",
      "veth a on host { loss 0.5% loss [[2%]] } <-> b on near | said-twice | loss is said twice; delete one",
      "veth a on host <-> b on near { drop 3, [[0]] } | out-of-range | 0 is out of range; use 1 to 2147483647",
      "veth [[lo]] on host <-> b on near | duplicate-name | there is already a device 'lo'; choose another name"})
  void shouldCheckVeth(String marked, String code, String message) {
    Marked.elements(OTHER + marked).shouldGive(code, message);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "setns [[far]] | a thread cannot go to another machine; name a network namespace of host",
      "connect s to [[other]] port 1 | messages from one machine to another are not simulated; name a network namespace"
          + " of host",
      "sendto s 1B to [[far]] port 1 | messages from one machine to another are not simulated; name a network namespace"
          + " of host"})
  void shouldKeepThreadsAndMessagesOnTheirMachine(String marked, String message) {
    Marked.elements(OTHER + "workload w on near { thread t { s = socket(AF_INET, SOCK_DGRAM, 0) " + marked + " } }")
        .shouldGive("other-machine", message);
  }

  @Test
  void shouldTakeTheCpusOfTheMachineForAWorkloadInItsNamespace() {
    Marked.elements(OTHER + "workload w on near { thread t on cpu [[2]] { } }").shouldGive("no-such-cpu",
        "host has no cpu 2; its last one is 1");
  }

  @Test
  void shouldAllowANamespaceWhereverAMachineStands() {
    Marked.elements(OTHER + "veth a on host <-> b on near workload w on near { thread t {"
        + " s = socket(AF_INET, SOCK_DGRAM, 0) sendto s 1B to host port 1 setns host sendto s 1B to near port 1 } }")
        .shouldGiveNothing();
  }
}
