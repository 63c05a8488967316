package org.sockmodel.tests.trace.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.text.TextReport;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.perf.PerfScriptReader;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

class RawCallsTest {

  private String warning;

  @Test
  void shouldReadNumbersAsTheEventsOfTheCalls() throws Exception {
    assertEquals(List.of(
        "1000001000 [0] a-7 sys_enter_recvfrom fd=3 ubuf=7f00 size=100 flags=0 addr=7f01 addr_len=7f02",
        "1000002000 [0] a-7 sys_exit_recvfrom ret=50",
        "1000003000 [0] a-7 sys_enter_read fd=4 buf=7f00 count=16",
        "1000004000 [0] a-7 sys_exit_read ret=-11",
        "1000005000 [0] a-7 sys_enter_recvmmsg fd=5 mmsg=6 vlen=7 flags=64 timeout=0",
        "1000006000 [0] a-7 sys_enter_getppid arg0=1 arg1=2 arg2=3 arg3=4 arg4=5 arg5=6"), read("""
            a-7 [000] ..... 1.000001: sys_enter: NR 45 (3, 7f00, 64, 0, 7f01, 7f02)
            a-7 [000] ..... 1.000002: sys_exit: NR 45 = 50
            a-7 [000] ..... 1.000003: sys_enter: NR 0 (4, 7f00, 10, 0, 0, 0)
            a-7 [000] ..... 1.000004: sys_exit: NR 0 = -11
            a-7 [000] ..... 1.000005: sys_enter: NR 299 (5, 6, 7, 40, 0, 0)
            a-7 [000] ..... 1.000006: sys_enter: NR 110 (1, 2, 3, 4, 5, 6)
        """));
  }

  @Test
  void shouldReadArgumentsThatArePrintedAsBytes() throws Exception {
    String bytes = "03, 00, 00, 00, 00, 00, 00, 00, 00, 1d, 93, 50, a9, 7f, 00, 80, "
        + "64, 00, 00, 00, 00, 00, 00, 00, 40, 00, 00, 00, 00, 00, 00, 00, "
        + "01, 00, 00, 00, 00, 00, 00, 00, 02, 00, 00, 00, 00, 00, 00, 00";
    String shortBytes = "03, 00, 00, 00, 00, 1d, 93, 50, 64, 00, 00, 00, "
        + "40, 00, 00, 00, 01, 00, 00, 00, 02, 00, 00, 00";
    assertEquals(List.of(
        "1000001000 [0] a-7 sys_enter_recvfrom fd=3 ubuf=80007fa950931d00 size=100 flags=64 addr=1 addr_len=2",
        "1000002000 [0] a-7 sys_enter_recvfrom fd=3 ubuf=50931d00 size=100 flags=64 addr=1 addr_len=2",
        "1000003000 [0] a-7 sys_enter_recvfrom",
        "1000004000 [0] a-7 sys_exit_recvfrom ret=-11"), read("""
            a-7 [000] 1.000001: sys_enter:  id=45 args=ARRAY[%s]
            a-7 [000] 1.000002: sys_enter:  id=45 args=ARRAY[%s]
            a-7 [000] 1.000003: sys_enter:  id=0x2d (45) args=<INVALID-SIZE>
            a-7 [000] 1.000004: sys_exit:   id=45 ret=-11
        """.formatted(bytes, shortBytes)));
  }

  @Test
  void shouldReadPerfScript() throws Exception {
    TraceReader reader = new PerfScriptReader(new ByteArrayInputStream("""
        # arch : aarch64
         python3 17395 [000] 39649.481451763:      raw_syscalls:sys_enter: NR 207 (3, 7f15, 64, 0, 0, 0)
         python3 17395 [000] 39649.486605224:       raw_syscalls:sys_exit: NR 207 = 50
        """.getBytes(StandardCharsets.UTF_8)), "test");
    assertEquals(List.of(
        "39649481451763 [0] python3-17395 sys_enter_recvfrom fd=3 ubuf=7f15 size=100 flags=0 addr=0 addr_len=0",
        "39649486605224 [0] python3-17395 sys_exit_recvfrom ret=50"), log(reader));
  }

  @Test
  void shouldKeepWhatIsNoNumberOfACall() throws Exception {
    assertEquals(List.of(
        "1000001000 [0] a-7 sys_exit id=-1 ret=0",
        "1000002000 [0] a-7 sys_exit id=983045 ret=0",
        "1000003000 [0] a-7 sys_exit_700 ret=1",
        "1000004000 [0] a-7 sys_exit_read ret=2"), read("""
            a-7 [000] ..... 1.000001: sys_exit: NR -1 = 0
            a-7 [000] ..... 1.000002: sys_exit: NR 983045 = 0
            a-7 [000] ..... 1.000003: sys_exit: NR 700 = 1
            a-7 [000] ..... 1.000004: sys_exit: NR 1073741824 = 2
        """));
  }

  @Test
  void shouldTellEachCallOnceHoweverItIsToldFirst() throws Exception {
    String byNumber = "    a-7 [000] ..... 1.000001: sys_enter: NR 257 (9, 8, 7, 6, 0, 0)\n";
    String byName = "    a-7 [000] ..... 1.000001: sys_openat(dfd: 9, filename: 0x8, flags: 7, mode: 6)\n";
    assertEquals(List.of(
        "1000001000 [0] a-7 sys_enter_openat arg0=9 arg1=8 arg2=7 arg3=6 arg4=0 arg5=0",
        "1000001000 [0] a-7 sys_enter id=257 arg0=9 arg1=8 arg2=7 arg3=6"), read(byNumber + byName));
    assertEquals(List.of(
        "1000001000 [0] a-7 sys_enter_openat dfd=9 filename=8 flags=7 mode=6",
        "1000001000 [0] a-7 sys_enter id=257 arg0=9 arg1=8 arg2=7 arg3=6 arg4=0 arg5=0"), read(byName + byNumber));
  }

  /** As an x86_64 kernel tells it: the number by which execve returns is the new program's. */
  @Test
  void shouldNameCallsOfProgramsOf32Bits() throws Exception {
    assertEquals(List.of("a-7 sys_enter_execve", "b-7 sys_exit_execve", "b-7 sys_enter_write", "b-7 sys_exit_write",
        "b-7 sys_enter_clone", "b-8 sys_exit_clone", "b-8 sys_enter_getpid", "b-7 sys_exit_clone",
        "b-9 sys_enter_getpid", "c-6 sys_enter_newstat", "c-6 sys_exit_munmap", "b-7 sys_enter_execve",
        "d-7 sys_exit_execve", "d-7 sys_enter_writev"),
        names("""
        a-7 [000] ..... 1.000001: sys_enter: NR 59 (7f00, 7f01, 7f02, 0, 0, 0)
        b-7 [000] ..... 1.000002: sys_exit: NR 11 = 0
        b-7 [000] ..... 1.000003: sys_enter: NR 4 (1, 804a000, 6, 0, 0, 0)
        b-7 [000] ..... 1.000004: sys_exit: NR 4 = 6
        b-7 [000] ..... 1.000005: sys_enter: NR 120 (0, 0, 0, 0, 0, 0)
        b-8 [001] ..... 1.000006: sys_exit: NR 120 = 0
        b-8 [001] ..... 1.000007: sys_enter: NR 20 (0, 0, 0, 0, 0, 0)
        b-7 [000] ..... 1.000008: sys_exit: NR 120 = 9
        b-9 [001] ..... 1.000009: sys_enter: NR 20 (0, 0, 0, 0, 0, 0)
        c-6 [001] ..... 1.000010: sys_enter: NR 4 (7f00, 7f01, 0, 0, 0, 0)
        c-6 [001] ..... 1.000011: sys_exit: NR 11 = 0
        b-7 [000] ..... 1.000012: sys_enter: NR 11 (1, 2, 3, 0, 0, 0)
        d-7 [000] ..... 1.000013: sys_exit: NR 59 = 0
        d-7 [000] ..... 1.000014: sys_enter: NR 20 (1, 7f00, 2, 0, 0, 0)
        """));
  }

  private List<String> names(String text) throws TraceException {
    return read(text).stream().map(line -> line.replaceAll("^\\S+ \\S+ (\\S+ \\S+).*", "$1")).toList();
  }

  @Test
  void shouldTellTasksApart() throws Exception {
    assertEquals(List.of("sys_exit_read", "sys_exit_read", "sys_exit", "sys_exit", "sys_exit_read"), read("""
            a-7 [000] ..... 1.000001: sys_exit: NR 0 = 1
            b-8 [001] ..... 1.000001: sys_exit: NR 0 = 1
            b-8 [001] ..... 1.000002: sys_read -> 0x1
            a-7 [000] ..... 1.000003: sys_read -> 0x1
            a-7 [000] ..... 1.000004: sys_read -> 0x2
        """).stream().map(line -> line.split(" ")[3]).toList());
  }

  @Test
  void shouldFollowTheMachine() throws Exception {
    assertEquals("sys_exit_recvfrom", nameOn("aarch64", 207));
    assertEquals("sys_exit_recvfrom", nameOn("riscv64", 207));
    assertEquals("sys_exit_recvfrom", nameOn("i686", 371));
    assertEquals("sys_exit_recvmmsg", nameOn("armv7l", 417));
    assertEquals("", warning);
    assertEquals("sys_exit_299", nameOn("s390x", 299));
    assertEquals("system calls are told by number, and those of s390x are not known", warning);
  }

  @Test
  void shouldSayThatNumbersLookLikeThoseOfAnotherMachine() throws Exception {
    read("""
            a-7 [000] ..... 1.000001: sys_enter: NR 63 (3, 7f00, 64, 0, 7f01, 7f02)
            a-7 [000] ..... 1.000002: sys_enter: NR 207 (3, 7f00, 64, 0, 7f01, 7f02)
            a-7 [000] ..... 1.000003: sys_enter: NR 56 (3, 7f00, 64, 0, 7f01, 7f02)
        """);
    assertEquals("system calls are told by number, and were read as those of x86_64, but look like those of aarch64;"
        + " if they are, put the line \"# arch : aarch64\" before the trace", warning);
  }

  @Test
  void shouldReadRecordingsAsIfTheyHadTheCallsOwnEvents() throws Exception {
    for (Path file : recordings()) {
      String text = RawTexts.recorded(file);
      String raw = RawTexts.raw(text);
      assertFalse(raw.equals(text), file.toString());
      EventLog.assertSame(log(RawTexts.reader(text)), log(RawTexts.reader(raw)));
      assertEquals(report(text), report(raw), file.toString());
    }
  }

  @Test
  void shouldCountCallsOnceInRecordingsThatTellThemTwice() throws Exception {
    for (Path file : recordings()) {
      String text = RawTexts.recorded(file);
      for (boolean numberFirst : new boolean[] {true, false}) {
        String both = RawTexts.both(text, numberFirst);
        EventLog.assertSame(log(RawTexts.reader(text)), log(RawTexts.reader(both)).stream()
            .filter(line -> !line.contains(" sys_enter id=") && !line.contains(" sys_exit id=")).toList());
      }
    }
  }

  private static List<Path> recordings() throws Exception {
    return Oracle.files("host-6.18-scenarios", ".trace").stream()
        .filter(path -> !path.toString().endsWith(".stk.trace")).toList();
  }

  private static String report(String text) throws TraceException {
    return TextReport.of(Analysis.analyze(RawTexts.reader(text), Filter.ALL));
  }

  private String nameOn(String machine, int number) throws TraceException {
    String line = "    a-7 [000] ..... 1.000001: sys_exit: NR " + number + " = 0\n";
    return read("# arch : " + machine + "\n" + line).get(0).split(" ")[3];
  }

  private List<String> read(String text) throws TraceException {
    return log(RawTexts.reader(text));
  }

  private List<String> log(TraceReader reader) throws TraceException {
    EventLog log = new EventLog();
    reader.read(log);
    warning = reader.statistics().warning();
    return log.lines();
  }
}
