package org.sockmodel.tests.trace.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWaking;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceOrigin;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.TracepointRegistry;
import org.sockmodel.runtime.trace.Tracepoints;
import org.sockmodel.runtime.trace.convert.Conversion;
import org.sockmodel.runtime.trace.convert.TraceFormat;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;
import org.sockmodel.tests.trace.RandomTrace;

class ConversionTest {

  private static final TraceOrigin ORIGIN =
      new TraceOrigin("lab \"7\"", "6.18.44", "#1 SMP", 1_790_000_000_123_456_789L);

  @TempDir
  Path scratch;

  @Test
  void shouldGoRoundTheFormatsThatHoldEverything() throws Exception {
    EventLog expected = new EventLog();
    new Source(20_000).read(expected);

    Conversion.convert(new Source(20_000), TraceFormat.CTF, scratch.resolve("a"));
    Conversion.convert(TraceFiles.open(scratch.resolve("a")), TraceFormat.FTRACE, scratch.resolve("b"));
    Conversion.convert(TraceFiles.open(scratch.resolve("b")), TraceFormat.CTF, scratch.resolve("c"));

    for (String trace : List.of("a", "b", "c")) {
      List<String> actual = log(scratch.resolve(trace));
      EventLog.assertSame(events(expected.lines()), events(actual));
      for (int cpu = 0; cpu < Source.CPUS; cpu++) {
        EventLog.assertSame(of(cpu, expected.lines()), of(cpu, actual));
      }
    }
  }

  @Test
  void shouldKeepTheMachineFromCtfToCtf() throws Exception {
    Conversion.convert(new Source(10), TraceFormat.CTF, scratch.resolve("a"));
    Conversion.convert(TraceFiles.open(scratch.resolve("a")), TraceFormat.CTF, scratch.resolve("b"));

    TraceReader reader = TraceFiles.open(scratch.resolve("b"));
    reader.read(event -> assertEquals(ORIGIN, reader.origin()));

    assertEquals(5, reader.statistics().cpus());
  }

  /** Tracefs says of all CPUs together how many there were, and trace-cmd of each. */
  @Test
  void shouldKeepHowManyEventsWereOverwritten() throws Exception {
    String line = "       a-1    [00%d] .... 0.0: softirq_exit: vec=1%n";
    Path text = Files.writeString(scratch.resolve("text"), "# entries-in-buffer/entries-written: 3/5003   #P:2\n"
        + "CPU:1 [LOST 12 EVENTS]\n" + line.formatted(1) + line.formatted(0) + "CPU:1 [LOST 7 EVENTS]\n"
        + line.formatted(1));
    Path before = text;
    for (TraceFormat format : List.of(TraceFormat.FTRACE, TraceFormat.CTF, TraceFormat.CTF, TraceFormat.FTRACE)) {
      Path after = Files.createTempDirectory(scratch, "after").resolve("trace");
      Conversion.convert(TraceFiles.open(before), format, after);
      TraceReader reader = TraceFiles.open(after);
      reader.read(event -> { });
      assertEquals(5000, reader.statistics().overwrittenCount(), format.symbol());
      assertEquals(7, reader.statistics().lostCount(), format.symbol());
      before = after;
    }
  }

  /** A task may name itself with any bytes but NUL. */
  @Test
  void shouldKeepEveryByteOfNames() throws Exception {
    byte[] odd = {27, '(', '1', 'm', '\r', '\n', 127, 1, '"', '\\', (byte) 0xd0, (byte) 0x80, (byte) 0xd0};
    TraceReader source = new Source(0) {
      @Override
      public void read(TraceSink sink) {
        int name = names().intern(odd, 0, odd.length);
        sink.accept(new TraceEvent(names()).begin(SchedWaking.TRACEPOINT, 5, 0).task(7, name).clear()
            .set(SchedWaking.COMM, name).set(SchedWaking.PID, 7).set(SchedWaking.PRIO, 1)
            .set(SchedWaking.TARGET_CPU, 0));
      }
    };
    for (TraceFormat format : List.of(TraceFormat.CTF, TraceFormat.FTRACE)) {
      Conversion.convert(source, format, scratch.resolve(format.symbol()));
      TraceReader reader = TraceFiles.open(scratch.resolve(format.symbol()));
      reader.read(event -> {
        assertArrayEquals(odd, reader.names().utf8(event.comm()), format.symbol());
        assertArrayEquals(odd, reader.names().utf8(event.intValue(SchedWaking.COMM)), format.symbol());
      });
      assertEquals(1, reader.statistics().events(), format.symbol());
    }
    Conversion.convert(source, TraceFormat.CHROME, scratch.resolve("json"));
    String json = Files.readString(scratch.resolve("json"));
    assertTrue(json.contains("\\u001b(1m\\u000d\\u000a\u007f\\u0001\\\"\\\\\u0400\ufffd\""), json);
  }

  @Test
  void shouldNotInventTasks() throws Exception {
    TraceEvent event = new TraceEvent(new Names());
    TraceReader nobody = new Source(0) {
      @Override
      public void read(TraceSink sink) {
        sink.accept(event.begin(SoftirqEntry.TRACEPOINT, 5, 0).set(SoftirqEntry.VEC, 3));
      }
    };
    for (TraceFormat format : List.of(TraceFormat.CTF, TraceFormat.FTRACE)) {
      Conversion.convert(nobody, format, scratch.resolve(format.symbol()));
      TraceFiles.open(scratch.resolve(format.symbol()))
          .read(read -> assertEquals(TraceEvent.UNKNOWN_TID, read.tid(), format.symbol()));
    }
  }

  @Test
  void shouldKeepEveryEventOfARecording() throws Exception {
    List<Path> recordings = Oracle.files("host-6.18-calibration", "_lo_x.dat");
    assertTrue(recordings.size() >= 2, recordings.toString());
    for (Path recording : recordings) {
      List<String> expected = log(recording);
      for (TraceFormat format : List.of(TraceFormat.CTF, TraceFormat.FTRACE)) {
        Path copy = scratch.resolve(recording.getFileName() + "." + format.symbol());
        Conversion.convert(TraceFiles.open(recording), format, copy);
        EventLog.assertSame(expected, log(copy));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldWriteATraceWithoutEvents(TraceFormat format) throws Exception {
    Conversion.convert(new Source(0), format, scratch.resolve("out"));

    assertTrue(Files.exists(scratch.resolve("out")));
  }

  @ParameterizedTest
  @EnumSource
  void shouldSayThatTheOutputCannotBeWritten(TraceFormat format) {
    Path target = scratch.resolve("no/where");
    TraceException refused = assertThrows(TraceException.class,
        () -> Conversion.convert(new Source(10), format, target));

    assertEquals("cannot write " + target + ": its folder does not exist", refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CTF", "FTRACE", "PERFETTO"})
  void shouldLeaveNothingOfWhatCannotBeWritten(TraceFormat format) throws IOException {
    TraceException refused = assertThrows(TraceException.class,
        () -> Conversion.convert(new Source(100) {
          @Override
          public void read(TraceSink sink) {
            super.read(sink);
            sink.accept(new TraceEvent(names()).begin(Tracepoints.ALL.get(0), 0, 4096).clear());
          }
        }, format, scratch.resolve("out")));

    assertTrue(refused.getMessage().startsWith("cannot write " + scratch.resolve("out") + ": CPU 4096 is beyond"),
        refused.getMessage());
    assertEquals(List.of(), files());
  }

  @Test
  void shouldLeaveNothingIfTheInputCannotBeRead() throws Exception {
    Path bad = Files.writeString(scratch.resolve("bad"), "# tracer: nop\nnonsense\n");
    assertThrows(TraceException.class,
        () -> Conversion.convert(TraceFiles.open(bad), TraceFormat.CTF, scratch.resolve("out")));

    assertEquals(List.of("bad"), files());
  }

  private static List<String> events(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith("lost")).toList();
  }

  /** What happened on one CPU; there the place of lost events is known. */
  private static List<String> of(int cpu, List<String> lines) {
    return lines.stream().filter(line -> line.contains(" [" + cpu + "] ") || line.endsWith(" on " + cpu)).toList();
  }

  private static List<String> log(Path trace) throws TraceException {
    TraceReader reader = TraceFiles.open(trace);
    EventLog log = new EventLog();
    reader.read(log);
    assertEquals("", reader.statistics().warning());
    return log.lines();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(scratch)) {
      return list.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  /** Random events on CPU 0 to 3 of five, some of a tracepoint that nobody knows; now and then some are lost. */
  private static class Source implements TraceReader {

    private static final int CPUS = 5;
    private static final List<Field> FOREIGN = List.of(new Field("number", Field.Kind.S64),
        new Field("text", Field.Kind.TEXT), new Field("who", Field.Kind.COMM));

    /** A seed by which the first foreign event has no name with a blank, since ftrace text then has no fields. */
    private static final long SEED = 13;

    private final RandomTrace random = new RandomTrace(SEED, CPUS - 1, tracepoints());
    private final TraceStatistics statistics = new TraceStatistics("random");
    private final int events;

    Source(int events) {
      this.events = events;
      statistics.atLeastCpus(CPUS);
    }

    @Override
    public void read(TraceSink sink) {
      for (int i = 0; i < events; i += 10) {
        random.send(10, sink);
        if (i % 1000 == 500) {
          sink.lost(i / 1000 % (CPUS - 1), 3);
        }
      }
    }

    @Override
    public Names names() {
      return random.names();
    }

    @Override
    public TraceStatistics statistics() {
      return statistics;
    }

    @Override
    public TraceOrigin origin() {
      return ORIGIN;
    }

    private static List<Tracepoint> tracepoints() {
      TracepointRegistry tracepoints = new TracepointRegistry();
      tracepoints.add("foreign_event", FOREIGN);
      return List.copyOf(tracepoints.all());
    }
  }
}
