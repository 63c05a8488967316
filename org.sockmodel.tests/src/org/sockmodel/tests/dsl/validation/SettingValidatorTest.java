package org.sockmodel.tests.dsl.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingValidatorTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "ring [[256B]] | wrong-unit | 256B has a unit, but a plain number is wanted here; write 256",
      "ring [[0]] | out-of-range | 0 is out of range; use 1 to 1048576",
      "ring [[1.5]] | out-of-range | 1.5 is not a whole number of units; round it",
      "link [[10]] | missing-unit | 10 needs a unit; write bit/s, Kbit/s, Mbit/s or Gbit/s after it",
      "link [[10s]] | wrong-unit | 10s is a time, but a bit rate is wanted here; use bit/s, Kbit/s, Mbit/s or Gbit/s",
      "[[rings]] 5 | unknown-setting | unknown setting of a nic 'rings'; did you mean 'ring'?",
      "[[speed]] 10Gbit/s | unknown-setting | unknown setting of a nic 'speed'; use dma, gro, link, mtu, ntuple,"
          + " queues, ring, rps_flow_cnt, ...",
      "[[rx_usecs]] 5us | unknown-setting | rx_usecs is a setting of a moderation, not of a nic; write it there",
      "ring 5 [[ring]] 6 | said-twice | ring is said twice; delete one",
      "moderation { rx_usecs [[5]] } | missing-unit | 5 needs a unit; write ns, us, ms or s after it",
      "moderation { rx_usecs [[1500ns]] } | out-of-range | 1500ns is not a whole number of us, in which the kernel"
          + " counts rx_usecs; round it",
      "ring [[9999999999999999999999]] | out-of-range | 9999999999999999999999 is out of range; use 1 to 1048576"})
  void shouldCheckSettingsOfNics(String marked, String code, String message) {
    Marked.nic(marked).shouldGive(code, message);
  }

  @Test
  void shouldCheckSettingsOfMachines() {
    Marked.file("machine h { netdev_budget_usecs [[2000]] }").shouldGive("missing-unit",
        "2000 needs a unit; write ns, us, ms or s after it");
    Marked.file("machine h { [[context_switch]] 2us }").shouldGive("unknown-setting",
        "context_switch is a cost of a machine; write: costs { context_switch ... }");
  }

  @Test
  void shouldSayHowSettingsAreWrittenThatEthtoolHasWithAHyphen() {
    Marked.elements("let frames = 5 nic e on host { queue 0 irq 24 -> cpu 0 moderation { [[rx]]-frames } }")
        .shouldGive("unknown-setting", "no setting has a hyphen; write rx_frames");
  }

  @Test
  void shouldCheckSettingsOfTraffic() {
    Marked.traffic("payload [[512]]").shouldGive("missing-unit", "512 needs a unit; write B, KiB, MiB or GiB after it");
  }

  @Test
  void shouldReportUnitsThatDoNotExist() {
    Marked.nic("moderation { rx_usecs [[5min]] }").shouldGive("bad-quantity",
        "unknown unit 'min'; the units are ns us ms s, B KiB MiB GiB, bit/s Kbit/s Mbit/s Gbit/s, pps kpps Mpps,"
          + " ns/B, %");
  }
}
