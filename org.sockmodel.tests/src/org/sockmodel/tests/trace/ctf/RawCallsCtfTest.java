package org.sockmodel.tests.trace.ctf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.ctf.CtfReader;
import org.sockmodel.tests.trace.EventLog;

/** Traces that tell system calls by number, laid out as {@code perf data convert} does. */
class RawCallsCtfTest {

  private static final String METADATA = """
      /* CTF 1.8 */
      typealias integer { size = 32; align = 8; signed = true; } := s32;
      typealias integer { size = 64; align = 8; signed = true; } := s64;
      typealias integer { size = 64; align = 8; base = hexadecimal; } := u64;
      trace { major = 1; minor = 8; byte_order = le; };
      env { domain = "kernel"; tracer_name = "perf"; machine = "%s"; };
      clock { name = c; freq = 1000000000; };
      stream { event.header := struct {
        integer { size = 32; align = 8; } id; integer { size = 64; align = 8; map = clock.c.value; } t; }; };
      event { name = "raw_syscalls:sys_enter"; id = 0; fields := struct { s32 perf_tid; s64 id; u64 args[6]; }; };
      event { name = "raw_syscalls:sys_exit"; id = 1; fields := struct { s32 perf_tid; s64 id; s64 ret; }; };
      event { name = "syscalls:sys_exit_recvfrom"; id = 2; fields := struct { s32 perf_tid; s64 ret; }; };
      """;

  @TempDir
  Path folder;

  private String warning;

  @Test
  void shouldReadNumbersAsTheEventsOfTheCalls() throws Exception {
    for (String machine : List.of("x86_64", "")) {
      assertEquals(List.of(
          "1000 [0] -7 sys_enter_recvfrom fd=3 ubuf=7f00 size=100 flags=64 addr=7f01 addr_len=7f02",
          "2000 [0] -7 sys_exit_recvfrom ret=-11"), read(machine, received(45)));
      assertEquals("", warning);
    }
  }

  @Test
  void shouldTakeTheMachineFromTheEnvironment() throws Exception {
    assertEquals("2000 [0] -7 sys_exit_recvfrom ret=-11", read("aarch64", received(207)).get(1));
    assertEquals("2000 [0] -7 sys_exit_207 ret=-11", read("s390x", received(207)).get(1));
    assertEquals("system calls are told by number, and those of s390x are not known", warning);
  }

  @Test
  void shouldTellACallOnceThatIsToldTwice() throws Exception {
    assertEquals(List.of(
        "1000 [0] -7 sys_exit_recvfrom ret=50", "2000 [0] -7 sys_exit id=45 ret=50",
        "3000 [0] -7 sys_exit_recvfrom ret=60", "4000 [0] -7 sys_exit id=45 ret=60"), read("x86_64",
            exit(exit(new BitWriter(false).number(2, 4).number(1000, 8).number(7, 4).number(50, 8), 2000, 45, 50),
                3000, 45, 60).number(2, 4).number(4000, 8).number(7, 4).number(60, 8)));
  }

  /** LTTng tells calls of programs of 32 bits under names of their own. */
  @Test
  void shouldReadCallsOfProgramsOf32BitsAsSuch() throws Exception {
    String metadata = METADATA.replace("\"perf\"", "\"lttng-modules\"")
        .replace("\"syscalls:sys_exit_recvfrom\"", "\"compat_syscall_exit_recvfrom\"");
    assertEquals(List.of("1000 [0] -7 sys_exit_recvfrom ret=50"),
        readWith(metadata, new BitWriter(false).number(2, 4).number(1000, 8).number(7, 4).number(50, 8)));
  }

  private static BitWriter received(int number) {
    BitWriter bits = new BitWriter(false).number(0, 4).number(1000, 8).number(7, 4).number(number, 8);
    for (long argument : new long[] {3, 0x7f00, 100, 64, 0x7f01, 0x7f02}) {
      bits.number(argument, 8);
    }
    return exit(bits, 2000, number, -11);
  }

  private static BitWriter exit(BitWriter bits, long timeNs, int number, long ret) {
    return bits.number(1, 4).number(timeNs, 8).number(7, 4).number(number, 8).number(ret, 8);
  }

  private List<String> read(String machine, BitWriter stream) throws Exception {
    return readWith(METADATA.formatted(machine), stream);
  }

  private List<String> readWith(String metadata, BitWriter stream) throws Exception {
    Files.writeString(folder.resolve("metadata"), metadata);
    Files.write(folder.resolve("stream"), stream.bytes());
    CtfReader reader = new CtfReader(folder);
    EventLog log = new EventLog();
    reader.read(log);
    warning = reader.statistics().warning();
    return log.lines();
  }
}
