package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/**
 * Callers of {@code socket(2)} that wait for modprobe. The recordings show that it is not there; the rest follows from
 * kernel/umh.c and kernel/workqueue.c.
 */
class ModprobeTest {

  private static final String X25 = "x = socket(AF_X25, SOCK_SEQPACKET, 0) ";
  private static final String REFUSED = "x = socket(AF_X25, SOCK_SEQPACKET, 0) if errno EAFNOSUPPORT { } ";
  private static final String COSTS = "costs { modprobe 5ms } ";

  private static Run run(String kernel, String threads) {
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel + " " + COSTS
        + " } workload w on host { " + threads + " }");
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  private static List<String> of(Run run, String... parts) {
    return run.events().stream().filter(event -> List.of(parts).stream().allMatch(event::contains)).toList();
  }

  private static long ns(String event) {
    return Long.parseLong(event.split(" ")[0]);
  }

  @Test
  void shouldSleepUntilTheModuleIsLoadedAndNotAgain() {
    Run run = run("v3_10", "thread a on cpu 0 { " + X25 + "y = socket(AF_X25, SOCK_SEQPACKET, 0) }");
    assertEquals(1, of(run, "sched_switch", "prev_comm=a ", "prev_state=2 ").size());
    assertEquals(1, of(run, "sched_wakeup_new").size());
    assertEquals(1, of(run, "sched_switch", "prev_comm=modprobe ", "prev_state=32 ").size());
    List<String> sleeps = of(run, "sched_switch", "prev_comm=a ", "prev_state=2 ");
    List<String> wakeUps = of(run, "sched_waking", "comm=a ");
    assertEquals(1, wakeUps.size());
    assertTrue(ns(wakeUps.get(0)) - ns(sleeps.get(0)) >= 5_000_000, wakeUps.get(0));
    assertTrue(wakeUps.get(0).contains("kworker/u4:"), wakeUps.get(0));
  }

  @Test
  void shouldSleepUntilTheProgramIsFoundMissing() {
    Run run = run("v6_12", "thread a on cpu 0 { " + REFUSED + REFUSED.replace("x ", "y ") + " }");
    assertEquals(2, of(run, "sched_switch", "prev_comm=a ", "prev_state=2 ").size());
    assertEquals(List.of(), of(run, "modprobe"));
    assertEquals(2, of(run, "sched_switch", "prev_comm=kworker/u8:0 ", "prev_state=32 ").size());
  }

  @Test
  void shouldAskForNothingWithoutModules() {
    Run run = run("v6_18", "thread a on cpu 0 { " + REFUSED + " }");
    assertEquals(List.of(), of(run, "kworker"));
    assertEquals(List.of(), of(run, "sched_waking"));
  }

  @Test
  void shouldGiveTwoCallersWorkersOfTheirOwn() {
    Run run = run("v6_12", "thread a on cpu 0 { " + REFUSED + " } thread b on cpu 1 { " + REFUSED + " }");
    assertEquals(1, of(run, "sched_waking comm=a ", "kworker/u8:").size());
    assertEquals(1, of(run, "sched_waking comm=b ", "kworker/u8:").size());
    assertEquals(1, of(run, "sched_wakeup_new", "comm=kworker/u8:0 ").size());
    assertEquals(1, of(run, "sched_wakeup_new", "comm=kworker/u8:1 ").size());
  }

  @Test
  void shouldNotBeWokenByASignal() {
    Run run = run("v3_10", "thread a on cpu 0 { " + X25 + " } "
        + "thread b on cpu 1 { sigaction SIGUSR1 handler sleep 1ms tgkill a SIGUSR1 }");
    assertEquals(1, of(run, "sched_waking comm=a ").size());
  }
}
