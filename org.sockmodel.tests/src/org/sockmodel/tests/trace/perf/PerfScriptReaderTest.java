package org.sockmodel.tests.trace.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.perf.PerfScriptReader;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

class PerfScriptReaderTest {

  private TraceStatistics statistics;

  @Test
  void shouldReadEventsOfAnyTask() throws Exception {
    assertEquals(List.of(
        "1000002000 [3] swapper-0 softirq_entry vec=3",
        "1000002003 [0] a b-8 sched_waking comm=c d pid=9 prio=120 target_cpu=1",
        "1000002000 [0] a-9 sys_enter_read fd=3 buf=7fff count=16",
        "1000002000 [0] a-9 sys_exit_read ret=-11",
        "1000002000 [0] --1 sched_process_exit comm=x pid=1 prio=120",
        "1000002000 [0] a-9 sched_stat_runtime text=comm=perf pid=366 runtime=60490 [ns]"), read("""
             swapper     0 [003]     1.000002:                irq:softirq_entry: vec=3 [action=NET_RX]
                 a b     8 [000]     1.000002003:          1 sched:sched_waking: comm=c d pid=9 prio=120 target_cpu=001
                   a   8/9 [000]     1.000002: syscalls:sys_enter_read: fd: 0x00000003, buf: 0x7fff, count: 0x10
                   a     9 [000]     1.000002:  syscalls:sys_exit_read: 0xfffffffffffffff5
                 :-1    -1 [000]     1.000002: sched:sched_process_exit: comm=x pid=1 prio=120
                   a     9 [000]     1.000002: sched:sched_stat_runtime: comm=perf pid=366 runtime=60490 [ns]
        """));
  }

  /** As {@code perf script -F tid,cpu,time,event,trace} prints them. */
  @Test
  void shouldReadEventsOfTasksWithoutNames() throws Exception {
    assertEquals(List.of("1000002000 [3] -26175 softirq_exit vec=3", "1000003000 [3] -7 softirq_exit vec=3",
        "1000004000 [3] --1 softirq_exit vec=3", "1000005000 [3] -8 softirq_exit vec=3"), read("""
        26175 [003]     1.000002: irq:softirq_exit: vec=3 [action=NET_RX]
            7 [003]     1.000003: irq:softirq_exit: vec=3 [action=NET_RX]
           -1 [003]     1.000004: irq:softirq_exit: vec=3 [action=NET_RX]
        7/8 [003]     1.000005: irq:softirq_exit: vec=3 [action=NET_RX]
        """));
    assertEquals(0, statistics.unparsedCount());
  }

  /** Perf prints the number of a task for a name that no record tells, as it is attached to a task that runs. */
  @Test
  void shouldNotTakeTheNumberOfATaskForItsName() throws Exception {
    assertEquals(List.of("1000002000 [3] -28248 softirq_exit vec=3", "1000003000 [3] -9 softirq_exit vec=3",
        "1000004000 [3] :9-8 softirq_exit vec=3"), read("""
          :28248 28248 [003]     1.000002: irq:softirq_exit: vec=3 [action=NET_RX]
              :9   8/9 [003]     1.000003: irq:softirq_exit: vec=3 [action=NET_RX]
              :9     8 [003]     1.000004: irq:softirq_exit: vec=3 [action=NET_RX]
        """));
  }

  /** As {@code perf script -F comm,tid,cpu,time,event} prints them. */
  @Test
  void shouldRefuseEventsWithoutTheirFields() {
    TraceException refused = assertThrows(TraceException.class, () -> read(
        "java  7 [003]     1.000002: sched:sched_switch: \njava  7 [003]     1.000003: irq:softirq_exit: \n"));
    assertTrue(refused.getMessage().endsWith(" tells nothing of its events but their names; print it with"
        + " perf script --ns -F comm,tid,cpu,time,event,trace"), refused.getMessage());
  }

  /** As {@code perf script -F comm,pid,cpu,time,event,trace} prints them, of which the second is a thread's of java. */
  @Test
  void shouldSayWhereALineTellsAProcess() throws Exception {
    String next = " prev_prio=120 prev_state=S ==> next_comm=swapper/3 next_pid=0 next_prio=120\n";
    read("java  7 [003]     1.000002: sched:sched_switch: prev_comm=java prev_pid=7" + next
        + ":-1  -1 [003]     1.000003: sched:sched_switch: prev_comm=gone prev_pid=9" + next);
    assertEquals("", statistics.warning());

    read("java  7 [003]     1.000002: sched:sched_switch: prev_comm=java prev_pid=8" + next);
    assertTrue(statistics.warning().startsWith("1 switch is of another thread than the line says, "),
        statistics.warning());
  }

  @Test
  void shouldNotTakeANameForTheColumnsBehindIt() throws Exception {
    assertEquals(List.of("1000002000 [3] x 1 [0] 1.0: y-7 softirq_exit vec=3",
        "1000003000 [3] x 1 [0] 1.0: y-8 softirq_exit vec=3",
        "1000004000 [3] 1 [0]1: 2 [0]1:-7 softirq_exit vec=3"), read("""
          x 1 [0] 1.0: y     7 [003]     1.000002: irq:softirq_exit: vec=3 [action=NET_RX]
          x 1 [0] 1.0: y   7/8 [003]     1.000003: irq:softirq_exit: vec=3 [action=NET_RX]
         1 [0]1: 2 [0]1:     7 [003]     1.000004: irq:softirq_exit: vec=3 [action=NET_RX]
        """));
  }

  @Test
  void shouldPassOverCallChains() throws Exception {
    assertEquals(List.of("1000002000 [3] a-7 softirq_exit vec=3"), read("""
        # captured on    : today
        a     7 [003]     1.000002: irq:softirq_exit: vec=3 [action=NET_RX]
        \tffffffff813a88b4 handle_softirqs+0x1f4 ([kernel.kallsyms])
                ffffffff813a88b4 irq_exit_rcu+0x14 ([kernel.kallsyms])

        """));
    assertEquals(0, statistics.unparsedCount());
  }

  @Test
  void shouldRefuseDifferencesOfTimes() {
    TraceException refused = assertThrows(TraceException.class, () -> read("""
        a     7 [003]     0.000000: irq:softirq_exit: vec=3 [action=NET_RX]
        a     7 [003]     0.000003: irq:softirq_exit: vec=3 [action=NET_RX]
        a     7 [003]     0.000001: irq:softirq_exit: vec=3 [action=NET_RX]
        a     7 [003]     0.000001: irq:softirq_exit: vec=3 [action=NET_RX]
        """));
    assertTrue(refused.getMessage().endsWith("; print it without --deltatime"), refused.getMessage());
  }

  @Test
  void shouldPassOverWhatPerfTellsOfTasks() throws Exception {
    assertEquals(List.of("1000002000 [3] a-7 softirq_exit vec=3", "lost 5 on 3"), read("""
             swapper     0 [000]     0.000000: PERF_RECORD_COMM: kthreadd:2/2
             swapper     0 [000]     0.000000: PERF_RECORD_FORK(2:2):(0:0)
             swapper    -1 [000]     0.000000: PERF_RECORD_MMAP -1/0: [0xffff(0x12) @ 0xffff]: x [kernel.kallsyms]_text
                   a     7 [003]     1.000002: irq:softirq_exit: vec=3 [action=NET_RX]
                   a     7 [003]     1.000003: PERF_RECORD_LOST lost 5
        """));
    assertEquals(0, statistics.unparsedCount());
    assertEquals(5, statistics.lostCount());
    assertEquals(1_000_002_000, statistics.beginNs());
  }

  @Test
  void shouldSayThatTimesRunBackwards() throws Exception {
    read("""
             swapper     0 [000]     0.000010: irq:softirq_exit: vec=3 [action=NET_RX]
             swapper     0 [000]     0.000005: irq:softirq_exit: vec=3 [action=NET_RX]
             swapper     0 [000]     0.000006: irq:softirq_exit: vec=3 [action=NET_RX]
        """);
    assertEquals("1 event is earlier than the one before", statistics.warning());
  }

  @Test
  void shouldUnderstandEveryLineOfTheRecordings() throws Exception {
    List<Path> files = Oracle.files("perf", ".script.txt.gz", "sample_script_fields.txt");
    assertEquals(3, files.size());
    long events = 0;
    for (Path file : files) {
      PerfScriptReader reader = new PerfScriptReader(Oracle.open(file), file.toString());
      reader.read(event -> { });
      assertEquals("", reader.statistics().warning());
      events += reader.statistics().events();
    }
    assertEquals(4261 + 2160 + 400, events);
  }

  @Test
  void shouldRefuseWhatIsNoPerfScript() {
    TraceException refused = assertThrows(TraceException.class, () -> read("Dear reader,\n"));
    assertEquals("test holds no line of a perf script", refused.getMessage());
  }

  private List<String> read(String text) throws TraceException {
    PerfScriptReader reader =
        new PerfScriptReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test");
    EventLog log = new EventLog();
    reader.read(log);
    statistics = reader.statistics();
    return log.lines();
  }
}
