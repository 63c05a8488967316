package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Distribution;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.Moderation;
import org.sockmodel.runtime.model.ThreadDeclaration;

/** What a model can say of caches: packets that have left them, and tasks whose data have. */
class ColdCachesTest {

  private static final int COLD_NS = 1000;

  @Test
  void shouldReadLongerWhatThirtyTwoOthersHaveFollowed() {
    assertEquals(8 * COLD_NS, laterNs("cold_packet", Models.udpReader("v6_18", 0, Models.traffic(40, 0))));
    assertEquals(0, laterNs("cold_packet", Models.udpReader("v6_18", 0, Models.traffic(32, 0))));
  }

  @Test
  void shouldReadLongerWhatAnotherCpuHandedUp() {
    assertEquals(COLD_NS, laterNs("cold_packet", Models.udpReader("v6_18", 1, Models.traffic(1, 0))));
  }

  @Test
  void shouldReadEachColdSegmentLongerOnce() {
    ModelDeclaration model = Models.tcpReader("v6_18", 1, Models.traffic(1, 0).payloadBytes(4000));
    model.nics().get(0).moderation(new Moderation().rxUsecs(100_000));
    assertEquals(3 * COLD_NS, laterNs("cold_packet", model));
  }

  @Test
  void shouldHoldUpTheTaskThatSoftirqsInterrupted() {
    ThreadDeclaration busy = new ThreadDeclaration("busy", 5).cpu(0)
        .program(new Instruction.Compute(new Distribution.Constant(5_000_000), 6));
    assertEquals(COLD_NS, laterNs("cold_task", Models.model("v6_18", new Moderation(), Models.traffic(1, 0), busy)));
  }

  @Test
  void shouldNotHoldUpAnIdleCpu() {
    assertEquals(0, laterNs("cold_task", Models.udpReader("v6_18", 1, Models.traffic(3, 50_000))));
  }

  /** How much later all is done where this costs {@value #COLD_NS} ns. */
  private static long laterNs(String cost, ModelDeclaration model) {
    long withoutNs = endNs(model);
    model.machines().get(0).cost(cost, COLD_NS);
    return endNs(model) - withoutNs;
  }

  private static long endNs(ModelDeclaration model) {
    String last = Run.of(model, 1).events().stream().reduce((former, latter) -> latter).orElseThrow();
    return Long.parseLong(last.substring(0, last.indexOf(' ')));
  }
}
