package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.tests.trace.EventLog;

/** Times of packets and events that are told with few bits, so that they begin anew at 0 every now and then. */
class PacketTimesTest {

  private static final String TYPES = """
      /* CTF 1.8 */
      typealias integer { size = 32; align = 8; } := u32;
      typealias integer { size = 64; align = 8; } := u64;
      trace { major = 1; minor = 8; byte_order = le; };
      clock { name = c; freq = 1000000000; };
      typealias integer { size = 32; align = 8; map = clock.c.value; } := clock32;
      typealias integer { size = 64; align = 8; map = clock.c.value; } := clock64;
      """;
  private static final String EVENTS = """
      stream { packet.context := struct packet_context; event.header := struct { clock32 t; }; };
      event { name = "irq_softirq_exit"; fields := struct { u32 _vec; }; };
      """;

  private static final long WRAP = 1L << 32;
  /** Three packets of three events each; the clock wraps within the first and the last one, and before that. */
  private static final long[] TIMES_NS =
      {WRAP - 20, WRAP - 10, WRAP + 1, WRAP + 30, WRAP + 31, WRAP + 40, 2 * WRAP + 7, 3 * WRAP - 9, 3 * WRAP + 2};

  @TempDir
  Path scratch;

  private String warning;

  @ParameterizedTest
  @MethodSource("contexts")
  void shouldGoOnFromThePacketBefore(String times, int bytesOfTime) throws Exception {
    BitWriter bits = new BitWriter(false);
    for (int first = 0; first < TIMES_NS.length; first += 3) {
      long size = 8 * (16 + 2 * bytesOfTime + 3 * 8);
      bits.number(size, 8).number(size, 8).number(TIMES_NS[first], bytesOfTime)
          .number(TIMES_NS[first + 2], bytesOfTime);
      for (int i = first; i < first + 3; i++) {
        bits.number(TIMES_NS[i], 4).number(i, 4);
      }
    }

    List<String> lines = read("struct packet_context { u64 content_size; u64 packet_size; " + times + "};", bits);

    assertEquals("", warning);
    assertEquals(Stream.iterate(0, i -> i < TIMES_NS.length, i -> i + 1)
        .map(i -> TIMES_NS[i] + " [0] - softirq_exit vec=" + i).toList(), lines);
  }

  static List<Arguments> contexts() {
    return List.of(
        arguments("clock32 timestamp_begin; clock32 timestamp_end;", 4),
        arguments("u32 timestamp_begin; u32 timestamp_end;", 4),
        arguments("clock64 timestamp_begin; clock64 timestamp_end;", 8),
        arguments("", 0));
  }

  /** LTTng took the time of the end before the last events were written, until this was corrected. */
  @ParameterizedTest
  @CsvSource({"lttng-modules, 2, 8, 20, 3", "lttng-modules, 2, 9, 12, 3", "lttng-modules, 2, 10, 9, 3",
      "lttng-ust, 2, 10, 99, 3", "lttng-modules, 2, 9, 13, 1", "lttng-modules, 2, 10, 10, 1",
      "lttng-modules, 2, 11, 0, 1", "lttng-ust, 2, 11, 0, 1", "other, 2, 8, 0, 1", "lttng-modules, x, y, z, 1"})
  void shouldReadEventsAfterTheEndThatAnOlderTracerTells(String tracer, String major, String minor, String patch,
      int events) throws Exception {
    long size = 8 * (16 + 16 + 3 * 8);
    BitWriter bits = new BitWriter(false).number(size, 8).number(size, 8).number(1000, 8).number(1500, 8);
    bits.number(1000, 4).number(1, 4).number(2000, 4).number(2, 4).number(3000, 4).number(3, 4);
    String env = "env { tracer_name = \"" + tracer + "\"; tracer_major = " + number(major) + "; tracer_minor = "
        + number(minor) + "; tracer_patchlevel = " + number(patch) + "; };\n";

    List<String> lines = read(env + "struct packet_context { u64 content_size; u64 packet_size; "
        + "clock64 timestamp_begin; clock64 timestamp_end; };", bits);

    assertEquals(events, lines.size());
    assertEquals(events < 3, warning.contains("later than the end of its packet"), warning);
  }

  @Test
  void shouldReadAPacketThatDoesNotTellItsEnd() throws Exception {
    long size = 8 * (16 + 16 + 8);
    BitWriter bits = new BitWriter(false).number(size, 8).number(size, 8).number(1000, 8).number(0, 8);
    bits.number(1000, 4).number(1, 4);

    List<String> lines = read("struct packet_context { u64 content_size; u64 packet_size; "
        + "clock64 timestamp_begin; clock64 timestamp_end; };", bits);

    assertEquals(List.of("1000 [0] - softirq_exit vec=1"), lines);
    assertTrue(warning.isEmpty(), warning);
  }

  private static String number(String text) {
    return text.matches("[0-9]+") ? text : "\"" + text + "\"";
  }

  private List<String> read(String context, BitWriter bits) throws IOException, TraceException {
    Files.writeString(scratch.resolve("metadata"), TYPES + context + "\n" + EVENTS);
    Files.write(scratch.resolve("stream_0"), bits.bytes());
    EventLog log = new EventLog(true);
    CtfReader reader = new CtfReader(scratch);
    reader.read(log);
    warning = reader.statistics().warning();
    return log.lines().stream().map(line -> line.replace("--1 ", "- ")).toList();
  }
}
