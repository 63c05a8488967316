package org.sockmodel.tests.trace.ftrace.dat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.ftrace.dat.TraceDatReader;
import org.sockmodel.tests.trace.Bytes;
import org.sockmodel.tests.trace.EventLog;

/** Files that tell system calls by number. */
class RawCallsDatTest {

  private static final int ENTER = 443;
  private static final int EXIT = 442;
  private static final int RECVFROM_EXIT = 900;

  private static final String COMMON = """
      format:
      \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;
      \tfield:unsigned char common_flags;\toffset:2;\tsize:1;\tsigned:0;
      \tfield:unsigned char common_preempt_count;\toffset:3;\tsize:1;\tsigned:0;
      \tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;

      """;
  private static final String ENTER_FORMAT = "name: sys_enter\nID: 443\n" + COMMON + """
      \tfield:long id;\toffset:8;\tsize:8;\tsigned:1;
      \tfield:unsigned long args[6];\toffset:16;\tsize:48;\tsigned:0;
      """;
  private static final String EXIT_FORMAT = "name: sys_exit\nID: 442\n" + COMMON + """
      \tfield:long id;\toffset:8;\tsize:8;\tsigned:1;
      \tfield:long ret;\toffset:16;\tsize:8;\tsigned:1;
      """;
  private static final String SHORT_ENTER_FORMAT = "name: sys_enter\nID: 443\n" + COMMON + """
      \tfield:long id;\toffset:8;\tsize:4;\tsigned:1;
      \tfield:unsigned long args[6];\toffset:12;\tsize:24;\tsigned:0;
      """;
  private static final String RECVFROM_EXIT_FORMAT = "name: sys_exit_recvfrom\nID: 900\n" + COMMON + """
      \tfield:int __syscall_nr;\toffset:8;\tsize:4;\tsigned:1;
      \tfield:long ret;\toffset:16;\tsize:8;\tsigned:1;
      """;

  @TempDir
  Path scratch;

  @Test
  void shouldReadNumbersAsTheEventsOfTheCalls() throws Exception {
    assertEquals(List.of(
        "5000 [0] a-1 sys_enter_recvfrom fd=3 ubuf=7f00 size=100 flags=64 addr=7f01 addr_len=7f02",
        "6000 [0] a-1 sys_exit_recvfrom ret=-11"), events(received(45).uname("Linux vm 6.18.44 x86_64"), log()));
  }

  @Test
  void shouldTakeTheMachineFromTheFile() throws Exception {
    assertEquals(List.of(
        "5000 [0] a-1 sys_enter_recvfrom fd=3 ubuf=7f00 size=100 flags=64 addr=7f01 addr_len=7f02",
        "6000 [0] a-1 sys_exit_recvfrom ret=-11"), events(received(207).uname("Linux pi 6.18.44 aarch64"), log()));
  }

  @Test
  void shouldReadNumbersOf32Bits() throws Exception {
    Bytes enter = record(ENTER).u32(292);
    for (int argument : new int[] {3, 0x7f00, 100, 64, 0x7f01, 0x7f02}) {
      enter.u32(argument);
    }
    assertEquals(List.of("5000 [0] a-1 sys_enter_recvfrom fd=3 ubuf=7f00 size=100 flags=64 addr=7f01 addr_len=7f02"),
        events(new DatFile("none").format(SHORT_ENTER_FORMAT).uname("Linux pi 6.1 armv7l")
            .records(5000, enter.toArray()), log()));
  }

  @Test
  void shouldTellACallOnceThatIsToldTwice() throws Exception {
    byte[] number = record(EXIT).u64(45).u64(50).toArray();
    byte[] name = record(RECVFROM_EXIT).u32(45).u32(0).u64(50).toArray();
    DatFile file = new DatFile("none").format(EXIT_FORMAT).format(RECVFROM_EXIT_FORMAT)
        .records(5000, name, number, number, name);
    assertEquals(List.of(
        "5000 [0] a-1 sys_exit_recvfrom ret=50", "6000 [0] a-1 sys_exit id=45 ret=50",
        "7000 [0] a-1 sys_exit_recvfrom ret=50", "8000 [0] a-1 sys_exit id=45 ret=50"), events(file, log()));
  }

  /** Analyses look at no event that tells a call by number, but at few fields of the calls. */
  @Test
  void shouldReadNumbersForASinkThatLooksAtTheCallAlone() throws Exception {
    EventLog log = log();
    List<String> events = events(received(45), new TraceSink() {
      @Override
      public int fields(Tracepoint tracepoint) {
        return tracepoint.name().equals("sys_exit_recvfrom") ? 1 : 0;
      }

      @Override
      public void accept(TraceEvent event) {
        if (event.tracepoint().name().equals("sys_exit_recvfrom")) {
          log.accept(event);
        }
      }
    }, log);
    assertEquals(List.of("6000 [0] a-1 sys_exit_recvfrom ret=-11"), events);
  }

  private static DatFile received(int number) {
    Bytes enter = record(ENTER).u64(number);
    for (long argument : new long[] {3, 0x7f00, 100, 64, 0x7f01, 0x7f02}) {
      enter.u64(argument);
    }
    return new DatFile("none").format(ENTER_FORMAT).format(EXIT_FORMAT)
        .records(5000, enter.toArray(), record(EXIT).u64(number).u64(-11).toArray());
  }

  private static Bytes record(int id) {
    return new Bytes().u16(id).u16(0).u32(1);
  }

  private static EventLog log() {
    return new EventLog();
  }

  private List<String> events(DatFile made, EventLog log) throws Exception {
    return events(made, log, log);
  }

  private List<String> events(DatFile made, TraceSink sink, EventLog log) throws Exception {
    Path file = Files.write(scratch.resolve("made.dat"), made.toArray());
    new TraceDatReader(file, "made.dat", false).read(sink);
    return log.lines();
  }
}
