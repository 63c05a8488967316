package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NicValidatorTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "nic eth0 on [[hots]] { queue 0 irq 24 -> cpu 0 } | unknown-name | unknown machine 'hots'; did you mean 'host'?",
      "nic eth0 on [[zebra]] { queue 0 irq 24 -> cpu 0 } | unknown-name | unknown machine 'zebra'; declare it with:"
          + " machine zebra { cpus 1 }",
      "nic eth0 on host { queue 0 irq 24 -> cpu [[2]] } | no-such-cpu | host has no cpu 2; its last one is 1",
      "nic [[eth0]] on host { queues 2 queue 0 irq 24 -> cpu 0 } | queue-without-irq | queue 1 of eth0 has no"
          + " interrupt;"
          + " add: queue 1 irq 25 -> cpu 0",
      "nic eth0 on host { queue [[0]] } | queue-without-irq | queue 0 has no interrupt; write: queue 0 irq 24 -> cpu 0",
      "nic eth0 on host { queues 1 queue 0 irq 24 -> cpu 0 queue [[1]] irq 25 -> cpu 1 } | no-such-queue | queue 1 is"
          + " not used: with 'queues 1' the last one is 0; delete it or raise queues",
      "nic eth0 on host { queue 0 irq 24 -> cpu 0 queue 1 irq [[24]] -> cpu 1 } | duplicate-irq | irq 24 already"
          + " goes to cpu 0; who shares it goes there too, or choose another number",
      "nic eth0 on host { driver igb queue 0 irq 24 -> cpu 0 tx irq [[24]] -> cpu 1 } | duplicate-irq | irq 24 already"
          + " goes to cpu 0; who shares it goes there too, or choose another number",
      "nic eth0 on host { driver igb queue 0 irq 24 -> cpu 0 tx irq 25 -> cpu [[2]] } | no-such-cpu | host has no cpu"
          + " 2; its last one is 1",
      "nic eth0 on host { queue 0 irq 24 -> cpu 0 tx irq [[25]] -> cpu 1 } | no-effect | tx irq has no effect: driver"
          + " ideal has no interrupt for what it has sent; delete it",
      "nic eth0 on host { queue 0 irq 24 -> cpu 0 } nic eth1 on host { queue 0 irq [[24]] -> cpu 1 } | duplicate-irq |"
          + " irq 24 already goes to cpu 0; who shares it goes there too, or choose another number",
      "nic eth0 on host { queue 0 irq 24 -> cpu 0 } nic [[eth0]] on host { queue 0 irq 25 -> cpu 1 } | duplicate-name |"
          + " there is already a device 'eth0'; choose another name",
      "nic eth0 on host { driver [[e100]] queue 0 irq 24 -> cpu 0 } | unknown-driver | unknown driver 'e100'; did you"
          + " mean 'e1000'?",
      "nic eth0 on host { rps_cpus 1, [[2]] queue 0 irq 24 -> cpu 0 } | no-such-cpu | host has no cpu 2; its last one"
          + " is 1",
      "nic eth0 on host { queue 0 irq 24 -> cpu 0 { rps_cpus 0, [[2]] } } | no-such-cpu | host has no cpu 2; its last"
          + " one is 1",
      "nic eth0 on host { queue 0 irq 24 -> cpu 0 { [[ring]] 64 } } | unknown-setting | ring is a setting of a nic,"
          + " not of a queue; write it there",
      "nic eth0 on host { queue 0 irq 24 -> cpu 0 { rps_flow_cnt 0 [[rps_flow_cnt]] 0 } } | said-twice | rps_flow_cnt"
          + " is said twice; delete one",
      "nic [[eth0]] on host { ntuple 1 queue 0 irq 24 -> cpu 0 } | no-effect | ntuple of eth0 steers nothing, since no"
          + " flow follows its reader; add: rps_flow_cnt 256",
      "nic eth0 on host { gro [[2]] queue 0 irq 24 -> cpu 0 } | out-of-range | 2 is out of range; use 0 to 1",
      "nic [[eth0]] on host { rps_flow_cnt 256 queue 0 irq 24 -> cpu 0 } | steers-nothing | rps_flow_cnt of eth0"
          + " steers nothing, since host does not record where readers run; add to the machine: rps_sock_flow_entries"
          + " 32768",
      "nic eth0 on host { napi weight [[0]] queue 0 irq 24 -> cpu 0 } | out-of-range | 0 is out of range; use 1 to"
          + " 2147483647"})
  void shouldCheckNic(String marked, String code, String message) {
    Marked.elements(marked).shouldGive(code, message);
  }

  @Test
  void shouldAllowOneInterruptNumberOnTwoMachines() {
    Marked.elements("machine other { } nic eth0 on host { queue 0 irq 24 -> cpu 0 }"
        + " nic eth1 on other { queue 0 irq 24 -> cpu 0 }").shouldGiveNothing();
  }

  @Test
  void shouldCheckEndsOfVeth() {
    Marked.elements("netns far on host veth veth0 on host <-> [[veth0]] on far").shouldGive("duplicate-name",
        "there is already a device 'veth0'; choose another name");
  }
}
