package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.tests.trace.EventLog;

/** What {@code perf data convert --to-ctf --all} tells of tasks beside the events. */
class PerfRecordsCtfTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; align = 8; signed = true; } := s32;
      trace { major = 1; minor = 8; byte_order = le; };
      env { domain = "kernel"; tracer_name = "%s"; };
      clock { name = c; freq = 1000000000; };
      stream { event.header := struct {
        integer { size = 32; align = 8; } id; integer { size = 64; align = 8; map = clock.c.value; } t; }; };
      event { name = "perf_comm"; id = 0; fields := struct { s32 pid; s32 tid; string comm; }; };
      event { name = "irq:softirq_exit"; id = 1; fields := struct { s32 perf_tid; s32 vec; }; };
      """;

  @TempDir
  Path folder;

  @Test
  void shouldNotBeginWithTasksThatWereThereBefore() throws Exception {
    CtfReader reader = reader("perf");
    assertEquals(List.of("46898000000000 [0] -7 softirq_exit vec=3", "46898000002000 [0] -7 softirq_exit vec=3"),
        lines(reader));
    assertEquals(46_898_000_000_000L, reader.statistics().beginNs());
    assertEquals(2, reader.statistics().events());
  }

  @Test
  void shouldKeepEventsOfThatNameOfOtherTracers() throws Exception {
    assertEquals("0 [0] --1 perf_comm pid=7 tid=7 comm=a", lines(reader("mine")).get(0));
  }

  private CtfReader reader(String tracer) throws Exception {
    Files.writeString(folder.resolve("metadata"), METADATA.formatted(tracer));
    BitWriter bits = new BitWriter(false);
    bits.number(0, 4).number(0, 8).number(7, 4).number(7, 4).text("a");
    bits.number(1, 4).number(46_898_000_000_000L, 8).number(7, 4).number(3, 4);
    bits.number(0, 4).number(46_898_000_001_000L, 8).number(7, 4).number(7, 4).text("b");
    bits.number(1, 4).number(46_898_000_002_000L, 8).number(7, 4).number(3, 4);
    Files.write(folder.resolve("stream"), bits.bytes());
    return new CtfReader(folder);
  }

  private static List<String> lines(CtfReader reader) throws Exception {
    EventLog log = new EventLog();
    reader.read(log);
    return log.lines();
  }
}
