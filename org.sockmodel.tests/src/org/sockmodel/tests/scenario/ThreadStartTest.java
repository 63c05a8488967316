package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/** Threads that another thread makes. */
class ThreadStartTest {

  private static Run run(String kernel, String first, String second) {
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel + " } workload w on host {"
        + " thread main on cpu 0 { " + first + " } thread other on cpu 1 { " + second + " } }");
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  /** The names of the events that begin or end a call or wake a thread, in order. */
  private static List<String> of(Run run) {
    return run.events().stream().map(event -> event.split(" ")[3])
        .filter(name -> name.startsWith("sys_") || name.startsWith("sched_wak")).toList();
  }

  /** As a 6.18 kernel recorded it of pthread_create(3), whose new thread returns from the call too. */
  @ParameterizedTest
  @CsvSource({"v3_10, clone", "v6_1, clone3", "v6_18, clone3"})
  void shouldWakeTheNewThreadWithinTheCall(String kernel, String call) {
    Run run = run(kernel, "sleep 1ms pthread_create other sleep 1ms", "compute 5us");
    assertEquals(List.of(), run.result().warnings());
    assertEquals(List.of("sys_enter_clock_nanosleep", "sched_waking", "sched_wakeup", "sys_exit_clock_nanosleep",
        "sys_enter_" + call, "sched_wakeup_new", "sys_exit_" + call, "sys_enter_clock_nanosleep", "sys_exit_" + call,
        "sched_waking", "sched_wakeup", "sys_exit_clock_nanosleep"), of(run));
  }

  @Test
  void shouldShareDescriptorsAndNotRunBefore() {
    Run run = run("v6_18", "r, s = socketpair(AF_UNIX, SOCK_DGRAM, 0) pthread_create other recv r 64B", "send s 64B");
    assertEquals(List.of(), run.result().warnings());
  }

  @Test
  void shouldMakeAThreadOnce() {
    Run run = run("v6_18", "pthread_create other pthread_create other", "compute 5us");
    assertEquals(List.of("thread main of w ended: line 1: EAGAIN"), run.result().warnings());
  }

  @Test
  void shouldKnowNoThreadBeforeItIsMade() {
    Run run = run("v6_18", "tgkill other SIGUSR1 if errno ESRCH { pthread_create other }", "compute 5us");
    assertEquals(List.of(), run.result().warnings());
    assertEquals(1, of(run).stream().filter("sched_wakeup_new"::equals).count());
  }

  @Test
  void shouldBlockTheSignalsThatItsMakerBlocks() {
    Run run = run("v6_18", "sigprocmask SIG_BLOCK SIGUSR1 pthread_create other sleep 1ms tgkill other SIGUSR1",
        "sleep 3ms");
    assertEquals(List.of(), run.result().warnings());
  }
}
