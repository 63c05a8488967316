package org.sockmodel.tests.trace.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.tests.trace.EventLog;

/** Programs of 32 bits on x86_64 that began before the trace, as a kernel of 6.18 told their calls. */
class ShortProgramsTest {

  private static final String BOTH = """
      a-8 [000] ..... 1.000000: sys_enter: NR 0 (3, 7ffd5f316490, 64, 0, 0, 0)
      p32-7 [000] ..... 1.000001: sys_enter: NR 3 (0, 804a008, 1, a1, 0, 0)
      p32-7 [000] ..... 1.000002: sys_exit: NR 3 = 1
      """;
  private static final String RECVFROM = """
      p32-7 [000] ..... 1.000003: sys_enter: NR 371 (ffffffff, 804a008, 64, a1, 0, 0)
      p32-7 [000] ..... 1.000004: sys_exit: NR 371 = -9
      """;
  private static final String READ = """
      p32-7 [000] ..... 1.000005: sys_enter: NR 3 (0, 804a008, 1, a1, 0, 0)
      """;

  private String warning;

  @Test
  void shouldBeToldByANumberThatOnlyTheyHave() throws Exception {
    assertEquals(List.of("sys_enter_read", "sys_enter_close", "sys_exit_close", "sys_enter_recvfrom",
        "sys_exit_recvfrom", "sys_enter_read"), names(BOTH + RECVFROM + READ));
    assertEquals("1 system call of programs of 32 bits that began before the trace got the names that x86_64 has for"
        + " their numbers, since only later ones told what they are", warning);
  }

  @Test
  void shouldBeToldByTheExitOfACallToo() throws Exception {
    assertEquals(List.of("sys_exit_recvfrom", "sys_enter_read"),
        names("# arch : x86_64\n" + RECVFROM.lines().toList().get(1) + "\n" + READ));
    assertEquals("", warning);
  }

  @Test
  void shouldNotBeTakenForGrantedWhereNothingTellsThatTheMachineHas64Bits() throws Exception {
    assertEquals(List.of("sys_enter_371", "sys_exit_371", "sys_enter_close"), names(RECVFROM + READ));
    assertEquals("system calls are told by number, and were read as those of x86_64, but look like those of i686;"
        + " if they are, put the line \"# arch : i686\" before the trace", warning);
  }

  @Test
  void shouldBeDoubtedWhereNothingTells() throws Exception {
    names("# arch : x86_64\n" + READ.repeat(15));
    assertEquals("", warning);
    names("# arch : x86_64\n" + READ.repeat(17));
    assertEquals("17 system calls may have wrong names: no argument has more than 32 bits, as with programs of 32 bits,"
        + " whose numbers mean other calls; whatever begins within a trace is known", warning);
  }

  @Test
  void shouldNotBeDoubtedOnceSomethingNeeds64Bits() throws Exception {
    assertEquals("sys_enter_recvfrom",
        names(READ.repeat(20) + READ.replace("NR 3", "NR 45").replace("a1", "7ffd5f316490")).get(20));
    assertEquals("", warning);
    names(READ.repeat(20) + "p32-7 [000] ..... 1.000009: sys_exit: NR 9 = 140737354125312\n");
    assertEquals("", warning);
  }

  @Test
  void shouldNotBeDoubtedWhereArgumentsAreNotTold() throws Exception {
    names("p32-7 [000] 1.000003: sys_enter:  id=45 args=<INVALID-SIZE>\n".repeat(20));
    assertEquals("", warning);
  }

  private List<String> names(String text) throws TraceException {
    EventLog log = new EventLog();
    TraceReader reader = RawTexts.reader(text.lines().map(line -> line.startsWith("#") ? line : "    " + line)
        .reduce("", (lines, line) -> lines + line + "\n"));
    reader.read(log);
    warning = reader.statistics().warning();
    return log.lines().stream().map(line -> line.split(" ")[3]).toList();
  }
}
