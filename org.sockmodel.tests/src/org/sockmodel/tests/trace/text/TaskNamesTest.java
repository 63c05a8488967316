package org.sockmodel.tests.trace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.perf.PerfScriptReader;
import org.sockmodel.tests.trace.EventLog;

/** A task may name itself with any bytes but NUL ({@code PR_SET_NAME}); the kernel and perf print them as they are. */
class TaskNamesTest {

  private static final String SWITCH = " sched_switch prev_comm=a\nb prev_pid=7 prev_prio=120 prev_state=1"
      + " next_comm=c\n\nd next_pid=8 next_prio=120";

  private TraceReader reader;

  @Test
  void shouldReadNamesWithLineBreaksInFtraceText() throws Exception {
    assertEquals(List.of("1000 [0] a\nb-7 softirq_exit vec=1", "2000 [0] a\nb-7" + SWITCH,
        "3000 [0] \u001b[1m\t\n\r\n-8 sched_waking comm=a\nb pid=7 prio=120 target_cpu=1",
        "4000 [0] <idle>-0 softirq_exit vec=3"), read(new FtraceReader(bytes("""
                     a
        b-7       [000] ..s.. 0.000001: softirq_exit: vec=1 [action=TIMER]
                     a
        b-7       [000] ..s.. 0.000002: sched_switch: prev_comm=a
        b prev_pid=7 prev_prio=120 prev_state=S ==> next_comm=c

        d next_pid=8 next_prio=120
                \u001b[1m\t
        \r
        -8       [000] ..s.. 0.000003: sched_waking: comm=a
        b pid=7 prio=120 target_cpu=001
                  <idle>-0       [000] ..s.. 0.000004: softirq_exit: vec=3 [action=NET_RX]
        """), "test")));
    assertEquals(0, reader.statistics().unparsedCount());
  }

  @Test
  void shouldReadNamesWithLineBreaksInPerfScripts() throws Exception {
    assertEquals(List.of("1000 [0] a\nb-7" + SWITCH, "2000 [0] c-8 softirq_exit vec=3"),
        read(new PerfScriptReader(bytes("""
                     a
        b     7 [000]     0.000001:      sched:sched_switch: prev_comm=a
        b prev_pid=7 prev_prio=120 prev_state=S ==> next_comm=c

        d next_pid=8 next_prio=120
                       c     8 [000]     0.000002:      irq:softirq_exit: vec=3 [action=NET_RX]
        """), "test")));
    assertEquals(0, reader.statistics().unparsedCount());
  }

  /** What is damaged ends before the next event, whatever a name could be. */
  @Test
  void shouldTakeNothingElseForANameWithLineBreaks() throws Exception {
    assertEquals(List.of("1000 [0] a-7 sched_switch prev_comm=a", "lost 2 on 0", "2000 [0] a-7 sched_waking comm=b",
        "3000 [0] a-7 softirq_exit vec=1", "4000 [0] a-7 softirq_exit vec=1"),
        read(new FtraceReader(bytes("""
                       a-7       [000] ..s.. 0.000001: sched_switch: prev_comm=a
        CPU:0 [LOST 2 EVENTS]
                       a-7       [000] ..s.. 0.000002: sched_waking: comm=b
                       a-7       [000] ..s.. 0.000003: softirq_exit: vec=1 [action=TIMER]
        junk
                       a-7       [000] ..s.. 0.000004: softirq_exit: vec=1 [action=TIMER]
        junk
        """), "test")));
    assertEquals(2, reader.statistics().unparsedCount());
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> read(TraceReader made) throws Exception {
    reader = made;
    EventLog log = new EventLog();
    made.read(log);
    return log.lines();
  }
}
