package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.tests.trace.Command;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.RandomTrace;

class CtfReaderTest {

  private static final CtfEnvironment ENVIRONMENT = CtfEnvironment.of("model", "6.18.0");

  @TempDir
  Path scratch;

  @Test
  void shouldReadEveryTracepointAsItWasWritten() throws Exception {
    EventLog.assertSame(written(30_000, ENVIRONMENT, false), read(scratch.resolve("trace"), false));
  }

  @Test
  void shouldReadTheTaskOfEveryEvent() throws Exception {
    EventLog.assertSame(written(5_000, ENVIRONMENT.withTaskContext(), true),
        read(scratch.resolve("trace"), true));
  }

  @Test
  void shouldTellLostEventsWhereTheyWereLost() throws Exception {
    RandomTrace random = new RandomTrace(5, 1);
    EventLog expected = new EventLog(false);
    try (CtfWriter writer = new CtfWriter(scratch.resolve("trace"), 1, random.names(), ENVIRONMENT)) {
      random.send(3, event -> {
        writer.accept(event);
        expected.accept(event);
      });
      writer.lost(0, 7);
      expected.lost(0, 7);
      random.send(3, event -> {
        writer.accept(event);
        expected.accept(event);
      });
      writer.lost(0, 2);
      expected.lost(0, 2);
    }
    assertEquals(expected.lines(), read(scratch.resolve("trace"), false));
  }

  @Test
  void shouldReadWhatBabeltraceWrites() throws Exception {
    List<String> expected = written(5_000, ENVIRONMENT.withTaskContext(), true);
    Path copy = scratch.resolve("copy");
    writeAnew(scratch.resolve("trace"), copy);
    EventLog.assertSame(expected, read(copy, true));
  }

  private void writeAnew(Path trace, Path copy) throws Exception {
    Command babeltrace = Command.run(scratch, "babeltrace2", trace.toString(), "--component",
        "sink.ctf.fs", "--params", "path=\"" + copy + "\",assume-single-trace=yes");
    assumeTrue(babeltrace != null, "babeltrace2 is not installed");
    assertEquals(0, babeltrace.exitCode(), babeltrace.err());
  }

  @Test
  void shouldReadWhatPerfConverts() throws Exception {
    Path recorded = Path.of(System.getProperty("sockmodel.oracle", "../shared/oracle"), "perf",
        "all_events_pp_udp.perf.data.gz");
    assumeTrue(Files.exists(recorded), "there is no " + recorded);
    Path data = scratch.resolve("perf.data");
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(recorded))) {
      Files.copy(in, data);
    }
    Path trace = scratch.resolve("converted");
    Command perf = Command.run(scratch, "perf", "data", "convert", "-i", data.toString(), "--to-ctf=" + trace);
    assumeTrue(perf != null && perf.exitCode() == 0, "perf is not installed or cannot write CTF");
    List<String> lines = read(trace, true);
    assertEquals(4261, lines.size());
    assertEquals("6250499073117 [0] -386 sched_switch prev_comm=perf prev_pid=386 prev_prio=120 prev_state=2 "
        + "next_comm=migration/0 next_pid=18 next_prio=0", lines.get(2));
    Path copy = scratch.resolve("copy");
    writeAnew(trace, copy);
    EventLog.assertSame(lines, read(copy, true));
  }

  @Test
  void shouldReadBigEndianBitFields() throws Exception {
    metadata("""
        trace { major = 1; minor = 8; byte_order = be;
          packet.header := struct { integer { size = 32; } magic; }; };
        clock { name = c; freq = 1000; };
        stream { event.header := struct {
          integer { size = 3; align = 1; } id; integer { size = 13; align = 1; map = clock.c.value; } t; }; };
        event { name = "odd"; id = 5; fields := struct {
          integer { size = 5; align = 1; signed = true; } small;
          integer { size = 27; align = 1; } wide;
          integer { size = 16; byte_order = le; } little;
          floating_point { exp_dig = 8; mant_dig = 24; align = 8; } passed;
          string text; }; };
        """);
    BitWriter bits = new BitWriter(true).number(0xC1FC1FC1L, 4);
    bits.put(5, 3).put(100, 13).put(-3 & 31, 5).put(123_456_789 & 0x7ffffff, 27).number(0x3412, 2)
        .number(0x3f800000, 4).text("hello");
    bits.put(5, 3).put(50, 13).put(15, 5).put(1, 27).number(0x0100, 2).number(0, 4).text("");
    stream(bits);
    assertEquals(List.of("100000000 [0] - odd small=-3 wide=123456789 little=4660 text=hello",
        "8242000000 [0] - odd small=15 wide=1 little=1 text="), readWithoutTid());
  }

  @Test
  void shouldReadVariantsSequencesAndNestedStructures() throws Exception {
    metadata("""
        /* CTF 1.8 */
        typealias integer { size = 8; align = 8; } := u8;
        typealias integer { size = 8; align = 8; encoding = UTF8; } := character;
        typealias integer { size = 16; align = 16; } := unsigned short;
        trace { major = 1; minor = 8; byte_order = le; packet.header := struct { u8 stream_id; }; };
        struct inner { u8 a; unsigned short b; };
        enum kind : u8 { none, number = 4 ... 6, text };
        stream { id = 2; packet.context := struct { u8 cpu_id; u8 count; }; event.header := struct { u8 id; }; };
        event { name = "nested"; id = 1; stream_id = 2; fields := struct {
          struct inner before;
          enum kind _what;
          variant <_what> { u8 none[2]; unsigned short number; string text; } value;
          u8 _length;
          character _name[_length];
          unsigned short list[stream.packet.context.count];
          unsigned short matrix[2][2];
          u8 after;
        }; };
        """);
    BitWriter bits = new BitWriter(false).number(2, 1).number(3, 1).number(2, 1);
    nested(bits, 0).number(9, 1).number(9, 1);
    rest(bits, "abc", 41);
    nested(bits, 5).align(16).number(9, 2);
    rest(bits, "", 42);
    nested(bits, 7).text("xyz");
    rest(bits, "a longer name", 43);
    stream(bits);
    assertEquals(List.of("0 [3] - nested what=0 length=3 name=abc after=41",
        "0 [3] - nested what=5 length=0 name= after=42",
        "0 [3] - nested what=7 length=13 name=a longer name after=43"), readWithoutTid());
  }

  @Test
  void shouldCountThePacketsThatAreMissing() throws Exception {
    metadata("""
        typealias integer { size = 64; align = 8; } := u64;
        trace { major = 1; minor = 8; byte_order = le; };
        stream { packet.context := struct { u64 content_size; u64 packet_size; u64 packet_seq_num; };
          event.header := struct { }; };
        event { name = "e"; fields := struct { u64 a; }; };
        """);
    BitWriter bits = new BitWriter(false);
    for (int number : new int[] {5, 6, 9}) {
      bits.number(256, 8).number(256, 8).number(number, 8).number(number, 8);
    }
    stream(bits);
    assertEquals(List.of("0 [0] - e a=5", "0 [0] - e a=6", "lost 2 on 0", "0 [0] - e a=9"), readWithoutTid());
  }

  @Test
  void shouldTellTimesByTheClockThatTheHeaderNames() throws Exception {
    String streams = """
        typealias integer { size = 8; align = 8; } := u8;
        trace { major = 1; minor = 8; byte_order = le; packet.header := struct { u8 stream_id; }; };
        clock { name = slow; freq = 1000; };
        clock { name = fast; freq = 1000000; };
        typealias integer { size = 32; align = 8; map = clock.fast.value; } := fast;
        typealias integer { size = 32; align = 8; map = clock.slow.value; } := slow;
        stream { id = 1; event.header := struct { u8 id; fast t; }; };
        event { name = "e"; stream_id = 1; id = 1; fields := struct { u8 a; }; };
        """;
    metadata(streams);
    stream(new BitWriter(false).number(1, 1).number(1, 1).number(5_000_000, 4).number(7, 1));
    assertEquals(List.of("5000000000 [0] - e a=7"), readWithoutTid());

    metadata(streams + "stream { id = 2; event.header := struct { slow t; }; };");
    TraceException refused = assertThrows(TraceException.class, () -> new CtfReader(scratch).read(new EventLog()));
    assertTrue(refused.getMessage().endsWith("times of two clocks, slow and fast, which have no common order"),
        refused.getMessage());
  }

  @Test
  void shouldReadSeveralNamesOfOneType() throws Exception {
    metadata("""
        typealias integer { size = 8; align = 8; } := u8;
        typedef u8 one, pair[2];
        trace { major = 1; minor = 8; byte_order = le; };
        event { name = "e"; fields := struct { u8 a, b; pair c, d[2]; const one e, f; }; };
        """);
    BitWriter bits = new BitWriter(false);
    for (int i = 1; i <= 10; i++) {
      bits.number(i, 1);
    }
    stream(bits);
    assertEquals(List.of("0 [0] - e a=1 b=2 e=9 f=10"), readWithoutTid());
  }

  @Test
  void shouldReadValuesOfEnumerationsInBrackets() throws Exception {
    metadata("""
        typealias integer { size = 8; align = 8; } := u8;
        trace { major = 1; minor = 8; byte_order = le; };
        event { name = "e"; fields := struct {
          enum : u8 { "A B" = ( 1 ), none = ( 2 ), "C" = (4) ... ((6)), } _kind;
          variant <_kind> { struct { } none; string C; } _text; u8 _after; }; };
        """);
    stream(new BitWriter(false).number(2, 1).number(7, 1).number(5, 1).text("x").number(8, 1));
    assertEquals(List.of("0 [0] - e kind=2 after=7", "0 [0] - e kind=5 after=8"), readWithoutTid());
  }

  @Test
  void shouldReadTheLargeHeaderOfLttng() throws Exception {
    metadata("""
        trace { major = 1; minor = 8; byte_order = le; };
        typealias integer { size = 32; align = 8; map = clock.m.value; } := uint32_clock_t;
        typealias integer { size = 64; align = 8; map = clock.m.value; } := uint64_clock_t;
        typealias integer { size = 16; align = 8; } := uint16_t;
        typealias integer { size = 32; align = 8; } := uint32_t;
        clock { name = m; freq = 1000000000; };
        struct event_header_large {
          enum : uint16_t { compact = 0 ... 65534, extended = 65535 } id;
          variant <id> {
            struct { uint32_clock_t timestamp; } compact;
            struct { uint32_t id; uint64_clock_t timestamp; } extended;
          } v;
        } align(8);
        stream { event.header := struct event_header_large; };
        event { name = "irq_softirq_entry"; id = 70000; fields := struct { uint32_t _vec; }; };
        event { name = "irq_softirq_exit"; id = 8; fields := struct { uint32_t _vec; }; };
        """);
    BitWriter bits = new BitWriter(false);
    bits.number(65535, 2).number(70000, 4).number(0x1_ffff_fff0L, 8).number(3, 4);
    bits.number(8, 2).number(5, 4).number(3, 4);
    stream(bits);
    assertEquals(List.of("8589934576 [0] - softirq_entry vec=3", "8589934597 [0] - softirq_exit vec=3"),
        readWithoutTid());
  }

  @Test
  void shouldSayWhatIsWrongWithTheMetadata() throws Exception {
    metadata("trace { major = 1; };\nevent { id = 0; fields := struct { uint99_t x; }; };\n");
    TraceException refused = assertThrows(TraceException.class, () -> new CtfReader(scratch).read(new EventLog()));
    assertEquals(scratch.resolve("metadata") + " line 2: there is no type 'uint99_t'", refused.getMessage());
  }

  @Test
  void shouldSayThatCtf2IsNotRead() throws Exception {
    metadata("\u001e{\"type\":\"preamble\",\"version\":2}\n");
    TraceException refused = assertThrows(TraceException.class, () -> new CtfReader(scratch).read(new EventLog()));
    assertTrue(refused.getMessage().contains("this is CTF 2"), refused.getMessage());
  }

  private static BitWriter nested(BitWriter bits, int kind) {
    return bits.number(1, 1).align(16).number(11, 1).align(16).number(22, 2).number(kind, 1);
  }

  private static void rest(BitWriter bits, String name, int after) {
    bits.number(name.length(), 1);
    for (char c : name.toCharArray()) {
      bits.number(c, 1);
    }
    bits.align(16).number(1, 2).number(2, 2).number(3, 2).number(4, 2).number(5, 2).number(6, 2).number(after, 1);
  }

  private List<String> written(int events, CtfEnvironment environment, boolean withTask) throws TraceException {
    RandomTrace random = new RandomTrace(11, 4);
    EventLog log = new EventLog(withTask);
    try (CtfWriter writer = new CtfWriter(scratch.resolve("trace"), 4, random.names(), environment)) {
      random.send(events, event -> {
        writer.accept(event);
        log.accept(event);
      });
    }
    return log.lines();
  }

  private static List<String> read(Path trace, boolean withTask) throws TraceException {
    EventLog log = new EventLog(withTask);
    CtfReader reader = new CtfReader(trace);
    reader.read(log);
    assertEquals("", reader.statistics().warning());
    return log.lines();
  }

  private List<String> readWithoutTid() throws TraceException {
    return read(scratch, true).stream().map(line -> line.replace("--1 ", "- ")).toList();
  }

  private void metadata(String text) throws IOException {
    Files.writeString(scratch.resolve("metadata"), text);
  }

  private void stream(BitWriter bits) throws IOException {
    Files.write(scratch.resolve("stream_0"), bits.bytes());
  }
}
