package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.tests.dsl.ModelText;

/**
 * Busy polling by {@code epoll_wait}, and interrupts that stay off meanwhile. No recording shows it: what is expected
 * follows from {@code ep_busy_loop} of fs/eventpoll.c, {@code napi_suspend_irqs} and {@code napi_resume_irqs} of
 * net/core/dev.c.
 */
class EpollBusyPollTest {

  private static final int MESSAGES = 50;
  private static final String POLLING = "ioctl ep EPIOCSPARAMS { busy_poll_usecs 200us } ";
  private static final String PREFERRING = "ioctl ep EPIOCSPARAMS { busy_poll_budget 64 prefer_busy_poll 1 } ";
  private static final String DEFERRED = "gro_flush_timeout 20us napi_defer_hard_irqs 3 irq_suspend_timeout 20ms";

  private static Run run(String kernel, String params, String moderation, String traffic) {
    return run(kernel, 0, params, moderation, traffic);
  }

  private static Run run(String kernel, int readerCpu, String params, String moderation, String traffic) {
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel + " }"
        + " nic eth0 on host { queue 0 irq 24 -> cpu 0 moderation { " + moderation + " } }"
        + " workload w on host { thread rdr on cpu " + readerCpu + " {"
        + " s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5000 ep = epoll_create() " + params
        + " epoll_ctl ep EPOLL_CTL_ADD s"
        + " loop { epoll_wait ep recv s 2048B compute 30us } }"
        + " traffic eth0 -> port 5000 { start 1ms payload 64B count 50 " + traffic + " } }");
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  private static long count(Run run, String what) {
    return run.events().stream().filter(event -> event.contains(what)).count();
  }

  private static long read(Run run) {
    return count(run, " sys_exit_recvfrom ret=64");
  }

  private static long wakeUps(Run run) {
    return count(run, " sched_waking comm=rdr ");
  }

  private static long softirqs(Run run) {
    return count(run, " softirq_entry vec=3");
  }

  @Test
  void shouldSleepForTheFirstMessageOnlyWhichTellsWhatToPoll() {
    Run run = run("v6_12", POLLING, "", "gap 100us");
    assertEquals(MESSAGES, read(run));
    assertEquals(1, wakeUps(run));
    assertEquals(1, softirqs(run));
  }

  @Test
  void shouldSleepWhenNothingComesInTheTimeOfPolling() {
    assertEquals(MESSAGES, wakeUps(run("v6_12", POLLING, "", "gap 1ms")));
  }

  @Test
  void shouldKeepInterruptsAndTimersAwayFromAReaderThatFindsMessages() {
    Run suspended = run("v6_18", PREFERRING, DEFERRED, "gap 29us");
    assertEquals(MESSAGES, read(suspended));
    assertEquals(1, suspended.count("irq_handler_entry"));
    assertEquals(1 + 3, softirqs(suspended), "the first, and the polls before interrupts return after the last");
  }

  @Test
  void shouldHaveTheTimerPollWhereTheKernelSuspendsNothing() {
    Run run = run("v6_12", PREFERRING, DEFERRED, "gap 29us");
    assertEquals(MESSAGES, read(run));
    assertTrue(softirqs(run) > MESSAGES / 2, () -> "softirqs " + softirqs(run));
  }

  @Test
  void shouldHaveTheTimerPollOnTheCpuThatPolledLast() {
    Run run = run("v6_12", 1, PREFERRING, DEFERRED, "gap 29us");
    assertEquals(MESSAGES, read(run));
    assertEquals(2, run.names(0).stream().filter("napi_poll"::equals).count(), "the first, by the card's interrupt,"
        + " and the one after it, before the reader polls");
    assertTrue(softirqs(run) > MESSAGES / 2, () -> "softirqs " + softirqs(run));
  }

  @Test
  void shouldLetInterruptsComeAgainWhenTheReaderSleeps() {
    Run run = run("v6_18", PREFERRING, DEFERRED, "gap 1ms");
    assertEquals(MESSAGES, read(run));
    assertEquals(MESSAGES, run.count("irq_handler_entry"));
    assertEquals(MESSAGES, wakeUps(run));
  }

  @Test
  void shouldNotKnowTheRequestBefore69() {
    assertEquals(List.of(), run("v6_12", POLLING, "", "gap 1ms").result().warnings());
    String warning = String.join("\n", run("v6_1", POLLING, "", "gap 1ms").result().warnings());
    assertTrue(warning.contains("ENOTTY"), warning);
  }
}
