package org.sockmodel.tests.kernel.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.scenario.Simulation;

class TickTest {

  private static final long BUSY_NS = 40_500_000;
  private static final int JIFFIES = 10;

  @Test
  void shouldTickEveryFourMillisecondsWhileACpuIsBusy() {
    assertEquals(JIFFIES, ticks(machine(), compute(BUSY_NS)));
  }

  @Test
  void shouldNotTickWhileACpuIsIdle() {
    assertEquals(1, ticks(machine(), new Instruction.Sleep(BUSY_NS, 1)), "the timer that ends the sleep");
  }

  @Test
  void shouldNotTickAtAllWithNohzFull() {
    assertEquals(0, ticks(machine().sysctl("nohz_full", 1), compute(BUSY_NS)));
  }

  @Test
  void shouldRaiseTheTimerSoftirqAtEveryTickOfAnOldKernelOnly() {
    assertEquals(0, count(machine(), "softirq_raise", compute(BUSY_NS)));
    assertEquals(JIFFIES, count(machine().kernel("v3_10"), "softirq_raise", compute(BUSY_NS)));
  }

  @Test
  void shouldShareTheCpuBetweenTasksThatOnlyCompute() {
    long[] switches = new long[1];
    ModelDeclaration model = new ModelDeclaration("m", "m.sockmodel").machine(machine())
        .workload(new WorkloadDeclaration("w", "host", 1)
            .thread(new ThreadDeclaration("a", 1).cpu(0).program(compute(BUSY_NS)))
            .thread(new ThreadDeclaration("b", 1).cpu(0).program(compute(BUSY_NS))));
    new Simulation(model, 1, false).run(event -> {
      if (event.tracepoint().name().equals("sched_switch") && event.value(3) == 256) {
        switches[0]++;
      }
    });
    assertTrue(switches[0] >= JIFFIES, switches[0] + " preemptions");
  }

  private static MachineDeclaration machine() {
    return new MachineDeclaration("host", 1).cpus(1);
  }

  private static Instruction compute(long ns) {
    return new Instruction.Compute(ns, 1);
  }

  private static long ticks(MachineDeclaration machine, Instruction instruction) {
    return count(machine, "local_timer_entry", instruction);
  }

  private static long count(MachineDeclaration machine, String tracepoint, Instruction instruction) {
    long[] count = new long[1];
    ModelDeclaration model = new ModelDeclaration("m", "m.sockmodel").machine(machine)
        .workload(new WorkloadDeclaration("w", "host", 1)
            .thread(new ThreadDeclaration("t", 1).cpu(0).program(instruction)));
    new Simulation(model, 1, false).run(event -> {
      if (event.tracepoint().name().equals(tracepoint)) {
        count[0]++;
      }
    });
    return count[0];
  }
}
