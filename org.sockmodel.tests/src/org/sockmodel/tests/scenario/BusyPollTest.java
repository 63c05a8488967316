package org.sockmodel.tests.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.dsl.compile.ModelCompiler;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.tests.dsl.ModelText;

/**
 * Busy polling of a card's queue by a reader. No recording shows it: what is expected follows from {@code
 * napi_busy_loop}, {@code busy_poll_stop} and {@code napi_complete_done} of net/core/dev.c.
 */
class BusyPollTest {

  private static final int MESSAGES = 50;
  private static final String FREQUENT = "count 50 gap 50us";
  private static final String UDP = "s = socket(AF_INET, SOCK_DGRAM, 0) bind s port 5000 ";
  private static final String TCP = "s = socket(AF_INET, SOCK_STREAM, 0) established s port 5000 ";
  private static final String POLL = "setsockopt s SO_BUSY_POLL 200us ";
  private static final String READ = "loop { recv s 2048B } ";

  private String kernel = "v6_18";
  private String machine = "";
  private String moderation = "";
  private String capability = "";

  private Run run(String reader, String more, String traffic) {
    ModelText text = ModelText.of("model m machine host { cpus 2 kernel linux." + kernel + " " + machine + " }"
        + " nic eth0 on host { queue 0 irq 24 -> cpu 0 moderation { rx_usecs 0us " + moderation + " } }"
        + " workload w on host { " + capability + " thread rdr on cpu 0 { " + reader + " } " + more
        + " traffic eth0 -> port 5000 { start 1ms payload 64B " + traffic + " } }");
    assertEquals(List.of(), text.issues());
    return Run.of(ModelText.instance(ModelCompiler.class).compile(text.model()), 1);
  }

  private static long wakeups(Run run) {
    return run.events().stream().filter(event -> event.contains(" sched_waking comm=rdr ")).count();
  }

  private static long read(Run run) {
    return run.events().stream().filter(event -> event.contains(" sys_exit_recvfrom ret=64")).count();
  }

  private static long emptyPolls(Run run) {
    return run.events().stream().filter(event -> event.contains("rdr-") && event.contains(" napi_poll ")
        && event.contains(" work=0 ")).count();
  }

  @Test
  void shouldCountWhatTheReaderPolledItself() {
    assertEquals(MESSAGES - 1, busyPolled(run(UDP + POLL + READ, "", FREQUENT)));
    assertEquals(0, busyPolled(run(UDP + READ, "", FREQUENT)));
  }

  private static long busyPolled(Run run) {
    return run.result().protocols().get(0).counts().getOrDefault(SnmpCounter.TCP_EXT_BUSY_POLL_RX_PACKETS, 0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {UDP, TCP})
  void shouldSleepForTheFirstMessageOnlyWhichTellsWhatToPoll(String socket) {
    Run run = run(socket + POLL + READ, "", FREQUENT);
    assertEquals(MESSAGES, read(run));
    assertEquals(1, wakeups(run));
    assertEquals(MESSAGES, run.count("irq_handler_entry"), "the card interrupts as it is not told to be quiet");
    assertEquals(1, run.events().stream().filter(event -> event.contains(" softirq_raise vec=3")).count(),
        "but its interrupts schedule nothing while a reader owns the queue");
  }

  @Test
  void shouldTakeMessagesWithoutInterruptsIfTheyAreDeferred() {
    moderation = "gro_flush_timeout 100us napi_defer_hard_irqs 2";
    capability = "capability CAP_NET_ADMIN";
    Run run = run(UDP + POLL + "setsockopt s SO_PREFER_BUSY_POLL 1 " + READ, "", FREQUENT);
    assertEquals(MESSAGES, read(run));
    assertEquals(1, wakeups(run));
    assertEquals(1, run.count("irq_handler_entry"), "interrupts for " + MESSAGES + " messages");
  }

  @Test
  void shouldSleepWhenItsTimeIsOver() {
    Run run = run(UDP + "setsockopt s SO_BUSY_POLL 100us " + READ, "", "count 10 gap 1ms");
    assertEquals(10, read(run));
    assertEquals(10, wakeups(run));
    assertTrue(emptyPolls(run) > 100, "polls that found nothing: " + emptyPolls(run));
  }

  @Test
  void shouldGiveTheCpuToATaskThatNeedsIt() {
    Run run = run(UDP + "setsockopt s SO_BUSY_POLL 50ms " + READ, "thread other on cpu 0 { sleep 20ms compute 1ms }",
        "count 3 gap 10ms");
    assertEquals(3, read(run));
    List<String> late = run.events().stream().filter(event -> Long.parseLong(event.split(" ")[0]) > 15_000_000
        && Long.parseLong(event.split(" ")[0]) < 40_000_000).toList();
    assertEquals(1, late.stream().filter(event -> event.contains(" sched_switch prev_comm=rdr ")
        && event.contains(" next_comm=other ")).count());
    assertTrue(late.stream().noneMatch(event -> event.contains(" sched_waking comm=rdr ")),
        "the reader polls on, it does not sleep");
  }

  @Test
  void shouldPollOnceIfItDoesNotWait() {
    Run run = run(UDP + POLL + "recv s 2048B sleep 1ms recv s 2048B flags MSG_DONTWAIT if errno EAGAIN { }", "",
        "count 1");
    assertEquals(2, emptyPolls(run), "one round, and the poll that gives the queue back");
  }

  @Test
  void shouldLeaveToTheSoftirqWhatItsBudgetDoesNotCover() {
    capability = "capability CAP_NET_ADMIN";
    Run run = run(UDP + "setsockopt s SO_BUSY_POLL 5ms setsockopt s SO_BUSY_POLL_BUDGET 1 " + READ,
        "traffic first: eth0 -> port 5000 { start 500us payload 64B }", "count 20 gap 10ns");
    assertEquals(21, read(run));
    List<String> polls = run.events().stream().filter(event -> event.contains(" napi_poll ")
        && !event.contains(" work=0 ")).map(event -> event.replaceAll(".* work=", "")).limit(3).toList();
    assertEquals(List.of("1 budget=64", "1 budget=1", "1 budget=1"), polls, "softirq, reader, and the reader's last");
    assertEquals(2, run.events().stream().filter(event -> event.contains(" softirq_raise vec=3")).count());
  }

  @Test
  void shouldTakeTheTimeOfNewSocketsFromTheSysctl() {
    machine = "busy_read 200us";
    assertEquals(1, wakeups(run(UDP + READ, "", FREQUENT)));
    machine = "";
    assertEquals(MESSAGES, wakeups(run(UDP + READ, "", FREQUENT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll", "select"})
  void shouldPollTheCardBetweenTheQuestionsOfOneCallIfTheSysctlSaysSo(String call) {
    String reader = UDP + POLL + "loop { " + call + " s events POLLIN recv s 2048B flags MSG_DONTWAIT } ";
    assertEquals(MESSAGES, wakeups(run(reader, "", FREQUENT)), "only recv polls the card, and it need not");
    machine = "busy_poll 200us";
    Run run = run(reader, "", FREQUENT);
    assertEquals(MESSAGES, read(run));
    assertEquals(1, wakeups(run), "the first message tells what to poll");
  }

  @Test
  void shouldNotAskASocketAgainThatHasNoTimeOfItsOwn() {
    machine = "busy_poll 200us";
    assertEquals(MESSAGES, wakeups(run(UDP + "loop { poll s events POLLIN recv s 2048B flags MSG_DONTWAIT } ", "",
        FREQUENT)));
  }

  @Test
  void shouldHaveEpollPollTheCardForAsLongAsTheSysctlSays() {
    String reader = UDP + "e = epoll_create() epoll_ctl e EPOLL_CTL_ADD s events EPOLLIN "
        + "loop { epoll_wait e recv s 2048B flags MSG_DONTWAIT } ";
    assertEquals(MESSAGES, wakeups(run(reader, "", FREQUENT)));
    machine = "busy_poll 200us";
    assertEquals(1, wakeups(run(reader, "", FREQUENT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v3_10 SO_BUSY_POLL 1us ENOPROTOOPT", "v3_10 SO_PREFER_BUSY_POLL 1 ENOPROTOOPT",
      "v6_1 SO_PREFER_BUSY_POLL 1 EPERM", "v6_18 SO_BUSY_POLL_BUDGET 9 EPERM"})
  void shouldRefuseWhatTheKernelDoesNotKnowOrTheProcessMayNotDo(String refused) {
    String[] words = refused.split(" ");
    kernel = words[0];
    Run run = run(UDP + "setsockopt s " + words[1] + " " + words[2] + " " + READ, "", "count 1");
    assertEquals(List.of("thread rdr of w ended: line 1: " + words[3]), run.result().warnings());
  }
}
