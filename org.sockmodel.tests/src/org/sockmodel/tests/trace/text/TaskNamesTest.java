package org.sockmodel.tests.trace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.ftrace.FtraceWriter;
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

  /** As the kernel prints them, line breaks and all. */
  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "worker\n", "\n", "\nb", "\n\n", "a\n\nb", "a\r\nb", "#\n#", "a\n# tracer: ",
      "a\n-7", "fourteen_byte\n", "a\nCPU:0 LOST", "\t\n\t"})
  void shouldReadNamesAgainThatWereWritten(String name) throws Exception {
    EventLog expected = new EventLog();
    String written = written(name, expected);

    assertEquals(expected.lines(), read(new FtraceReader(bytes(written), "test")));
    assertEquals(0, reader.statistics().unparsedCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-1 [0] 1.0: y\n", "\nx-1 [0] 1.0: y", "a\n[000] 1.0: x", "a\nCPU:0 [LOST"})
  void shouldWriteInOneLineWhatMayBeTakenForAnEvent(String name) throws Exception {
    assertEquals(3, written(name, event -> { }).lines().filter(line -> !line.startsWith("#")).count());
  }

  /** Three events of a task of that name, which the sink gets, too. */
  private static String written(String name, TraceSink sink) throws TraceException {
    Names names = new Names();
    int comm = names.intern(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FtraceWriter writer = new FtraceWriter(out, 1)) {
      TraceSink both = event -> {
        sink.accept(event);
        writer.accept(event);
      };
      TraceEvent event = new TraceEvent(names);
      both.accept(event.begin(SoftirqEntry.TRACEPOINT, 1000, 0).task(7, comm).set(SoftirqEntry.VEC, 3));
      both.accept(event.begin(SchedSwitch.TRACEPOINT, 2000, 0).task(7, comm).set(SchedSwitch.PREV_COMM, comm)
          .set(SchedSwitch.PREV_PID, 7).set(SchedSwitch.PREV_PRIO, 120).set(SchedSwitch.PREV_STATE, 1)
          .set(SchedSwitch.NEXT_COMM, comm).set(SchedSwitch.NEXT_PID, 8).set(SchedSwitch.NEXT_PRIO, 120));
      both.accept(event.begin(SoftirqEntry.TRACEPOINT, 3000, 0).task(8, comm).set(SoftirqEntry.VEC, 3));
    }
    return out.toString(StandardCharsets.UTF_8);
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
