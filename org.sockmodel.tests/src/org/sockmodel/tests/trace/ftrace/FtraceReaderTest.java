package org.sockmodel.tests.trace.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.TraceException;

class FtraceReaderTest extends FtraceTexts {

  @Test
  void shouldReadTasksWhoseNamesHoldAnything() throws Exception {
    assertEquals(List.of(
        "1000002000 [3] a b-7 softirq_entry vec=3",
        "1000002000 [3] x-y-8 softirq_entry vec=3",
        "1000002000 [3] t [001] u-9 softirq_entry vec=3",
        "1000002000 [3] k/0:1-ev-10 softirq_entry vec=3",
        "1000002000 [3] --1 softirq_entry vec=3",
        "1000002000 [3] -11 softirq_entry vec=3"), read("""
                     a b-7       [003] ..s1.     1.000002: softirq_entry: vec=3 [action=NET_RX]
                     x-y-8       (      8) [003] ..s1.     1.000002: softirq_entry: vec=3 [action=NET_RX]
             t [001] u-9       (-------) [003] ..s1     1.000002: softirq_entry: vec=3 [action=NET_RX]
               k/0:1-ev-10    [003]     1.000002000: softirq_entry:        vec=3 [action=NET_RX]
                   <...>-0       [003] ..s1.     1.000002: softirq_entry: vec=3
                   <...>-11      [003] ..s1.     1.000002: softirq_entry: vec=3
        """));
  }

  @Test
  void shouldReadTimesOfOneToNinePlacesAndCounts() throws Exception {
    assertEquals(List.of(
        "7500000000 [0] a-1 softirq_exit vec=3",
        "7123456000 [0] a-1 softirq_exit vec=3",
        "7123456780 [0] a-1 softirq_exit vec=3",
        "7123456789 [0] a-1 softirq_exit vec=3",
        "71000001000 [0] a-1 softirq_exit vec=3",
        "123456789000000001 [0] a-1 softirq_exit vec=3",
        "7000001000 [0] a-1 softirq_exit vec=3",
        "7123456 [0] a-1 softirq_exit vec=3"), read("""
               a-1    [000] .... 7.5: softirq_exit: vec=3
               a-1    [000] .... 7.123456: softirq_exit: vec=3
               a-1    [000] .... 7.12345678: softirq_exit: vec=3
               a-1    [000] .... 7.123456789: softirq_exit: vec=3
               a-1    [000] .... 71.000001: softirq_exit: vec=3
               a-1    [000] .... 123456789.000000001: softirq_exit: vec=3
               a-1    [000] .... 7.000001: softirq_exit: vec=3
               a-1    [000] .... 7123456: softirq_exit: vec=3
               a-1    [000] .... 7.1234567890: softirq_exit: vec=3
               a-1    [000] .... 7.: softirq_exit: vec=3
               a-1    [000] .... 7.123456 softirq_exit: vec=3
               a-1    [000] .... 7.123456"""));
    assertEquals(4, statistics.unparsedCount());
  }

  @Test
  void shouldReadBothDialectsOfTheScheduler() throws Exception {
    assertEquals(List.of(
        "5 [0] a-1 sched_switch prev_comm=a b prev_pid=1 prev_prio=120 prev_state=256 next_comm=c:d next_pid=2 "
            + "next_prio=98",
        "5 [0] a-1 sched_switch prev_comm=a b prev_pid=1 prev_prio=120 prev_state=2 next_comm=c:d next_pid=2 "
            + "next_prio=98",
        "5 [0] a-1 sched_wakeup comm=x pid=3 prio=120 target_cpu=1",
        "5 [0] a-1 sched_wakeup comm=x:y [9] pid=3 prio=120 target_cpu=12",
        "5 [0] a-1 sched_waking comm=x pid=3 prio=120 target_cpu=1"), read("""
               a-1    [000] .... 0.000000005: sched_switch: prev_comm=a b prev_pid=1 prev_prio=120 prev_state=R+ ==> \
        next_comm=c:d next_pid=2 next_prio=98
               a-1    [000] .... 0.000000005: sched_switch:   a b:1 [120] D ==> c:d:2 [98]
               a-1    [000] .... 0.000000005: sched_wakeup: comm=x pid=3 prio=120 success=1 target_cpu=001
               a-1    [000] .... 0.000000005: sched_wakeup:  x:y [9]:3 [120] CPU:012
               a-1    [000] .... 0.000000005: sched_waking: comm=x pid=3 prio=120 target_cpu=001
        """));
  }

  /** A program may take any name, also one that looks like the columns behind it. */
  @Test
  void shouldNotTakeANameForTheColumnsBehindIt() throws Exception {
    assertEquals(List.of(
        "7000001000 [3] x-1 [0] 1.0: y-4711 softirq_exit vec=3",
        "7000002000 [3] x-1 [0] 1.0: y-4711 softirq_exit vec=3",
        "7000003000 [3] -1 [0] 17: [1] -8 softirq_exit vec=3",
        "7000004000 [3] x-1 [0] 1.0: y-8 softirq_exit vec=3",
        "7000005000 [1] a-1 tracing_mark_write buf=x-1 [0] 1.0: y-5 [000] 1.000000: z",
        "7000006000 [3] [0] 1.0: abcdef-9 softirq_exit vec=3"), read("""
          x-1 [0] 1.0: y-4711    [003] ..... 7.000001: softirq_exit: vec=3 [action=NET_RX]
          x-1 [0] 1.0: y-4711    [003] ..... 7.000002: softirq_exit: vec=3 [action=NET_RX]
         -1 [0] 17: [1] -8       [003] ..... 7.000003: softirq_exit: vec=3 [action=NET_RX]
          x-1 [0] 1.0: y-8       (      8) [003] ..... 7.000004: softirq_exit: vec=3 [action=NET_RX]
                       a-1       [001] ..... 7.000005: tracing_mark_write: x-1 [0] 1.0: y-5 [000] 1.000000: z
         [0] 1.0: abcdef-9       [003] ..... 7.000006: softirq_exit: vec=3 [action=NET_RX]
        """));
    assertEquals("", statistics.warning());
  }

  @Test
  void shouldSayThatCountsAreNoTimes() throws Exception {
    read("""
               a-1    [000] .... 7.123456: softirq_exit: vec=3
               a-1    [000] .... 63112204445396: softirq_exit: vec=3
        """);
    assertEquals("times are counts of a clock that does not tell time (counter, x86-tsc, uptime) as trace_clock mono "
        + "does", statistics.warning());
    read("  x-1 [0] 1.0: y-4711    [003] ..... 63112204445396: softirq_exit: vec=3 [action=NET_RX]\n");
    assertTrue(statistics.warning().startsWith("times are counts"), statistics.warning());
    read("          <idle>-0         0d.s1.    34us+: softirq_exit: vec=3\n");
    assertEquals("", statistics.warning());
  }

  /** As {@code trace-cmd report --raw-ts} prints counts that have no room in their column. */
  @Test
  void shouldReadCountsThatLeaveNoBlank() throws Exception {
    assertEquals(List.of("6002734643497 [1] x [9]-1 softirq_exit vec=3"), read("""
           x [9]-1    [001]6002734643497: softirq_exit:         vec=3 [action=NET_RX]
        """));
    assertTrue(statistics.warning().contains("a clock that does not tell time"), statistics.warning());
  }

  @Test
  void shouldPassOverTheTimeSinceTheEventBefore() throws Exception {
    assertEquals(List.of(
        "5000 [0] a-1 softirq_exit vec=3",
        "9577 [0] a-1 softirq_exit vec=4"), read("""
               a-1    [000]     0.000005: (+3)     softirq_exit:         vec=3 [action=NET_RX]
               a-1    [000]     0.000009577: (+4577)  softirq_exit:         vec=4 [action=BLOCK]
               a-1    [000]     0.000009577: (+45x7)  softirq_exit:         vec=4 [action=BLOCK]
               a-1    [000]     0.000009577: (+"""));
    assertEquals(2, statistics.unparsedCount());
  }

  @Test
  void shouldReadBothDialectsOfSystemCalls() throws Exception {
    assertEquals(List.of(
        "0 [0] a-1 sys_enter_read fd=3 buf=7fff count=16",
        "0 [0] a-1 sys_exit_read ret=-11",
        "0 [0] a-1 sys_enter_read fd=3 buf=7fff count=16",
        "0 [0] a-1 sys_exit_read ret=-11",
        "0 [0] a-1 sys_enter_getcpu cpup=18 nodep=0",
        "0 [0] a-1 sys_exit_getcpu ret=0",
        "0 [0] a-1 sys_enter_gettid",
        "0 [0] a-1 sys_enter_getcpu cpup=19 nodep=1"), read("""
               a-1    [000] .... 0.0: sys_read(fd: 3, buf: 7fff, count: 10)
               a-1    [000] .... 0.0: sys_read -> 0xfffffffffffffff5
               a-1    [000] .... 0.0: sys_enter_read:  fd: 0x00000003, buf: 0x00007fff, count: 0x00000010
               a-1    [000] .... 0.0: sys_exit_read:   0xfffffffffffffff5
               a-1    [000] .... 0.0: sys_getcpu(cpup: 12, nodep: 0)
               a-1    [000] .... 0.0: sys_getcpu -> 0x0
               a-1    [000] .... 0.0: sys_gettid()
               a-1    [000] .... 0.0: sys_enter_getcpu: cpup: 0x13, nodep: 0x1
        """));
  }

  @Test
  void shouldReadFunctionsOfAnyDialect() throws Exception {
    assertEquals(List.of(
        "0 [0] a-1 function func=fdget parent=__sys_recvfrom",
        "0 [0] a-1 function func=e1000_intr parent=__handle_irq",
        "0 [0] a-1 function func=vfs_read parent=ksys_read",
        "0 [0] a-1 function func=vfs_read parent=ksys_read",
        "0 [0] a-1 function func=vfs_read"), read("""
               a-1    [000] .... 0.0: fdget <-__sys_recvfrom
               a-1    [000] .... 0.0: e1000_intr+0x4/0x90 [e1000] <-__handle_irq+0x2a/0xc0
               a-1    [000] .... 0.0: function:             vfs_read <-- ksys_read
               a-1    [000] .... 0.0: vfs_read <- ksys_read
               a-1    [000] .... 0.0: funcgraph_entry:        5.188 us   |  vfs_read();
               a-1    [000] .... 0.0: funcgraph_exit:       + 14.561 us  |  }
        """));
  }

  @Test
  void shouldCountWhatWasOverwrittenBeforeTheTraceBegins() throws Exception {
    read("""
        # entries-in-buffer/entries-written: 3740/5000125102   #P:2
        # entries-in-buffer/entries-written: 3740/5000125102   #P:2
               a-1    [000] .... 0.0: softirq_exit: vec=1
        """);
    assertEquals(5000121362L, statistics.overwrittenCount());
    assertEquals(0, statistics.lostCount());

    read("""
        # latency: 0 us, #581/2927, CPU#0 | (M:PREEMPT(none) VP:0, KP:0, SP:0 HP:0 #P:2)
               a-1    [000] .... 0.0: softirq_exit: vec=1
        """);
    assertEquals(2346, statistics.overwrittenCount());

    read("""
        # entries-in-buffer/entries-written: 1/1   #P:2
        # latency: 0 us, #, CPU#0 | (#P:2)
        # latency: #P:
        # entries-in-buffer/entries-written: #P:2
               a-1    [000] .... 0.0: softirq_exit: vec=1
        """);
    assertEquals(0, statistics.overwrittenCount());
  }

  @Test
  void shouldReadTheFunctionGraph() throws Exception {
    assertEquals(List.of(
        "1000001000 [1] rdr0-7 function func=__sys_recvfrom",
        "1000002000 [1] rdr0-7 function func=fdget parent=__sys_recvfrom",
        "1000003000 [1] rdr0-7 function func=sock_recvmsg parent=__sys_recvfrom",
        "1000004000 [1] rdr0-7 softirq_raise vec=3",
        "1000005000 [1] rdr0-7 tracing_mark_write buf=BEGIN",
        "1000006000 [1] snd-8 function func=fdget"), read("""
        # tracer: function_graph
            1.000001 |   1)   rdr0-7       |               |  __sys_recvfrom() {
            1.000002 |   1)   rdr0-7       |   5.188 us    |    fdget();
            1.000003 |   1)   rdr0-7       |               |    sock_recvmsg() {
            1.000004 |   1)   rdr0-7       |               |    /* softirq_raise: vec=3 [action=NET_RX] */
            1.000005 |   1)   rdr0-7       |               |  /* BEGIN */
            1.000005 |   1)   rdr0-7       | + 14.561 us   |    } /* sock_recvmsg */
         ------------------------------------------
         1)   rdr0-7       =>    snd-8
         ------------------------------------------

            1.000006 |   1)    snd-8       |   5.188 us    |    fdget();
         0)   5.188 us    |    untimed();
        """));
  }

  @Test
  void shouldTellLostEvents() throws Exception {
    String event = "0 [0] a-1 softirq_exit vec=1";
    assertEquals(List.of(event, "lost 3 on 0", event, "lost 0 on 0"), read("""
               a-1    [000] .... 0.0: softirq_exit: vec=1
        CPU:0 [3 EVENTS DROPPED]
               a-1    [000] .... 0.0: softirq_exit: vec=1
        CPU:0 [LOST EVENTS]
        """));
    assertEquals(4, statistics.lostCount());
    assertEquals(0, statistics.overwrittenCount());
  }

  @Test
  void shouldTellEventsThatWereLostBeforeTheFirstOfTheirCpuFromOthers() throws Exception {
    assertEquals(List.of("lost 12 on 1", "lost 0 on 2", "0 [0] a-1 softirq_exit vec=1", "lost 3 on 3"), read("""
        CPU:1 [LOST 12 EVENTS]
        CPU:2 [LOST EVENTS]
        ##### CPU 1 buffer started ####
               a-1    [000] .... 0.0: softirq_exit: vec=1
        CPU:3 [3 EVENTS DROPPED]
        """));
    assertEquals(0, statistics.lostCount());
    assertEquals(16, statistics.overwrittenCount());
  }

  @Test
  void shouldPassOverStackTraces() throws Exception {
    assertEquals(List.of("0 [0] a-1 softirq_exit vec=1"), read("""
               a-1    [000] .... 0.0: softirq_exit: vec=1
               a-1    [000] .... 0.0: <stack trace>
         => __schedule
         => schedule
        """));
  }

  @Test
  void shouldKeepEventsThatItDoesNotKnow() throws Exception {
    assertEquals(List.of(
        "0 [0] a-1 timer_cancel timer=ffff888000001234",
        "0 [0] a-1 odd_event n=5 name=eth0 at=1f",
        "0 [0] a-1 free_text text=anything goes, even = signs",
        "0 [0] a-1 odd_event n=-6 name=lo at=20"), read("""
               a-1    [000] .... 0.0: timer_cancel: timer=ffff888000001234
               a-1    [000] .... 0.0: odd_event: n=5 name=eth0 at=0x1f
               a-1    [000] .... 0.0: free_text: anything goes, even = signs
               a-1    [000] .... 0.0: odd_event: n=-6 name=lo at=0x20
        """));
  }

  @Test
  void shouldReadMarksOfEitherDialect() throws Exception {
    assertEquals(List.of("0 [0] a-1 tracing_mark_write buf=BEGIN", "0 [0] a-1 tracing_mark_write buf=a: b"), read("""
        inst:          a-1    [000]  0.0: print:                tracing_mark_write: BEGIN
               a-1    [000] .... 0.0: tracing_mark_write: a: b
        """));
  }

  @Test
  void shouldPassOverFurtherLinesOfAMark() throws Exception {
    assertEquals(List.of("0 [0] a-1 tracing_mark_write buf=two", "0 [0] a-1 softirq_exit vec=1"), read("""
               a-1    [000] .... 0.0: tracing_mark_write: two
        lines, [000] => 5
               a-1    [000] .... 0.0: softirq_exit: vec=1
        what is this
        """));
    assertEquals(1, statistics.unparsedCount());
  }

  @Test
  void shouldCountWhatItDoesNotUnderstand() throws Exception {
    read("""
               a-1    [000] .... 0.0: softirq_exit: vec=1
        this is nonsense
               a-1    [000] .... 0.0: sched_switch: nonsense
        """);
    assertEquals(2, statistics.unparsedCount());
    assertEquals("2 lines are not understood", statistics.warning());
  }

  @Test
  void shouldReadTheLatencyFormat() throws Exception {
    assertEquals(List.of(
        "34000 [0] <idle>-0 softirq_entry vec=3",
        "48594000 [12] a-b-20392 softirq_exit vec=3",
        "1000002000 [1] -18 softirq_raise vec=3",
        "1000002003 [2] sender-7 sys_exit_read ret=1"), read("""
          <idle>-0         0d.s1.    34us+: softirq_entry: vec=3 [action=NET_RX]
             a-b-20392    12..... 48594us : softirq_exit: vec=3 [action=NET_RX]
        migratio-18        1d..3.     1.000002: softirq_raise:         vec=3 [action=NET_RX]
          sender-7         2....      1.000002003: sys_exit_read:        0x1
        """));
    assertEquals(0, statistics.unparsedCount());
  }

  @Test
  void shouldReadEventsFieldByField() throws Exception {
    assertEquals(List.of(
        "0 [0] a-1 sys_enter_read fd=3 buf=7fff count=16",
        "0 [0] a-1 sys_exit_read ret=-11",
        "0 [0] a-1 sched_waking comm=a b pid=1 prio=120 target_cpu=2",
        "0 [0] a-1 napi_poll napi=ff88 dev_name=eth0 work=1 budget=64"), read("""
               a-1    [000] .... 0.0: sys_enter_read: __syscall_nr=0x0 (0) fd=0x3 (3) \
        buf=0x7fff (32767) count=0x10 (16)
               a-1    [000] .... 0.0: sys_exit_read: __syscall_nr=0 ret=0xfffffffffffffff5
               a-1    [000] .... 0.0: sched_waking: comm=a b pid=0x1 (1) prio=0x78 (120) target_cpu=0x2 (2)
               a-1    [000] .... 0.0: napi_poll: napi=0xff88 dev_name=eth0 work=1 budget=64
        """));
    assertEquals(0, statistics.unparsedCount());
  }

  @Test
  void shouldPassOverWhatTraceCmdSaysOfWakeups() throws Exception {
    assertEquals(List.of("0 [0] a-1 sched_switch prev_comm=a prev_pid=1 prev_prio=120 prev_state=0 next_comm=b "
        + "next_pid=2 next_prio=98"), read("""
               a-1    [000] .... 0.0: sched_switch: a:1 [120] R ==> b:2 [98] Latency: 1.723 usecs

        Average wakeup latency: 5.031 usecs
        Maximum Latency: 11.678 usecs at timestamp: 1056.248287
        Minimum Latency: 1.693 usecs at timestamp: 1055.886939

        RT task timings:

        Average wakeup latency: 5.031 usecs
        """));
    assertEquals(0, statistics.unparsedCount());
  }

  @Test
  void shouldRefuseWhatIsNoFtraceText() {
    TraceException refused = assertThrows(TraceException.class, () -> read("Dear reader,\nthis is a letter.\n"));
    assertEquals("test holds no line of an ftrace text; name a trace, such as the output of trace-cmd report",
        refused.getMessage());
  }

  @Test
  void shouldSurviveRandomBytes() throws Exception {
    SplittableRandom random = new SplittableRandom(4);
    byte[] line = "  a-1    [000] .... 0.000001: sched_wakeup: comm=x pid=3 prio=120 target_cpu=001\n"
        .getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      byte[] damaged = line.clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        int noise = random.nextBoolean() ? random.nextInt(256) : " :[]-.|)=(\n0".charAt(random.nextInt(12));
        damaged[random.nextInt(damaged.length)] = (byte) noise;
      }
      text.writeBytes(damaged);
    }
    read(text.toByteArray());
    assertTrue(statistics.events() > 1000);
    assertTrue(statistics.unparsedCount() > 1000);
  }

  @Test
  void shouldReadLinesOfAnyLength() throws Exception {
    String text = "x".repeat(3 << 20);
    List<String> lines = read("       a-1    [000] .... 0.0: tracing_mark_write: " + text + "\n"
        + "       a-1    [000] .... 0.0: softirq_exit: vec=1\n");
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).length() > 1_000_000);
    assertEquals("0 [0] a-1 softirq_exit vec=1", lines.get(1));
  }
}
