package org.sockmodel.tests.trace.perf.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sockmodel.tests.trace.perf.data.PerfFile.comm;
import static org.sockmodel.tests.trace.perf.data.PerfFile.fork;
import static org.sockmodel.tests.trace.perf.data.PerfFile.id;
import static org.sockmodel.tests.trace.perf.data.PerfFile.lost;
import static org.sockmodel.tests.trace.perf.data.PerfFile.lostSamples;
import static org.sockmodel.tests.trace.perf.data.PerfFile.raw;
import static org.sockmodel.tests.trace.perf.data.PerfFile.record;
import static org.sockmodel.tests.trace.perf.data.PerfFile.sample;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.Allocations;
import org.sockmodel.tests.trace.Bytes;
import org.sockmodel.tests.trace.EventLog;

/** Files that hold what no recorded one does, or what recorded ones hold somewhere. */
class SmallPerfDataTest {

  private static final String RECORD = "; record with perf record -a -m 16M -e "
      + "'sched:*,irq:*,napi:*,net:*,sock:*,skb:*,syscalls:*'";

  /** CPU 1 was read before CPU 0; the idle task has a name, another one has another later, and one is new. */
  private static final byte[][] RECORDS = {comm(0, 0, 5, "a"), comm(0, 0, 6, "sixteen letters"),
      sample(1, 2000, 0, 1), sample(1, 6000, 5, 2), sample(1, 8000, 5, 3),
      sample(0, 1000, 6, 4), comm(0, 7000, 5, "b"), fork(0, 7500, 9, 5), sample(0, 9000, 9, 5)};
  private static final List<String> EVENTS = List.of("1000 [0] sixteen letters-6 softirq_exit vec=4",
      "2000 [1] swapper-0 softirq_exit vec=1", "6000 [1] a-5 softirq_exit vec=2", "8000 [1] b-5 softirq_exit vec=3",
      "9000 [0] b-9 softirq_exit vec=5");

  @TempDir
  Path scratch;

  private TraceReader reader;

  @Test
  void shouldReadAFileAndAPipe() throws Exception {
    PerfFile made = PerfFile.usual().records(RECORDS);
    assertEquals(EVENTS, read(made.toArray()));
    assertEquals("6.18.0", reader.origin().kernelRelease());
    assertEquals(EVENTS, read(made.toPipe()));
    assertEquals("6.18.0", reader.origin().kernelRelease());

    EventLog log = new EventLog();
    TraceFiles.open(new ByteArrayInputStream(made.toPipe()), "standard input").read(log);
    assertEquals(EVENTS, log.lines());
  }

  @Test
  void shouldUnpackRecordsThatAreCutBetweenPieces() throws Exception {
    for (int pieceBytes : new int[] {1 << 12, 100, 7}) {
      for (int type : new int[] {81, 83}) {
        PerfFile packed = PerfFile.usual().records(RECORDS).compressed(type, pieceBytes);
        assertEquals(EVENTS, read(packed.toArray()), type + " " + pieceBytes);
        assertEquals(EVENTS, read(packed.toPipe()), type + " " + pieceBytes);
        assertEquals("", reader.statistics().warning());
      }
    }
  }

  @Test
  void shouldReadTheFilesOfAFolder() throws Exception {
    Path folder = Files.createDirectory(scratch.resolve("perf.data"));
    Files.write(folder.resolve("data"), PerfFile.usual().folder().records(RECORDS[0], RECORDS[1]).toArray());
    Files.write(folder.resolve("data.0"), PerfFile.usual().records(Arrays.copyOfRange(RECORDS, 2, 5)).toRecords());
    Files.write(folder.resolve("data.1"), PerfFile.usual().records(Arrays.copyOfRange(RECORDS, 5, 9))
        .compressed(81, 64).toRecords());
    assertEquals(EVENTS, read(folder));
    assertEquals(EVENTS, read(folder.resolve("data")));
  }

  /** An interrupt may come between the time of a record and its place in the buffer. */
  @Test
  void shouldPutInOrderWhatAnInterruptCameBefore() throws Exception {
    List<byte[]> records = new ArrayList<>(List.of(sample(0, 1000, 5, 1)));
    List<String> events = new ArrayList<>(List.of("1000 [0] -5 softirq_exit vec=1",
        "1001 [0] -5 softirq_exit vec=2"));
    for (int i = 0; i < 60; i++) {
      records.add(sample(0, 1002 + i, 5, 3));
      events.add(1002 + i + " [0] -5 softirq_exit vec=3");
    }
    records.add(sample(0, 1001, 5, 2));
    assertEquals(events, read(PerfFile.usual().records(records.toArray(byte[][]::new)).toArray()));
    assertEquals("", reader.statistics().warning());
  }

  /** Many more records than the reader has in memory at once, in pieces of one to three. */
  @Test
  void shouldReadMoreThanFitsItsMemory() throws Exception {
    List<byte[]> records = new ArrayList<>();
    List<String> events = new ArrayList<>();
    int count = 20_000;
    for (int first = 0; first < count; first += 6) {
      for (int i = first; i < first + 6; i++) {
        int cpu = (i - first) / 3;
        records.add(sample(cpu, 1000 + 2L * (i % 3 + first) + cpu, 5, i));
        events.add(1000 + 2L * (i % 3 + first) + cpu + " [" + cpu + "] -5 softirq_exit vec=" + i);
      }
    }
    events.sort((one, other) -> Long.compare(Long.parseLong(one.split(" ")[0]), Long.parseLong(other.split(" ")[0])));
    EventLog.assertSame(events, read(PerfFile.usual().records(records.toArray(byte[][]::new)).toArray()));
  }

  /** Perf looked twice into the buffer of CPU 0, and each time found the last record first. */
  @Test
  void shouldTurnRoundWhatWasOverwritten() throws Exception {
    PerfFile made = new PerfFile().event(PerfFile.TRACEPOINT, 7, PerfFile.USUAL, 0,
        PerfFile.SAMPLE_ID_ALL | PerfFile.WRITE_BACKWARD);
    made.records(comm(0, 0, 5, "a"), sample(0, 3000, 5, 3), sample(0, 2000, 5, 2), record(68, new Bytes()),
        sample(0, 1000, 5, 1), sample(0, 5000, 5, 5), sample(0, 4000, 5, 4), sample(1, 2500, 5, 9));
    assertEquals(List.of("1000 [0] a-5 softirq_exit vec=1", "2000 [0] a-5 softirq_exit vec=2",
        "2500 [1] a-5 softirq_exit vec=9", "3000 [0] a-5 softirq_exit vec=3", "4000 [0] a-5 softirq_exit vec=4",
        "5000 [0] a-5 softirq_exit vec=5"), read(made.toArray()));
    assertEquals("", reader.statistics().warning());
  }

  /** What other options of perf record put before the tracepoint's record. */
  @Test
  void shouldFindTheRecordBehindCallChainsAndCounts() throws Exception {
    long common = PerfFile.TID | PerfFile.TIME | PerfFile.CPU | PerfFile.RAW;
    Bytes head = new Bytes().u32(5).u32(5).u64(1000).u32(0).u32(0);
    assertEvent(common, 0, new Bytes().bytes(head.toArray()));
    assertEvent(common | PerfFile.CALLCHAIN, 0, new Bytes().bytes(head.toArray()).u64(2).u64(11).u64(12));
    assertEvent(common | PerfFile.CALLCHAIN, 0, new Bytes().bytes(head.toArray()).u64(0));
    assertEvent(common | PerfFile.READ, 0, new Bytes().bytes(head.toArray()).u64(1));
    assertEvent(common | PerfFile.READ, 0b10111, new Bytes().bytes(head.toArray()).u64(1).u64(2).u64(3).u64(4).u64(5));
    assertEvent(common | PerfFile.READ | PerfFile.CALLCHAIN, 0b1111,
        new Bytes().bytes(head.toArray()).u64(2).u64(8).u64(8).u64(1).u64(71).u64(2).u64(72).u64(1).u64(9));
  }

  private void assertEvent(long sampleType, long readFormat, Bytes head) throws Exception {
    PerfFile made = new PerfFile().event(PerfFile.TRACEPOINT, 7, sampleType, readFormat, PerfFile.SAMPLE_ID_ALL);
    made.records(record(9, head.bytes(raw(5, 3))));
    assertEquals(List.of("1000 [0] -5 softirq_exit vec=3"), read(made.toArray()));
  }

  /** As with {@code -e cycles,irq:softirq_exit}: samples of the one are left out, and lie otherwise. */
  @Test
  void shouldTellEventsByTheirNumbers() throws Exception {
    PerfFile made = new PerfFile()
        .event(0, 0, PerfFile.IDENTIFIER | PerfFile.TIME | PerfFile.CPU, 0, PerfFile.SAMPLE_ID_ALL)
        .event(PerfFile.TRACEPOINT, 7, PerfFile.IDENTIFIER | PerfFile.TID | PerfFile.TIME | PerfFile.CPU | PerfFile.RAW,
            0, PerfFile.SAMPLE_ID_ALL)
        .event(PerfFile.SOFTWARE, PerfFile.DUMMY, PerfFile.IDENTIFIER | PerfFile.TIME, 0, PerfFile.SAMPLE_ID_ALL);
    made.records(record(9, new Bytes().u64(id(0)).u64(500).u32(0).u32(0)),
        record(9, new Bytes().u64(id(1)).u32(5).u32(5).u64(1000).u32(0).u32(0).bytes(raw(5, 3))),
        record(9, new Bytes().u64(id(0)).u64(1500).u32(0).u32(0)));
    assertEquals(List.of("1000 [0] -5 softirq_exit vec=3"), read(made.toArray()));
    assertEquals(0, reader.statistics().unparsedCount());

    made.records(record(9, new Bytes().u64(1).u64(1500).u32(0).u32(0)));
    assertEquals(List.of("1000 [0] -5 softirq_exit vec=3"), read(made.toArray()));
    assertEquals(1, reader.statistics().unparsedCount());
  }

  /** The kernel tells each loss when there is room again; that of the end is known by the sum of all CPUs alone. */
  @Test
  void shouldCountWhatWasLost() throws Exception {
    assertEquals(List.of("1000 [0] -5 softirq_exit vec=1", "lost 7 on 0", "3000 [0] -5 softirq_exit vec=2",
        "lost 0 on 0"),
        read(PerfFile.usual().records(sample(0, 1000, 5, 1), lost(0, 2000, 7), sample(0, 3000, 5, 2),
            lostSamples(4), lostSamples(5)).toArray()));
    assertEquals(9, reader.statistics().lostCount());
  }

  /** Perf in a container calls tasks by other numbers than the kernel, and names them by its own. */
  @Test
  void shouldNameTasksOfAnotherNamespace() throws Exception {
    byte[] sample = record(9, new Bytes().u64(id(0)).u64(0).u32(5).u32(5).u64(1000).u32(0).u32(0).u64(1)
        .bytes(raw(1005, 3)));
    assertEquals(List.of("1000 [0] a-1005 softirq_exit vec=3"),
        read(PerfFile.usual().records(comm(0, 0, 5, "a"), sample).toArray()));
  }

  @Test
  void shouldAllocateNothingForASample() throws Exception {
    int events = 20_000;
    Path few = Files.write(scratch.resolve("few"), samples(events));
    Path many = Files.write(scratch.resolve("many"), samples(10 * events));
    allocated(few);
    long fewBytes = allocated(few);
    long manyBytes = allocated(many);
    assertTrue(manyBytes - fewBytes < 9L * events, events + " events allocate " + fewBytes
        + " bytes, ten times as many " + manyBytes);
  }

  private static byte[] samples(int count) {
    PerfFile made = PerfFile.usual().records(RECORDS[0]);
    for (int i = 0; i < count; i++) {
      made.records(sample(i >> 10 & 1, 1000 + i, 5, i & 7));
    }
    return made.toArray();
  }

  private static long allocated(Path file) {
    return Allocations.during(() -> {
      try {
        TraceFiles.open(file).read(event -> { });
      } catch (TraceException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  @Test
  void shouldSayWhatAFileLacks() throws Exception {
    assertRefused("holds no tracepoint" + RECORD,
        new PerfFile().event(0, 0, PerfFile.TIME | PerfFile.CPU, 0, 0).toArray());
    assertRefused("holds no sample of a tracepoint with its CPU and time" + RECORD,
        PerfFile.usual().records(comm(0, 0, 5, "a")).toArray());
    assertRefused("holds no sample of a tracepoint with its CPU and time" + RECORD,
        new PerfFile().event(PerfFile.TRACEPOINT, 7, PerfFile.TIME | PerfFile.RAW, 0, 0)
            .records(record(9, new Bytes().u64(1000).bytes(raw(5, 1)))).toArray());
    assertRefused("does not tell what its events are, as perf record did not come to its end",
        PerfFile.usual().records(sample(0, 1000, 5, 1)).undescribed().toArray());
    assertRefused("was recorded on a big-endian machine, which is not read; print it with perf script --ns and open"
        + " that", "2ELIFREP................".getBytes(StandardCharsets.US_ASCII));
  }

  private void assertRefused(String expected, byte[] file) throws Exception {
    Path path = Files.write(scratch.resolve("refused"), file);
    TraceReader refused = TraceFiles.open(path);
    TraceException thrown = assertThrows(TraceException.class, () -> refused.read(event -> { }));
    assertEquals(path + " " + expected, thrown.getMessage());
  }

  /** Wherever a file ends, what is before is read, as far as it is known what it is. */
  @Test
  void shouldReadWhatIsLeftOfACutPipe() throws Exception {
    byte[] whole = PerfFile.usual().records(RECORDS).toPipe();
    int most = 0;
    for (int length = 17; length < whole.length; length++) {
      List<String> read = readOrRefuse(Arrays.copyOf(whole, length));
      assertTrue(withoutNames(EVENTS).containsAll(withoutNames(read)), length + ": " + read);
      assertTrue(read.size() >= most, length + ": " + read);
      most = read.size();
    }
    assertEquals(EVENTS.size() - 1, most);
    for (byte[] file : List.of(PerfFile.usual().records(RECORDS).toArray(),
        PerfFile.usual().records(RECORDS).compressed(81, 50).toArray())) {
      for (int length = 0; length < file.length; length++) {
        readOrRefuse(Arrays.copyOf(file, length));
      }
    }
  }

  @Test
  void shouldSurviveAnyByteThatIsWrong() throws Exception {
    PerfFile made = PerfFile.usual().records(RECORDS).records(lost(0, 9500, 7), lostSamples(8));
    for (byte[] file : List.of(made.toArray(), made.toPipe(), made.compressed(81, 64).toArray())) {
      for (int at = 0; at < file.length; at++) {
        for (int bits : new int[] {0xff, 0x80, 0x01}) {
          byte[] damaged = file.clone();
          damaged[at] ^= (byte) bits;
          readOrRefuse(damaged);
        }
      }
    }
  }

  /** A name is not known before it is told. */
  private static List<String> withoutNames(List<String> events) {
    return events.stream().map(event -> event.replaceAll("] .*-", "] ")).toList();
  }

  private List<String> readOrRefuse(byte[] file) throws Exception {
    try {
      return read(file);
    } catch (TraceException e) {
      assertTrue(e.getMessage().startsWith(scratch.toString()), e.getMessage());
      return List.of();
    }
  }

  private List<String> read(byte[] file) throws Exception {
    return read(Files.write(scratch.resolve("made"), file));
  }

  private List<String> read(Path path) throws Exception {
    reader = TraceFiles.open(path);
    EventLog log = new EventLog();
    reader.read(log);
    return log.lines();
  }
}
