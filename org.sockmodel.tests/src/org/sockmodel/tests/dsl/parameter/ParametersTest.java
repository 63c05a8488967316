package org.sockmodel.tests.dsl.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.dsl.parameter.AssignmentReader;
import org.sockmodel.dsl.parameter.ParameterException;
import org.sockmodel.dsl.parameter.Parameters;
import org.sockmodel.runtime.model.Distribution;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.tests.dsl.ModelText;

class ParametersTest {

  private ModelText model;

  @BeforeEach
  void readModel() {
    model = ModelText.of("""
        model m
        let rate = 10kpps
        machine h { cpus 2 }
        nic e on h { ring 64 queue 0 irq 24 -> cpu 0 }
        workload w on h {
          thread t on cpu 1 { s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5 recv s 9B }
          traffic e -> port 5 { count 10 gap exponential(1 / rate) }
          traffic e -> port 5 { count 10 gap uniform(1us, 2us) }
          traffic named: e -> port 5 { count 10 rate 5pps }
        }
        """);
  }

  @Test
  void shouldTakeOtherValues() throws ParameterException {
    assign("rate=20kpps");
    assign("h.kernel=linux.v6_1");
    assign("h.costs.copy=0.5ns/B");
    assign("h.netdev_budget=100");
    assign("e.ring=2 * 16");
    assign("e.driver=\"igb\"");
    assign("e.napi_weight=16");
    assign("e.moderation.rx_usecs=50us");
    assign("w.t.cpu=0");
    assign("w.t.nice=-5");
    assign("w.traffic.payload=64B");
    assertEquals(List.of(), model.issues());
    ModelDeclaration declared = declared();
    assertEquals("v6_1", declared.machines().get(0).kernel());
    assertEquals(100, declared.machines().get(0).sysctls().get("netdev_budget"));
    assertEquals(0.5, declared.machines().get(0).costsNs().get("copy"));
    assertEquals(32, declared.nics().get(0).ringPackets());
    assertEquals(16, declared.nics().get(0).napiWeightPackets());
    assertEquals("IGB", declared.nics().get(0).driver().name());
    assertEquals(50_000, declared.nics().get(0).moderation().rxUsecsNs(0));
    assertEquals(-5, declared.workloads().get(0).threads().get(0).nice());
    assertEquals(64, declared.workloads().get(0).traffics().get(0).payloadBytes());
    assertEquals(new Distribution.Exponential(50_000), gap(0));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "w.traffic.gap=5us | 0 | Exponential[meanNs=5000]",
      "w.traffic.gap=constant(5us) | 0 | Constant[ns=5000]",
      "w.traffic2.gap=normal(5us, 1us) | 1 | Normal[meanNs=5000, stddevNs=1000]",
      "w.traffic2.rate=1kpps | 1 | Constant[ns=1000000]",
      "w.named.gap=5us | 2 | Constant[ns=5000]"})
  void shouldKeepHowGapsAreSpreadUnlessToldOtherwise(String assignment, int traffic, String gap)
      throws ParameterException {
    assign(assignment);
    assertEquals(List.of(), model.issues());
    assertEquals(gap, gap(traffic).toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "rate=5us | 5us is a time, but a packet rate is wanted here; use pps, kpps or Mpps",
      "moderation.rx_usecs=5us | names nothing in this model; did you mean 'e.moderation.rx_usecs'?",
      "rat=5kpps | names nothing in this model; did you mean 'rate'?",
      "e.moderaton.rx_usecs=5us | names nothing in this model; did you mean 'e.moderation.rx_usecs'?",
      "x=5 | names nothing in this model; name a let, or a setting by its path, such as eth0.moderation.rx_usecs",
      "e.ring=5us | 5us has a unit, but a plain number is wanted here; write 5",
      "e.ring=linux.v6_1 | a quantity is wanted here; write a number with its unit",
      "e.ring=rate | a quantity is wanted here; write a number with its unit",
      "h.kernel=6 | a name is wanted here; write for example linux.v6_18",
      "w.traffic2.gap=5us | the model says uniform(...); write all of the distribution",
      "rate=5min | unknown unit 'min'; the units are ns us ms s, B KiB MiB GiB, bit/s Kbit/s Mbit/s Gbit/s, pps"
          + " kpps Mpps, ns/B, %",
      "rate= | unexpected end of the file; see the language reference for what may stand here",
      "rate=5kpps let | unexpected 'let'; take it away, or see the language reference for what may stand here",
      "rate | has no value; write for example: rate=10kpps"})
  void shouldSayWhatIsWrong(String assignment, String message) {
    assertEquals(message, assertThrows(ParameterException.class, () -> assign(assignment)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"e.ring=0", "e.moderation.rx_usecs=1500ns", "w.t.cpu=2", "h.cpus=1", "e.queues=2"})
  void shouldLeaveRangesToValidation(String assignment) throws ParameterException {
    assign(assignment);
    assertEquals(1, model.issues().size(), model.issues().toString());
  }

  private void assign(String assignment) throws ParameterException {
    new Parameters(model.model()).assign(ModelText.instance(AssignmentReader.class).read(assignment));
  }

  private ModelDeclaration declared() {
    return ModelText.instance(ModelCompiler.class).compile(model.model());
  }

  private Distribution gap(int traffic) {
    return declared().workloads().get(0).traffics().get(traffic).gap();
  }
}
