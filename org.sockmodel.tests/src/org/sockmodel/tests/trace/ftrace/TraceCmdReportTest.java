package org.sockmodel.tests.trace.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code trace-cmd report} prints in ways of its own. */
class TraceCmdReportTest extends FtraceTexts {

  /** A trace.dat holds them as events of their own, and {@code trace-cmd report} prints them so. */
  @Test
  void shouldPassOverStackTracesOfReports() throws Exception {
    assertEquals(List.of("0 [0] a-1 softirq_exit vec=1"), read("""
                    a-1     [000]     0.0: softirq_exit:         vec=1 [action=TIMER]
                    a-1     [000]     0.0: kernel_stack:         <stack trace >
        => __schedule (ffffffff821f8b58)
        => schedule (ffffffff821f94c3)
                    a-1     [000]     0.0: user_stack:           <user stack trace >
        => 00007fe7b75a9e70
        """));
    assertEquals(0, statistics.unparsedCount());
  }

  /** With {@code -l -R}, as one number. */
  @Test
  void shouldReadTheFlagsOfTheLatencyFormatThatAreNotTakenApart() throws Exception {
    assertEquals(List.of("1000 [1] -20047 softirq_exit vec=1", "2000 [0] a-1 softirq_exit vec=1"), read("""
            C2 Compi-20047   1-0x2d 0.000001: softirq_exit:         vec=1
                   a-1       0-0x0 0.000002: softirq_exit:         vec=1
        """));
    assertEquals(0, statistics.unparsedCount());
  }

  /** The clock {@code tai}, and what {@code trace-cmd record --date} records, count from 1970. */
  @Test
  void shouldReadSecondsOfACalendar() throws Exception {
    assertEquals(List.of("1795870772843178000 [0] a-1 softirq_exit vec=1",
        "9223372034999999999 [0] a-1 softirq_exit vec=1"), read("""
                    a-1     [000] 1795870772.843178: softirq_exit:         vec=1 [action=TIMER]
                    a-1     [000] 9223372034.999999999: softirq_exit:         vec=1 [action=TIMER]
                    a-1     [000] 9223372037.000001: softirq_exit:         vec=1 [action=TIMER]
        """));
    assertEquals(1, statistics.unparsedCount());
  }

  /** They may tell of several machines, where the same happens at the same time. */
  @Test
  void shouldReadReportsOfSeveralFiles() throws Exception {
    assertEquals(List.of("0 [0] x y-1 softirq_exit vec=1", "0 [2] z-1 softirq_exit vec=1",
        "0 [2] z-1 softirq_exit vec=1"), read("""
        a.dat: cpus=2
        b.dat: cpus=3
        a.dat:             x y-1     [000]     0.0: softirq_exit:         vec=1 [action=TIMER]
        b.dat:               z-1     [002]     0.0: softirq_exit:         vec=1 [action=TIMER]
        a.dat:               z-1     [002]     0.0: softirq_exit:         vec=1 [action=TIMER]
        """));
    assertEquals(0, statistics.unparsedCount());
    assertEquals(3, statistics.cpus());
  }

  /** Buffers that have the same event tell it one after the other, each with the state of its own handler. */
  @Test
  void shouldCountAnEventOnceThatSeveralBuffersHave() throws Exception {
    assertEquals(List.of("1000 [0] x: y-1 softirq_exit vec=1", "2000 [0] x: y-1 softirq_exit vec=1",
        "3000 [1] x: y-1 softirq_exit vec=1", "4000 [0] b-2 softirq_exit vec=1", "5000 [0] b-2 softirq_exit vec=2"),
        read("""
        cpus=2
                           x: y-1     [000] ..s1. 0.000001: softirq_exit:         vec=1 [action=TIMER]
            a:             x: y-1     [000] ..s2. 0.000001: softirq_exit:         vec=1 [action=TIMER]
        other:             x: y-1     [000] ..s2. 0.000001: softirq_exit:         vec=1 [action=TIMER]
        other:             x: y-1     [000] ..s2. 0.000002: softirq_exit:         vec=1 [action=TIMER]
        other:             x: y-1     [001] ..s2. 0.000003: softirq_exit:         vec=1 [action=TIMER]
        other:                b-2     [000] ..s2. 0.000004: softirq_exit:         vec=1 [action=TIMER]
            a:                b-2     [000] ..s2. 0.000005: softirq_exit:         vec=2 [action=HRTIMER]
        """));
    assertEquals(5, statistics.events());
    assertEquals(0, statistics.unparsedCount());
  }

  /** As {@code trace-cmd report -R} prints: in the order of the record, and values as they are there. */
  @Test
  void shouldReadFieldsInAnyOrder() throws Exception {
    assertEquals(List.of(
        "0 [0] a b-1 sched_switch prev_comm=a b prev_pid=1 prev_prio=120 prev_state=1 next_comm=c d next_pid=2 "
            + "next_prio=98",
        "0 [0] a-1 kfree_skb skbaddr=ff88 protocol=2048 location=skb_release+0x57 reason=104"), read("""
             a b-1 [000] 0.0: sched_switch:          prev_comm=a b prev_pid=1 prev_prio=120 prev_state=1 \
        next_comm=c d next_pid=2 next_prio=98
               a-1 [000] 0.0: kfree_skb:             skbaddr=0xff88 location=skb_release+0x57 rx_sk=(nil) \
        protocol=2048 reason=104
        """));
  }

  /** libtraceevent prints all names so from the first on that has a byte beyond ASCII. */
  @Test
  void shouldReadNamesThatArePrintedAsBytes() throws Exception {
    assertEquals(List.of(
        "0 [0] a-1 sched_waking comm=\u00e4 b pid=1 prio=120 target_cpu=2",
        "0 [0] a-1 sched_waking comm= pid=1 prio=120 target_cpu=2",
        "0 [0] a-1 sched_waking comm=ARRAY pid=1 prio=120 target_cpu=2",
        "0 [0] a-1 sched_waking comm=a pid=1 prio=120 target_cpu=2"), read("""
               a-1 [000] 0.0: sched_waking:          comm=ARRAY[c3, a4, 20, 62, 00, 00, 00] pid=1 prio=120 target_cpu=2
               a-1 [000] 0.0: sched_waking:          comm=ARRAY[00, 00] pid=1 prio=120 target_cpu=2
               a-1 [000] 0.0: sched_waking:          comm=ARRAY pid=1 prio=120 target_cpu=2
               a-1 [000] 0.0: sched_waking:          comm=ARRAY[61] pid=1 prio=120 target_cpu=2
        """));
  }

  @Test
  void shouldReadCallsWhoseArgumentsArePrintedInWaysOfTheirOwn() throws Exception {
    assertEquals(List.of(
        "0 [0] b-2 sys_enter_futex arg0=4096 arg1=129 arg2=1 arg3=0 arg4=0 arg5=0",
        "0 [0] a-1 sys_enter_futex",
        "0 [0] a-1 sys_enter_futex arg0=4096 arg1=129",
        "0 [0] a-1 sys_enter_chdir filename=4096"), read("""
               b-2 [000] 0.0: sys_enter:            NR 202 (1000, 81, 1, 0, 0, 0)
               a-1 [000] 0.0: sys_enter_futex:      op=FUTEX_WAKE|FUTEX_PRIVATE_FLAG uaddr=0x1000 val=1
               a-1 [000] 0.0: sys_enter_futex:      __syscall_nr=202 uaddr=0x00001000 op=0x00000081
               a-1 [000] 0.0: sys_enter_chdir:      __syscall_nr=80 filename=0x00001000
        """));
    assertEquals(0, statistics.unparsedCount());
  }

  /** It takes a negative number for one above 0. */
  @Test
  void shouldReadANegativeLengthAsTheErrorOfTheCall() throws Exception {
    List<String> failed = List.of(
        "0 [0] a-1 sock_recv_length sk=ffff888120c30d80 family=2 protocol=17 length=0 error=-11 flags=64");

    assertEquals(failed, read("""
                    a-1     [000]     0.0: sock_recv_length:     sk address = 0xffff888120c30d80, family = 0x2 \
        protocol = 0x11, length = -11, error = 0, flags = 0x40
        """));
    assertEquals(failed, read("""
                    a-1     [000]     0.0: sock_recv_length:     sk=0xffff888120c30d80 family=2 protocol=17 \
        ret=-11 flags=0x40
        """));
  }

  @Test
  void shouldReadWhatACallReturnedAsItsLength() throws Exception {
    assertEquals(List.of("0 [0] a-1 sock_recv_length sk=ffff888120c30d80 family=2 protocol=17 length=64 flags=0"),
        read("""
                    a-1     [000]     0.0: sock_recv_length:     sk=0xffff888120c30d80 family=2 protocol=17 \
        ret=64 flags=0x0
        """));
  }
}
