package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.ctf.CtfEnvironment;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.runtime.trace.ctf.CtfWriter;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

/** Traces of LTTng 2.0 to 2.5, in which the exit of a system call does not tell which one it is. */
class NamelessExitsTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; align = 8; signed = true; } := s32;
      typealias integer { size = 64; align = 8; signed = true; } := s64;
      trace { major = 1; minor = 8; byte_order = le; };
      env { domain = "kernel"; tracer_name = "lttng-modules"; tracer_major = 2; tracer_minor = 4; };
      clock { name = c; freq = 1000000000; };
      stream {
        event.header := struct {
          integer { size = 32; align = 8; } id; integer { size = 64; align = 8; map = clock.c.value; } t; };
        event.context := struct { %s };
      };
      event { name = sched_switch; id = 0; fields := struct { s32 _prev_tid; s32 _next_tid; }; };
      event { name = sys_read; id = 1; fields := struct { s32 _fd; s64 _count; }; };
      event { name = compat_sys_getpid; id = 2; fields := struct { }; };
      event { name = sys_unknown; id = 3; fields := struct { s32 _id; s64 _args[6]; }; };
      event { name = exit_syscall; id = 4; fields := struct { s64 _ret; }; };
      """;

  private static final int SWITCH = 0;
  private static final int READ = 1;
  private static final int GETPID = 2;
  private static final int UNKNOWN = 3;
  private static final int EXIT = 4;

  @TempDir
  Path folder;

  private final BitWriter stream = new BitWriter(false);
  private boolean tellsTask;
  private long timeNs;

  @Test
  void shouldNameExitsAfterTheCallThatTheTaskEntered() throws Exception {
    tellsTask = true;
    event(READ, 7).number(3, 4).number(16, 8);
    event(GETPID, 8);
    event(EXIT, 8).number(40, 8);
    event(EXIT, 7).number(50, 8);
    event(EXIT, 7).number(60, 8);
    assertEquals(List.of("1000 [0] -7 sys_enter_read fd=3 count=16", "2000 [0] -8 sys_enter_getpid",
        "3000 [0] -8 sys_exit_getpid ret=40", "4000 [0] -7 sys_exit_read ret=50", "5000 [0] -7 sys_exit ret=60"),
        events());
  }

  @Test
  void shouldFollowSwitchesWhereEventsTellNoTask() throws Exception {
    event(READ, 7).number(3, 4).number(16, 8);
    event(SWITCH, 7).number(7, 4).number(8, 4);
    event(GETPID, 8);
    event(EXIT, 8).number(40, 8);
    event(SWITCH, 8).number(8, 4).number(7, 4);
    event(EXIT, 7).number(50, 8);
    assertEquals(List.of("1000 [0] --1 sys_enter_read fd=3 count=16", "3000 [0] --1 sys_enter_getpid",
        "4000 [0] --1 sys_exit_getpid ret=40", "6000 [0] --1 sys_exit_read ret=50"),
        events().stream().filter(line -> !line.contains("sched_switch")).toList());
  }

  @Test
  void shouldNameCallsThatTheTracerDoesNotKnow() throws Exception {
    tellsTask = true;
    event(UNKNOWN, 7).number(299, 4);
    for (int argument = 3; argument < 9; argument++) {
      stream.number(argument, 8);
    }
    event(EXIT, 7).number(1, 8);
    assertEquals(List.of("1000 [0] -7 sys_enter_recvmmsg fd=3 mmsg=4 vlen=5 flags=6 timeout=7",
        "2000 [0] -7 sys_exit_recvmmsg ret=1"), events());
  }

  /** The names of the events are all that differs. */
  @Test
  void shouldReadARecordingAsTheOlderLttngHadWrittenIt() throws Exception {
    Path recorded = Oracle.folder("host-6.18-scenarios").resolve("open/tcp_read.trace");
    FtraceReader reader = new FtraceReader(Oracle.open(recorded), "tcp_read");
    Path trace = folder.resolve("trace");
    try (CtfWriter writer = new CtfWriter(trace, 2, reader.names(), CtfEnvironment.of("vm", "3.10.0"))) {
      reader.read(writer);
    }
    List<String> expected = log(trace);
    String metadata = Files.readString(trace.resolve("metadata"));
    String older = metadata.replace("syscall_entry_", "sys_").replaceAll("syscall_exit_\\w+", "exit_syscall");
    assertNotEquals(metadata, older);
    Files.writeString(trace.resolve("metadata"), older);
    List<String> actual = log(trace);
    // The recording begins within calls of two tasks.
    List<Integer> nameless = IntStream.range(0, actual.size())
        .filter(index -> actual.get(index).contains(" sys_exit ret=")).boxed().toList();
    assertTrue(nameless.size() <= 2, nameless.toString());
    nameless.forEach(index -> expected.set(index, actual.get(index)));
    EventLog.assertSame(expected, actual);
  }

  private BitWriter event(int id, int tid) {
    timeNs += 1000;
    stream.number(id, 4).number(timeNs, 8);
    return tellsTask ? stream.number(tid, 4) : stream;
  }

  private List<String> events() throws Exception {
    Files.writeString(folder.resolve("metadata"), METADATA.formatted(tellsTask ? "s32 _tid;" : ""));
    Files.write(folder.resolve("stream"), stream.bytes());
    return log(folder);
  }

  private static List<String> log(Path trace) throws Exception {
    EventLog log = new EventLog();
    new CtfReader(trace).read(log);
    return log.lines();
  }
}
