package org.sockmodel.tests.trace.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.EventLog;

/** Texts as people have them, of kernels and tools of other makes and years. */
class TextsOfToolsTest {

  private static final String ATRACE = """
      # tracer: nop
      #
      # entries-in-buffer/entries-written: 30624/30624   #P:4
      #
      #           TASK-PID    TGID   CPU#  ||||    TIMESTAMP  FUNCTION
      #              | |        |      |   ||||       |         |
         Binder:980_13-3951  (  980) [002] ...1  1628.269667: tracing_mark_write: E|980
                 <...>-1103  (-----) [001] d..4  1628.300748: sched_waking: comm=server pid=980 prio=118 target_cpu=001
       tfm (b6[0]) 00-1714  (-----) [000] d..3  1628.310000: sched_switch: prev_comm=tfm_b6 prev_pid=17 prev_prio=35 \
      prev_state=D|W ==> next_comm=swapper/0 next_pid=0 next_prio=120
                <idle>-0     (-----) [000] d.h7  1628.320000: sched_wakeup: comm=tfm_b6 pid=17 prio=35 success=1 \
      target_cpu=000
      """;
  private static final List<String> OF_ATRACE = List.of(
      "1628269667000 [2] Binder:980_13-3951 tracing_mark_write buf=E|980",
      "1628300748000 [1] -1103 sched_waking comm=server pid=980 prio=118 target_cpu=1",
      "1628310000000 [0] tfm (b6[0]) 00-1714 sched_switch prev_comm=tfm_b6 prev_pid=17 prev_prio=35 prev_state=2 "
          + "next_comm=swapper/0 next_pid=0 next_prio=120",
      "1628320000000 [0] <idle>-0 sched_wakeup comm=tfm_b6 pid=17 prio=35 target_cpu=0");

  @TempDir
  Path scratch;

  @Test
  void shouldReadWhatAtracePrints() throws Exception {
    assertEquals(OF_ATRACE, read("capturing trace... done\nTRACE:\n" + ATRACE));
  }

  /** Before the trace stands the program that shows it, some megabytes long. */
  @Test
  void shouldReadThePagesOfSystrace() throws Exception {
    String program = "var a = [0];\nfunction f(b) { return a[0] + b; }\n".repeat(20_000);
    assertEquals(OF_ATRACE, read("<!DOCTYPE html>\n<html>\n<head><title>Android System Trace</title>\n<script>\n"
        + program + "</script>\n</head>\n<body>\n<script class=\"trace-data\" type=\"application/text\">\n"
        + "PROCESS DUMP\nroot  1  0  10632  1484 SyS_epoll_wait 0 S init\n</script>\n<script class=\"trace-data\">\n"
        + ATRACE + "  </script>\n</body>\n</html>\n"));
  }

  @Test
  void shouldCallOtherPagesSo() {
    TraceException refused = assertThrows(TraceException.class,
        () -> read("<!doctype html>\n<html><head><title>A report</title></head></html>\n"));
    assertEquals(scratch.resolve("trace") + " is a page for browsers; open the trace that it was made of",
        refused.getMessage());
  }

  /** Their kernels have columns for the need to switch lazily and for how deep that is put off. */
  @Test
  void shouldReadTheFlagsOfRealTimeKernels() throws Exception {
    assertEquals(List.of("81000001000 [1] <idle>-0 irq_handler_entry irq=56 name=eth0",
        "81000002000 [1] <idle>-0 irq_handler_exit irq=56 ret=1", "81000003000 [1] irq/56-eth0-234 softirq_entry vec=3",
        "81000004000 [1] irq/56-eth0-234 softirq_exit vec=3"), read("""
        # tracer: nop
        #           TASK-PID     CPU#  |||||||  TIMESTAMP  FUNCTION
                  <idle>-0       [001] dNLh2..    81.000001: irq_handler_entry: irq=56 name=eth0
                  <idle>-0       [001] d.Lh2.1    81.000002: irq_handler_exit: irq=56 ret=handled
             irq/56-eth0-234     [001] D..s213    81.000003: softirq_entry: vec=3 [action=NET_RX]
             irq/56-eth0-234     [001] b..s.1.    81.000004: softirq_exit: vec=3 [action=NET_RX]
        """));
  }

  /** Before 2.6.38 the kernel printed the scheduler's events otherwise, and trace-cmd in a form of its own. */
  @Test
  void shouldReadOldReportsOfTraceCmd() throws Exception {
    assertEquals(List.of(
        "6543123456000 [0] bash-1234 sched_switch prev_comm=bash prev_pid=1234 prev_prio=120 prev_state=1 "
            + "next_comm=swapper next_pid=0 next_prio=140",
        "6543123466000 [0] <idle>-0 sched_wakeup comm=bash pid=1234 prio=120 target_cpu=3",
        "6543123476000 [0] <idle>-0 sched_switch prev_comm=swapper prev_pid=0 prev_prio=140 prev_state=0 "
            + "next_comm=bash next_pid=1234 next_prio=120",
        "6543123486000 [0] bash-1234 sched_wakeup comm=bash pid=1234 prio=120 target_cpu=0",
        "6543123496000 [0] bash-1234 irq_handler_entry irq=19 name=eth0"), read("""
        version = 6
        CPU 2 is empty
        cpus=4
                    bash-1234  [000]  6543.123456: sched_switch:         task bash:1234 [120] (S) ==> swapper:0 [140]
                  <idle>-0     [000]  6543.123466: sched_wakeup:         task bash:1234 [120] success=1 [003]
                  <idle>-0     [000]  6543.123476: sched_switch:         swapper:0 [140] R ==> bash:1234 [120]
                    bash-1234  [000]  6543.123486: sched_wakeup:         bash:1234 [120] success=1 CPU:000
                    bash-1234  [000]  6543.123496: irq_handler_entry:    irq=19 name=eth0
        """));
  }

  /** Before 2.6.34 the events of interrupts had other words, too. */
  @Test
  void shouldReadInterruptsOfOldKernels() throws Exception {
    assertEquals(List.of(
        "123456789000 [0] <idle>-0 irq_handler_entry irq=26 name=ahci, eth0",
        "123456790000 [0] <idle>-0 irq_handler_exit irq=26 ret=1",
        "123456791000 [0] <idle>-0 irq_handler_exit irq=27 ret=0",
        "123456792000 [0] <idle>-0 softirq_entry vec=3",
        "123456793000 [0] <idle>-0 softirq_exit vec=3"), read("""
        # tracer: nop
        #
        #           TASK-PID    CPU#    TIMESTAMP  FUNCTION
        #              | |       |          |         |
                  <idle>-0     [000]   123.456789: irq_handler_entry: irq=26 handler=ahci, eth0
                  <idle>-0     [000]   123.456790: irq_handler_exit: irq=26 return=handled
                  <idle>-0     [000]   123.456791: irq_handler_exit: irq=27 return=unhandled
                  <idle>-0     [000]   123.456792: softirq_entry: softirq=3 action=NET_RX
                  <idle>-0     [000]   123.456793: softirq_exit: softirq=3 action=NET_RX
        """));
  }

  /** Before 3.16 perf printed no subsystem; since 6 its columns are wider. */
  @Test
  void shouldReadPerfScriptsOfAnyYear() throws Exception {
    assertEquals(List.of("6543123466000 [0] perf-22 softirq_entry vec=3",
        "6543123467000 [3] swapper-0 softirq_exit vec=3", "6543123468000 [3] -2212 softirq_exit vec=3"), read("""
                    perf    22 [000]  6543.123466: softirq_entry: vec=3 [action=NET_RX]
                 swapper       0/0       [003]  6543.123467:                   irq:softirq_exit: vec=3 [action=NET_RX]
               :2212    2212/2212    [003]  6543.123468:                    irq:softirq_exit: vec=3 [action=NET_RX]
        """));
  }

  private List<String> read(String text) throws Exception {
    TraceReader reader = TraceFiles.open(Files.writeString(scratch.resolve("trace"), text));
    EventLog log = new EventLog();
    reader.read(log);
    assertEquals("", reader.statistics().warning());
    return log.lines();
  }
}
