package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.Syscall;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.tests.trace.Command;
import org.sockmodel.tests.trace.RandomTrace;

class CtfWriterTest {

  private static final CtfEnvironment ENVIRONMENT = CtfEnvironment.of("model", "6.18.0");

  @TempDir
  Path scratch;

  @TempDir
  Path babeltraceOutput;

  @Test
  void shouldBeReadByBabeltrace() throws Exception {
    Path trace = scratch.resolve("trace");
    write(trace, 20_000, ENVIRONMENT);
    Command babeltrace = babeltrace(trace);
    assertEquals("", babeltrace.err());
    assertEquals(0, babeltrace.exitCode());
    assertEquals(20_000, babeltrace.out().lines().count());
  }

  @Test
  void shouldBeReadByBabeltraceWithTheTaskInEveryEvent() throws Exception {
    Path trace = scratch.resolve("trace");
    write(trace, 2_000, ENVIRONMENT.withTaskContext());
    Command babeltrace = babeltrace(trace);
    assertEquals("", babeltrace.err());
    assertEquals(2_000, babeltrace.out().lines().filter(line -> line.contains("procname = ")).count());
  }

  @Test
  void shouldWriteWhatLttngWouldWrite() throws Exception {
    Path trace = scratch.resolve("trace");
    Names names = new Names();
    TraceEvent event = new TraceEvent(names);
    try (CtfWriter writer = new CtfWriter(trace, 1, names, ENVIRONMENT)) {
      event.begin(SoftirqEntry.TRACEPOINT, 1_000, 0).set(SoftirqEntry.VEC, 3);
      writer.accept(event);
      event.begin(SchedSwitch.TRACEPOINT, 2_000, 0).clear();
      event.set(SchedSwitch.PREV_COMM, names.intern("rdr0")).set(SchedSwitch.PREV_PID, 7);
      event.set(SchedSwitch.PREV_PRIO, 120).set(SchedSwitch.PREV_STATE, 1);
      event.set(SchedSwitch.NEXT_COMM, names.intern("swapper/0")).set(SchedSwitch.NEXT_PID, 0);
      event.set(SchedSwitch.NEXT_PRIO, 120);
      writer.accept(event);
      event.begin(Syscall.SOCKET.exit(), 1_000_000_000_000L, 0).set(Syscall.RET, -97);
      writer.accept(event);
    }
    List<String> lines = babeltrace(trace).out().lines().map(line -> line.replaceAll("^\\S+ \\S+ ", "")).toList();
    assertEquals(List.of(
        "model irq_softirq_entry: { cpu_id = 0 }, { vec = 3 }",
        "model sched_switch: { cpu_id = 0 }, { prev_comm = \"rdr0\", prev_tid = 7, prev_prio = 20, prev_state = 1, "
            + "next_comm = \"swapper/0\", next_tid = 0, next_prio = 20 }",
        "model syscall_exit_socket: { cpu_id = 0 }, { ret = -97 }"), lines);
  }

  @Test
  void shouldTellLostEvents() throws Exception {
    Path trace = scratch.resolve("trace");
    RandomTrace random = new RandomTrace(3, 1);
    try (CtfWriter writer = new CtfWriter(trace, 1, random.names(), ENVIRONMENT)) {
      random.send(10, writer);
      writer.lost(0, 5);
      random.send(10, writer);
    }
    Command babeltrace = babeltrace(trace);
    assertEquals(20, babeltrace.out().lines().count());
    assertTrue(babeltrace.err().contains("Tracer discarded 5 events"), babeltrace.err());
  }

  @Test
  void shouldWriteEqualBytesForEqualEvents() throws Exception {
    write(scratch.resolve("a"), 5_000, ENVIRONMENT);
    write(scratch.resolve("b"), 5_000, ENVIRONMENT);
    for (String file : List.of("metadata", "channel0_0", "channel0_1", "channel0_2", "channel0_3")) {
      assertArrayEquals(Files.readAllBytes(scratch.resolve("a").resolve(file)),
          Files.readAllBytes(scratch.resolve("b").resolve(file)), file);
    }
  }

  @Test
  void shouldReplaceAnEarlierTrace() throws Exception {
    Path trace = scratch.resolve("trace");
    write(trace, 100, ENVIRONMENT);
    long size = Files.size(trace.resolve("channel0_0"));
    write(trace, 50_000, ENVIRONMENT);
    assertTrue(Files.size(trace.resolve("channel0_0")) > size);
    assertEquals(List.of("trace"), children(scratch));
  }

  @Test
  void shouldRefuseToReplaceAnythingElse() throws Exception {
    Path folder = Files.createDirectory(scratch.resolve("precious"));
    Files.writeString(folder.resolve("letter.txt"), "dear");
    TraceException refused = assertThrows(TraceException.class,
        () -> new CtfWriter(folder, 1, new Names(), ENVIRONMENT));
    assertEquals("cannot write " + folder + ": the folder exists and is no CTF trace (it holds letter.txt); "
        + "name another folder", refused.getMessage());
    assertEquals(List.of("precious"), children(scratch));
  }

  @Test
  void shouldSayThatTheFolderAroundIsMissing() {
    Path target = scratch.resolve("no/where");
    TraceException refused = assertThrows(TraceException.class,
        () -> new CtfWriter(target, 1, new Names(), ENVIRONMENT));
    assertEquals("cannot write " + target + ": its folder does not exist", refused.getMessage());
  }

  @Test
  void shouldLeaveNothingWhenAborted() throws Exception {
    RandomTrace random = new RandomTrace(1, 2);
    CtfWriter writer = new CtfWriter(scratch.resolve("trace"), 2, random.names(), ENVIRONMENT);
    random.send(10_000, writer);
    assertFalse(Files.exists(scratch.resolve("trace")));
    writer.abort();
    writer.close();
    assertEquals(List.of(), children(scratch));
  }

  @Test
  void shouldLeaveNothingWhenAnEventCannotBeWritten() throws Exception {
    Names names = new Names();
    CtfWriter writer = new CtfWriter(scratch.resolve("trace"), 1, names, ENVIRONMENT);
    TraceEvent event = new TraceEvent(names).begin(SoftirqEntry.TRACEPOINT, 1, CtfWriter.MAX_CPUS);
    assertThrows(UncheckedIOException.class, () -> writer.accept(event));
    assertThrows(TraceException.class, writer::close);
    assertEquals(List.of(), children(scratch));
  }

  private void write(Path trace, int events, CtfEnvironment environment) throws TraceException {
    RandomTrace random = new RandomTrace(42, 4);
    try (CtfWriter writer = new CtfWriter(trace, 4, random.names(), environment)) {
      random.send(events, writer);
    }
  }

  private Command babeltrace(Path trace) throws IOException, InterruptedException {
    Command command = Command.run(babeltraceOutput, "babeltrace2", trace.toString());
    assumeTrue(command != null, "babeltrace2 is not installed");
    return command;
  }

  private static List<String> children(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
