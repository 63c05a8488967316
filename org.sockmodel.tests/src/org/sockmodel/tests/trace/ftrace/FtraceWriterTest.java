package org.sockmodel.tests.trace.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.IrqHandlerExit;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqExit;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqRaise;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.ftrace.FtraceWriter;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.RandomTrace;

class FtraceWriterTest {

  @TempDir
  Path scratch;

  @Test
  void shouldBeReadAgainWithoutLoss() throws Exception {
    Path file = scratch.resolve("model.trace");
    RandomTrace random = new RandomTrace(6, 4);
    EventLog expected = new EventLog();
    try (FtraceWriter writer = new FtraceWriter(file, 4)) {
      random.send(20_000, event -> {
        writer.accept(event);
        expected.accept(event);
      });
    }
    FtraceReader reader = new FtraceReader(Files.newInputStream(file), "model.trace");
    EventLog log = new EventLog();
    reader.read(log);
    assertEquals(0, reader.statistics().unparsedCount());
    assertEquals(4, reader.statistics().cpus());
    EventLog.assertSame(expected.lines(), log.lines());
  }

  @Test
  void shouldBeReadAgainWhereFieldsAreAbsent() throws Exception {
    Path file = scratch.resolve("model.trace");
    RandomTrace random = new RandomTrace(8, 2);
    EventLog expected = new EventLog();
    int[] count = new int[1];
    try (FtraceWriter writer = new FtraceWriter(file, 2)) {
      random.send(5_000, event -> {
        int fields = event.tracepoint().fields().size();
        if (fields > 1 && !event.tracepoint().name().equals("function")) {
          event.set(count[0]++ % fields, TraceEvent.ABSENT);
        }
        writer.accept(event);
        expected.accept(event);
      });
    }
    EventLog log = new EventLog();
    new FtraceReader(Files.newInputStream(file), "model.trace").read(log);
    EventLog.assertSame(expected.lines(), log.lines());
  }

  @Test
  void shouldWriteWhatTracefsWouldShow() throws Exception {
    Names names = new Names();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TraceEvent event = new TraceEvent(names);
    int reader = names.intern("rdr0");
    try (FtraceWriter writer = new FtraceWriter(out, 1)) {
      event.begin(SchedSwitch.TRACEPOINT, 1_000_000_001L, 0);
      event.set(SchedSwitch.PREV_COMM, names.intern("swapper/0")).set(SchedSwitch.PREV_PID, 0);
      event.set(SchedSwitch.PREV_PRIO, 120).set(SchedSwitch.PREV_STATE, 0);
      event.set(SchedSwitch.NEXT_COMM, reader).set(SchedSwitch.NEXT_PID, 7).set(SchedSwitch.NEXT_PRIO, 120);
      writer.accept(event);
      writer.accept(event.begin(SoftirqEntry.TRACEPOINT, 1_000_000_002L, 0).set(SoftirqEntry.VEC, 3));
      event.begin(IrqHandlerEntry.TRACEPOINT, 1_000_000_003L, 0).set(IrqHandlerEntry.IRQ, 42);
      writer.accept(event.set(IrqHandlerEntry.NAME, names.intern("eth0")));
      writer.accept(event.begin(SoftirqRaise.TRACEPOINT, 1_000_000_003L, 0).set(SoftirqRaise.VEC, 99));
      event.begin(IrqHandlerExit.TRACEPOINT, 1_000_000_004L, 0).set(IrqHandlerExit.IRQ, 42);
      writer.accept(event.set(IrqHandlerExit.RET, 1));
      writer.accept(event.begin(SoftirqExit.TRACEPOINT, 1_000_000_005L, 0).set(SoftirqExit.VEC, 3));
      writer.accept(event.begin(Syscall.READ.exit(), 1_000_000_006L, 0).task(7, reader).set(Syscall.RET, -11));
      writer.lost(0, 4);
    }
    assertEquals(List.of(
        "          <idle>-0       [000] d....     1.000000001: sched_switch: prev_comm=swapper/0 prev_pid=0 "
            + "prev_prio=120 prev_state=R ==> next_comm=rdr0 next_pid=7 next_prio=120",
        "            rdr0-7       [000] ..s..     1.000000002: softirq_entry: vec=3 [action=NET_RX]",
        "            rdr0-7       [000] d.H..     1.000000003: irq_handler_entry: irq=42 name=eth0",
        "            rdr0-7       [000] d.H..     1.000000003: softirq_raise: vec=99 [action=99]",
        "            rdr0-7       [000] d.H..     1.000000004: irq_handler_exit: irq=42 ret=handled",
        "            rdr0-7       [000] ..s..     1.000000005: softirq_exit: vec=3 [action=NET_RX]",
        "            rdr0-7       [000] .....     1.000000006: sys_read -> 0xfffffffffffffff5",
        "CPU:0 [LOST 4 EVENTS]"),
        out.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList());
  }

  @Test
  void shouldNotBreakLinesInTexts() throws Exception {
    Names names = new Names();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FtraceWriter writer = new FtraceWriter(out, 1)) {
      TraceEvent event = new TraceEvent(names).begin(IrqHandlerEntry.TRACEPOINT, 0, 0).set(IrqHandlerEntry.IRQ, 1);
      writer.accept(event.set(IrqHandlerEntry.NAME, names.intern("two\nlines")));
    }
    assertEquals("           <...>-0       [000] d.h..     0.000000000: irq_handler_entry: irq=1 name=two lines",
        out.toString(StandardCharsets.UTF_8).lines().reduce((first, second) -> second).orElseThrow());
  }

  @Test
  void shouldKeepTheColumnsOfTasksAndTimes() throws Exception {
    Names names = new Names();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FtraceWriter writer = new FtraceWriter(out, 1)) {
      TraceEvent event = new TraceEvent(names);
      String[] comms = {"a", "two\nlines", "kworker/u256:10+", "longer than sixteen"};
      long[] times = {999_999_999L, 99_999_000_000_001L, 9_999_999_012_345_678L, 12_345_678_900_000_000L};
      for (int i = 0; i < times.length; i++) {
        event.begin(SoftirqRaise.TRACEPOINT, times[i], 0).task(1_000 * (int) Math.pow(100, i), names.intern(comms[i]));
        writer.accept(event.set(SoftirqRaise.VEC, 1));
      }
      writer.accept(event.begin(SoftirqRaise.TRACEPOINT, 5, 0).task(7, names.intern("a")).set(SoftirqRaise.VEC, 1));
    }
    assertEquals(List.of(
        "               a-1000    [000] .....     0.999999999",
        "       two", "lines-100000  [000] ..... 99999.000000001",
        "kworker/u256:10+-10000000[000] ..... 9999999.012345678",
        "longer than sixteen-1000000000[000] ..... 12345678.900000000",
        "               a-7       [000] .....     0.000000005"),
        out.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
            .map(line -> line.replace(": softirq_raise: vec=1 [action=TIMER]", "")).toList());
  }

  @Test
  void shouldLeaveNothingWhenAborted() throws Exception {
    Path file = scratch.resolve("model.trace");
    RandomTrace random = new RandomTrace(6, 4);
    FtraceWriter writer = new FtraceWriter(file, 4);
    random.send(10_000, writer);
    writer.abort();
    writer.close();
    assertFalse(Files.exists(file));
    try (var list = Files.list(scratch)) {
      assertEquals(0, list.count());
    }
  }
}
