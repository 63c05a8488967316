package org.sockmodel.tests.kernel.sched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.model.Instruction;
import org.sockmodel.runtime.model.MachineDeclaration;
import org.sockmodel.runtime.model.ModelDeclaration;
import org.sockmodel.runtime.model.ThreadDeclaration;
import org.sockmodel.runtime.model.WorkloadDeclaration;
import org.sockmodel.runtime.scenario.Simulation;
import org.sockmodel.runtime.trace.TraceEvent;

/** Schedules that follow from the rules of {@code kernel/sched/fair.c} by hand; a jiffy is 4 ms. */
class FairPolicyTest {

  private static final double TOLERANCE_MS = 0.15;

  private final Map<String, Double> ranMs = new HashMap<>();
  private final Map<String, Double> lastInMs = new HashMap<>();
  private final Map<String, Double> endMs = new HashMap<>();
  private int migrations;

  /** Nice 5 has a weight of 335, nice 0 of 1024, nice -5 of 3121. */
  @ParameterizedTest
  @CsvSource({"v3_10,5,19.6", "v6_1,5,19.6", "v6_12,5,19.6", "v6_18,5,19.6", "v6_1,0,60", "v6_18,0,60", "v6_18,-5,60"})
  void shouldShareACpuByTheWeightsOfNice(String kernel, int nice, double otherMs) {
    run(kernel, 1, thread("a", 0, compute(60)), thread("b", nice, compute(60)));
    double otherRanMs = nice < 0 ? ranMs.get("b") : ranUntilEndOf("a");
    assertEquals(otherMs, otherRanMs, 6.2, "within one turn");
  }

  /**
   * A task that wakes 0.3 ms after another one began to compute. CFS leaves the other its share of 3 ms of a period of
   * 6 ms, seen at the tick at 16 ms; EEVDF its slice of 0.7 ms, seen at the tick at 12 ms.
   */
  @ParameterizedTest
  @CsvSource({"v3_10,16", "v6_1,16", "v6_12,12", "v6_18,12"})
  void shouldLetTheCurrentTaskFinishItsSliceBeforeOneThatWakes(String kernel, double atMs) {
    run(kernel, 1, thread("sleeper", 0, sleep(1), sleep(9.3), compute(0.1)),
        thread("hog", 0, sleep(10), compute(50)));
    assertEquals(atMs, lastInMs.get("sleeper"), TOLERANCE_MS);
  }

  /** A task that wakes 5 ms after the other began is more than a granularity behind, or has no later a deadline. */
  @ParameterizedTest
  @ValueSource(strings = {"v3_10", "v6_1", "v6_12", "v6_18"})
  void shouldPreemptATaskThatHadItsShareAtOnceWhenAnotherWakes(String kernel) {
    run(kernel, 1, thread("sleeper", 0, sleep(1), sleep(14), compute(0.1)), thread("hog", 0, sleep(10), compute(50)));
    assertEquals(15.1, lastInMs.get("sleeper"), TOLERANCE_MS);
  }

  /** By 0.8 ms a task is less behind than CFS's granularity of 1 ms, while its EEVDF slice has ended. */
  @ParameterizedTest
  @CsvSource({"v6_1,16", "v6_18,10.8"})
  void shouldPreemptWithinTheGranularityByDeadlineOnly(String kernel, double atMs) {
    run(kernel, 1, thread("sleeper", 0, sleep(1), sleep(9.75), compute(0.1)),
        thread("hog", 0, sleep(10), compute(50)));
    assertEquals(atMs, lastInMs.get("sleeper"), TOLERANCE_MS);
  }

  /** CFS gives a sleeper up to 3 ms of credit, for each of its wake-ups; the hog loses only what the other computes. */
  @Test
  void shouldNotLetASleeperStarveTheOther() {
    run("v6_1", 1, thread("hog", 0, compute(60)),
        thread("sleeper", 0, new Instruction.Loop(20, List.of(sleep(2), compute(1)), 1)));
    assertEquals(80, Math.max(endMs.get("hog"), endMs.get("sleeper")), 3);
    assertTrue(endMs.get("sleeper") < 75, "the sleeper ended at " + endMs.get("sleeper") + " ms");
  }

  /** At 18 ms the task that waits beside b's CPU has had 8 ms of 20. */
  @ParameterizedTest
  @ValueSource(strings = {"v6_1", "v6_18"})
  void shouldPullAWaitingTaskWhenACpuBecomesIdle(String kernel) {
    run(kernel, 2, thread("a", 0, compute(20)), thread("b", 0, compute(18)), thread("c", 0, compute(20)));
    assertEquals(30, endMs.values().stream().mapToDouble(ms -> ms).max().orElseThrow(), 1);
    assertEquals(1, migrations);
  }

  @Test
  void shouldLeavePinnedTasksWhereTheyAre() {
    run("v6_18", 2, thread("a", 0, compute(20)).cpu(0), thread("b", 0, compute(5)), thread("c", 0, compute(20)).cpu(0));
    assertEquals(40, endMs.values().stream().mapToDouble(ms -> ms).max().orElseThrow(), 1);
    assertEquals(0, migrations);
  }

  private double ranUntilEndOf(String name) {
    return endMs.get(name) - ranMs.get(name);
  }

  private void run(String kernel, int cpus, ThreadDeclaration... threads) {
    WorkloadDeclaration workload = new WorkloadDeclaration("w", "host", 1);
    for (ThreadDeclaration thread : threads) {
      workload.thread(cpus == 1 ? thread.cpu(0) : thread);
    }
    ModelDeclaration model = new ModelDeclaration("m", "m.sockmodel")
        .machine(new MachineDeclaration("host", 1).cpus(cpus).kernel(kernel)).workload(workload);
    new Simulation(model, 1, false).run(this::accept);
  }

  private void accept(TraceEvent event) {
    if (event.tracepoint().name().equals("sched_migrate_task")) {
      migrations++;
    } else if (event.tracepoint().name().equals("sched_switch")) {
      double nowMs = event.timeNs() / 1e6;
      String previous = event.names().text((int) event.value(0));
      ranMs.merge(previous, nowMs - lastInMs.getOrDefault(previous, nowMs), Double::sum);
      endMs.put(previous, nowMs);
      lastInMs.put(event.names().text((int) event.value(4)), nowMs);
      endMs.remove("swapper/" + event.cpu());
    }
  }

  private static ThreadDeclaration thread(String name, int nice, Instruction... program) {
    return new ThreadDeclaration(name, 1).nice(nice).program(program);
  }

  private static Instruction compute(double ms) {
    return new Instruction.Compute(Math.round(ms * 1e6), 1);
  }

  private static Instruction sleep(double ms) {
    return new Instruction.Sleep(Math.round(ms * 1e6), 1);
  }
}
