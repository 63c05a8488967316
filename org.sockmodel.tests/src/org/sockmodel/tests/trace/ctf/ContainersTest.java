package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.tests.trace.EventLog;

/** LTTng's context {@code vtid} is the id within a container, while {@code sched_switch} has the kernel's own. */
class ContainersTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; align = 8; signed = true; } := s32;
      typealias integer { size = 32; align = 8; } := u32;
      trace { major = 1; minor = 8; byte_order = le; };
      env { domain = "kernel"; tracer_name = "lttng-modules"; };
      clock { name = c; freq = 1000000000; };
      stream {
        event.header := struct { u32 id; integer { size = 64; align = 8; map = clock.c.value; } t; };
        event.context := struct { s32 _CONTEXT; };
      };
      event { name = "irq_softirq_exit"; id = 0; fields := struct { u32 _vec; }; };
      """;
  private static final String SWITCH = """
      event { name = "sched_switch"; id = 1; fields := struct { s32 _prev_tid; s32 _next_tid; }; };
      """;

  @TempDir
  Path trace;

  @Test
  void shouldNotTakeTheIdWithinAContainerForTheTask() throws Exception {
    assertEquals("1000 [0] --1 softirq_exit vec=3", read("vtid", SWITCH));
    assertEquals("1000 [0] -7 softirq_exit vec=3", read("tid", SWITCH));
  }

  @Test
  void shouldTakeItWhereNothingElseTells() throws Exception {
    assertEquals("1000 [0] -7 softirq_exit vec=3", read("vtid", ""));
  }

  private String read(String context, String more) throws Exception {
    Files.writeString(trace.resolve("metadata"), METADATA.replace("CONTEXT", context) + more);
    Files.write(trace.resolve("stream_0"),
        new BitWriter(false).number(0, 4).number(1000, 8).number(7, 4).number(3, 4).bytes());
    EventLog log = new EventLog();
    new CtfReader(trace).read(log);
    List<String> lines = log.lines();
    assertEquals(1, lines.size());
    return lines.get(0);
  }
}
