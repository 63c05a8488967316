package org.sockmodel.tests.trace.ftrace.dat;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.runtime.trace.ftrace.dat.TraceDatReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.Bytes;
import org.sockmodel.tests.trace.Command;
import org.sockmodel.tests.trace.EventLog;

/** Files of version 7 that hold what no recorded one does. */
class SmallDatFileTest {

  private static final List<String> EVENTS = List.of(
      "5000 [0] a-1 softirq_exit vec=1",
      "6000 [0] a-1 softirq_exit vec=2",
      "9000 [0] a-1 softirq_exit vec=3");

  @TempDir
  Path scratch;

  private TraceStatistics statistics;

  @Test
  void shouldReadEveryCompression() throws Exception {
    for (String compression : List.of("none", "zstd", "zlib")) {
      assertEquals(EVENTS, read(new DatFile(compression).page(5000, 0, 1, 2).page(9000, 0, 3)), compression);
      assertEquals("", statistics.warning());
    }
  }

  /** So the files above are what trace-cmd takes them for; a build without zlib cannot look at all of them. */
  @Test
  void shouldMakeWhatTraceCmdReads() throws Exception {
    for (String compression : List.of("none", "zstd")) {
      Path file = file(new DatFile(compression).page(5000, 0, 1, 2).page(9000, 0, 3));
      Command report = Command.run(scratch, "trace-cmd", "report", "-t", file.toString());
      assumeTrue(report != null, "trace-cmd is not installed");
      assertEquals(List.of("0.000005000 vec=1", "0.000006000 vec=2", "0.000009000 vec=3"), report.out().lines()
          .filter(line -> line.contains("softirq_exit")).map(line -> line.replaceAll(
              ".* (\\S+): softirq_exit: +(\\S+).*", "$1 $2")).toList(), report.out() + report.err());
    }
  }

  /** An event that is switched on in several instances is recorded in each, a little later. */
  @Test
  void shouldCountAnEventOnceThatSeveralInstancesHave() throws Exception {
    assertEquals(List.of("5000 [0] a-1 softirq_exit vec=1", "6000 [0] a-1 softirq_exit vec=1",
        "7100 [0] a-1 softirq_exit vec=2", "9000 [0] a-1 softirq_exit vec=3"),
        read(new DatFile("none").page(5000, 0, 1, 1).page(9000, 0, 3)
            .instance("a").page(5100, 0, 1, 1, 2)
            .instance("b").page(5200, 0, 1)));
    assertEquals(4, statistics.events());
  }

  /** In its text names of buffers stand before the lines. */
  @Test
  void shouldCountTheSameEventsInTheTextOfTraceCmd() throws Exception {
    DatFile made = new DatFile("none").page(5000, 0, 1, 1).page(9000, 0, 3)
        .instance("a").page(5100, 0, 1, 1, 2)
        .instance("longer").page(5200, 0, 1).page(300_000, 0, 3);
    Command report = Command.run(scratch, "trace-cmd", "report", "-t", file(made).toString());
    assumeTrue(report != null, "trace-cmd is not installed");
    FtraceReader reader = new FtraceReader(new ByteArrayInputStream(report.out().getBytes()), "report");
    EventLog log = new EventLog();
    reader.read(log);
    assertEquals(read(made), log.lines(), report.out());
    assertEquals(5, log.lines().size(), report.out());
  }

  @Test
  void shouldReadNamesOfTasksThatHoldLineBreaks() throws Exception {
    for (String[] name : new String[][] {{"a\n\n2b\n", "1 a\n\n2b\n\n2 c\n"}, {"a", "3 b\n1 a\n"}, {"a", "x\n1 a\n\0"},
        {"a", "1 a\nnot a part of the name\n"}}) {
      assertEquals(List.of("5000 [0] " + name[0] + "-1 softirq_exit vec=1"),
          read(new DatFile("none").tasks(name[1]).page(5000, 0, 1)));
    }
  }

  /** One handler of a tracepoint may run with other flags than the next, and nobody writes what is between fields. */
  @Test
  void shouldKnowAnEventOfWhichOnlyTheFieldsAreTheSame() throws Exception {
    byte[] plain = new Bytes().u16(7).u16(0x0100).u32(1).u32(3).u32(0).u32(9).toArray();
    byte[] preempted = new Bytes().u16(7).u16(0x0204).u32(1).u32(3).u32(0xffff).u32(9).toArray();
    byte[] other = new Bytes().u16(7).u16(0x0204).u32(1).u32(3).u32(0).u32(8).toArray();
    assertEquals(List.of("5000 [0] a-1 softirq_exit vec=3", "6100 [0] a-1 softirq_exit vec=3"),
        read(new DatFile("none").records(5000, plain).instance("a").records(5100, preempted, other)));
  }

  @Test
  void shouldKeepTheSameEventThatComesAgainLater() throws Exception {
    assertEquals(List.of("5000 [0] a-1 softirq_exit vec=1", "105001 [0] a-1 softirq_exit vec=1"),
        read(new DatFile("none").page(5000, 0, 1).instance("a").page(105_001, 0, 1)));
  }

  /** {@code trace-cmd record --date} tells microseconds to be added, and {@code --ts-offset} nanoseconds. */
  @Test
  void shouldShiftTimesAsTheRecordingAsks() throws Exception {
    for (String[] shift : new String[][] {{"0x5", "-4000"}, {"1", "0"}, {"2", "-0x3e8"}, {"1", "x"}, {"1", ""},
        {"1", "999999999999999999999"}, {"999999999999999999", "1000"}}) {
      assertEquals(List.of("6000 [0] a-1 softirq_exit vec=1", "7000 [0] a-1 softirq_exit vec=2"),
          read(new DatFile("none").page(5000, 0, 1, 2).shift(1, shift[0]).shift(7, shift[1])));
    }
  }

  @Test
  void shouldShiftTimesAsTraceCmdDoes() throws Exception {
    Path file = file(new DatFile("none").page(5000, 0, 1).shift(1, "0x2").shift(7, "-1000"));
    Command report = Command.run(scratch, "trace-cmd", "report", "-t", file.toString());
    assumeTrue(report != null, "trace-cmd is not installed");
    assertTrue(report.out().contains(" 0.000006000: softirq_exit:"), report.out() + report.err());
  }

  @Test
  void shouldTellWhatWasOverwrittenFromWhatWasLost() throws Exception {
    assertEquals(List.of("lost 3334 on 0", EVENTS.get(0), EVENTS.get(1), "lost 12 on 0", EVENTS.get(2)),
        read(new DatFile("none").page(5000, 3334, 1, 2).page(9000, 12, 3)));
    assertEquals(3334, statistics.overwrittenCount());
    assertEquals(12, statistics.lostCount());
  }

  @Test
  void shouldCountOneWhereTheKernelDoesNotTellHowManyWereLost() throws Exception {
    assertEquals(List.of("lost 0 on 0", EVENTS.get(0), EVENTS.get(1), "lost 0 on 0", EVENTS.get(2)),
        read(new DatFile("none").page(5000, -1, 1, 2).page(9000, -1, 3)));
    assertEquals(1, statistics.overwrittenCount());
    assertEquals(1, statistics.lostCount());
  }

  @Test
  void shouldSayThatCountsAreNoTimes() throws Exception {
    for (String clock : List.of("counter", "x86-tsc", "uptime")) {
      assertEquals(1, read(new DatFile("none").clock(clock).page(5000, 0, 1)).size());
      assertEquals("times are counts of a clock that does not tell time (counter, x86-tsc, uptime) as trace_clock mono"
          + " does", statistics.warning());
    }
  }

  /** The clock of a private buffer, of which trace-cmd extract tells another one's name. */
  @Test
  void shouldTellCountsByWhatTheKernelSaysOfTheBuffer() throws Exception {
    String stats = "entries: 1\noldest event ts: %s\nnow ts: %s\ndropped events: 0\n";
    read(new DatFile("none").clock("local").stats(stats.formatted("0", "91177268072566")).page(5000, 0, 1));
    assertTrue(statistics.warning().contains("a clock that does not tell time"), statistics.warning());
    read(new DatFile("none").clock("local").stats(stats.formatted("35062.224534", "35064.525035")).page(5000, 0, 1));
    assertEquals("", statistics.warning());
  }

  /** As a named pipe does, and what a shell names for {@code <(zcat a.dat.gz)}. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void shouldReadWhatGivesItsBytesOnce() throws Exception {
    Path pipe = scratch.resolve("pipe");
    Command made = Command.run(scratch, "mkfifo", pipe.toString());
    assumeTrue(made != null && made.exitCode() == 0, "there are no named pipes");
    byte[] content = new DatFile("none").page(5000, 0, 1, 2).page(9000, 0, 3).toArray();
    Thread writer = new Thread(() -> assertDoesNotThrow(() -> Files.write(pipe, content)));
    writer.setDaemon(true);
    writer.start();
    EventLog log = new EventLog();
    TraceFiles.open(pipe).read(log);
    assertEquals(EVENTS, log.lines());
  }

  private List<String> read(DatFile made) throws IOException, TraceException {
    TraceDatReader reader = new TraceDatReader(file(made), "made.dat", false);
    EventLog log = new EventLog();
    reader.read(log);
    statistics = reader.statistics();
    return log.lines();
  }

  private Path file(DatFile made) throws IOException {
    return Files.write(scratch.resolve("made.dat"), made.toArray());
  }
}
