package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.tests.trace.EventLog;

/** Streams that the tracer wrote into one file after another: {@code lttng enable-channel --tracefile-size}. */
class RotatedFilesTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; align = 8; } := u32;
      typealias integer { size = 64; align = 8; } := u64;
      trace { major = 1; minor = 8; byte_order = le;
        packet.header := struct { u32 magic; u32 stream_id; u64 stream_instance_id; }; };
      clock { name = c; freq = 1000000000; };
      typealias integer { size = 64; align = 8; map = clock.c.value; } := time;
      stream { id = 0; event.header := struct { u32 id; time timestamp; };
        packet.context := struct { time timestamp_begin; time timestamp_end; u64 content_size; u64 packet_size;
          u64 packet_seq_num; u64 events_discarded; u32 cpu_id; }; };
      event { name = "irq_softirq_exit"; id = 0; stream_id = 0; fields := struct { u32 _vec; }; };
      """;

  @TempDir
  Path trace;

  private TraceStatistics statistics;
  private int cpu;
  private int packetTimeBytes = 8;
  private int eventTimeBytes = 8;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(trace.resolve("metadata"), METADATA);
  }

  @Test
  void shouldCountWhatEachFileTellsOfItsStreamOnce() throws Exception {
    file("channel0_0_0", packet(0, 0, 0, 100), packet(0, 1, 5, 200));
    file("channel0_0_1", packet(0, 2, 5, 300), packet(0, 3, 7, 400));
    file("channel0_0_2", packet(0, 4, 8, 500));

    assertEquals(List.of("100", "lost 5 on 0", "200", "300", "lost 2 on 0", "400", "lost 1 on 0", "500"), read());
    assertEquals(8, statistics.lostCount());
    assertEquals(0, statistics.overwrittenCount());
  }

  @Test
  void shouldCountPacketsThatAreMissingBetweenFiles() throws Exception {
    file("channel0_0_0", packet(0, 0, 0, 100), packet(0, 1, 0, 200));
    file("channel0_0_1", packet(0, 4, 0, 300));

    assertEquals(List.of("100", "200", "lost 2 on 0", "300"), read());
    assertEquals(2, statistics.lostCount());
  }

  @Test
  void shouldGoByThePacketsSinceTheOldestFileIsWrittenAnew() throws Exception {
    file("channel0_0_0", packet(0, 7, 9, 300));
    file("channel0_0_1", packet(0, 5, 4, 100));
    file("channel0_0_2", packet(0, 6, 4, 200));

    assertEquals(List.of("lost 4 on 0", "100", "200", "lost 5 on 0", "300"), read());
    assertEquals(5, statistics.lostCount());
    assertEquals(4, statistics.overwrittenCount());
  }

  @Test
  void shouldKeepTheOrderOfFilesAtTheSameTime() throws Exception {
    file("channel0_0_0", packet(0, 1, 3, 100));
    file("channel0_0_1", packet(0, 0, 3, 100));

    assertEquals(List.of("lost 3 on 0", "100", "100"), read());
  }

  @Test
  void shouldCountOnOverFilesWithoutEvents() throws Exception {
    file("channel0_0_0", packet(0, 0, 2, 100));
    file("channel0_0_1", packet(0, 1, 2));
    file("channel0_0_2", packet(0, 2, 6));
    file("channel0_0_3", packet(0, 3, 6, 200));
    file("channel0_0_4", packet(0, 4, 7));

    assertEquals(List.of("lost 2 on 0", "100", "lost 4 on 0", "200", "lost 1 on 0"), read());
    assertEquals(5, statistics.lostCount());
    assertEquals(2, statistics.overwrittenCount());
  }

  @Test
  void shouldCountStreamsOfOneClassAndCpuApartThatTellTheirInstance() throws Exception {
    file("one_0", packet(0, 0, 0, 100), packet(0, 1, 5, 200));
    file("other_0", packet(1, 2, 5, 300), packet(1, 3, 9, 400));

    assertEquals(List.of("100", "lost 5 on 0", "200", "lost 5 on 0", "300", "lost 4 on 0", "400"), read());
  }

  @Test
  void shouldCountStreamsOfEachCpuApart() throws Exception {
    file("channel0_0", packet(0, 0, 0, 100), packet(0, 1, 5, 200));
    cpu = 1;
    file("channel0_1", packet(0, 2, 5, 300), packet(0, 3, 9, 400));

    assertEquals(List.of("100", "lost 5 on 0", "200", "lost 5 on 1", "300", "lost 4 on 1", "400"), read());
  }

  @Test
  void shouldNotCountOnFromAFileOfTheSameTime() throws Exception {
    file("one_0", packet(0, 0, 0, 100), packet(0, 1, 5, 400));
    file("other_0", packet(0, 1, 5, 200), packet(0, 2, 6, 300));

    assertEquals(List.of("100", "lost 5 on 0", "200", "lost 1 on 0", "300", "lost 5 on 0", "400"), read());
  }

  @Test
  void shouldNotCountOnFromAFileOfTheSameNumber() throws Exception {
    file("one_0", packet(0, 0, 5, 100));
    file("other_0", packet(0, 0, 6, 200));

    assertEquals(List.of("lost 5 on 0", "100", "lost 6 on 0", "200"), read());
  }

  @Test
  void shouldRefuseFilesThatDoNotSayWhenTheyBegin() throws Exception {
    tellTimes(4, 4);
    file("channel0_0_0", packet(0, 0, 0, 0xffffff00L), packet(0, 1, 0, 0x100));
    file("channel0_0_1", packet(0, 2, 0, 0x200));

    TraceException refused = assertThrows(TraceException.class, this::read);
    assertEquals(trace + ": the trace is in several files for a CPU whose packets tell 32 bits of their times, so that"
        + " a later file does not say when it begins; record without a limit of the size of files",
        refused.getMessage());
  }

  @Test
  void shouldReadFilesWhosePacketsSayWhenTheyBegin() throws Exception {
    tellTimes(8, 4);
    file("channel0_0_0", packet(0, 0, 0, 0xffffff00L), packet(0, 1, 0, 0x1_0000_0100L));
    file("channel0_0_1", packet(0, 2, 0, 0x2_0000_0200L));

    assertEquals(List.of("4294967040", "4294967552", "8589935104"), read());
  }

  @Test
  void shouldReadFilesWhoseEventsTellAllOfTheirTimes() throws Exception {
    tellTimes(0, 8);
    file("channel0_0_0", packet(0, 0, 0, 0xffffff00L), packet(0, 1, 0, 0x1_0000_0100L));
    file("channel0_0_1", packet(0, 2, 0, 0x1_0000_0200L));

    assertEquals(List.of("4294967040", "4294967552", "4294967808"), read());
  }

  @Test
  void shouldReadHalfTimesOfStreamsThatBeginTogether() throws Exception {
    tellTimes(4, 4);
    file("one_0", packet(0, 0, 0, 0xffffff00L), packet(0, 1, 0, 0x100));
    file("other_0", packet(1, 0, 0, 0xffffff10L));

    assertEquals(List.of("4294967040", "4294967056", "4294967552"), read());
  }

  /** Packets tell so many bytes of their times, and events so many of theirs. */
  private void tellTimes(int ofPacket, int ofEvent) throws IOException {
    packetTimeBytes = ofPacket;
    eventTimeBytes = ofEvent;
    String half = "typealias integer { size = 32; align = 8; map = clock.c.value; } := half;\nstream {";
    Files.writeString(trace.resolve("metadata"), METADATA.replace("stream { id", half + " id")
        .replaceAll("time (timestamp_\\w+;)", ofPacket == 0 ? "" : ofPacket == 4 ? "half $1" : "time $1")
        .replace("time timestamp;", ofEvent == 4 ? "half timestamp;" : "time timestamp;"));
  }

  private void file(String name, BitWriter... packets) throws IOException {
    try (var out = Files.newOutputStream(trace.resolve(name))) {
      for (BitWriter packet : packets) {
        out.write(packet.bytes());
      }
    }
  }

  private BitWriter packet(long instance, long number, long discarded, long... timesNs) {
    long bits = 8 * (16 + 36 + 2 * packetTimeBytes + (8 + eventTimeBytes) * timesNs.length);
    long begin = timesNs.length == 0 ? 0 : timesNs[0];
    BitWriter packet = new BitWriter(false).number(0xC1FC1FC1L, 4).number(0, 4).number(instance, 8)
        .number(begin, packetTimeBytes).number(begin, packetTimeBytes).number(bits, 8).number(bits, 8)
        .number(number, 8).number(discarded, 8).number(cpu, 4);
    for (long timeNs : timesNs) {
      packet.number(0, 4).number(timeNs, eventTimeBytes).number(1, 4);
    }
    return packet;
  }

  /** Times of events, and what was lost between them. */
  private List<String> read() throws TraceException {
    EventLog log = new EventLog(false);
    CtfReader reader = new CtfReader(trace);
    reader.read(log);
    statistics = reader.statistics();
    assertEquals("", statistics.warning());
    return log.lines().stream().map(line -> line.replaceFirst(" \\[\\d\\].*", "")).toList();
  }
}
