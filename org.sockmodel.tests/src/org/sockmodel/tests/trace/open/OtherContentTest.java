package org.sockmodel.tests.trace.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.open.TraceFiles;

/** What is said of files that people take for traces; each begins as the tool wrote it. */
class OtherContentTest {

  private static final String PERF_RECORD = "record with perf record -a -m 16M -e "
      + "'sched:*,irq:*,napi:*,net:*,sock:*,skb:*,syscalls:*' and open the perf.data";

  @Test
  void shouldKnowWhatBabeltracePrints() {
    String answer = "what babeltrace prints of a CTF trace; open the trace's folder itself";
    assertEquals(answer, answer("[13:01:38.195447680] (+?.?????????)  sched_waking: { cpu_id = 0 }, { tid = 18 }\n"));
    assertEquals(answer, answer("[46898.195447680] (+0.000006950)  sched_waking: { cpu_id = 0 }, { tid = 18 }\n"));
    assertEquals(answer, answer("[2026-11-28 13:01:38.195447680] (+0.000006950) vm sched_waking: { cpu_id = 0 }\n"));
    assertEquals(answer, answer("timestamp = 13:01:38.195447680, delta = +?.?????????, name = sched_waking\n"));
  }

  @Test
  void shouldKnowWhatPerfTracePrints() {
    String answer = "what perf trace prints, which tells no interrupts; " + PERF_RECORD;
    assertEquals(answer, answer("46938712.982 ( 0.013 ms): taskset/28768 brk()             = 0x560dbe372000\n"));
    assertEquals(answer, answer("         ? (         ): taskset/28768  ... [continued]: execve())       = 0\n"));
    assertEquals(answer, answer("\n Summary of events:\n\n readlink (28928), 238 events, 1.2%\n"));
  }

  @Test
  void shouldSayWhatAPerfScriptLacks() {
    assertLacks("the CPU", "            perf 26175 46898.195447:        sched:sched_waking: comm=a pid=18\n");
    assertLacks("the time", "            perf 26175 [000]                sched:sched_waking: comm=a pid=18\n");
    assertLacks("the CPU and the time", "     migration/0    18          sched:sched_waking: comm=a pid=18\n");
    assertLacks("the task", "       perf-exec [000] 24846.710909: sched:sched_switch: prev_comm=perf-exec\n");
    assertLacks("the task", "[001] 24846.711033:  irq:softirq_entry: vec=4 [action=BLOCK]\n");
    assertLacks("the task and the CPU", "24846.711033:  irq:softirq_entry: vec=4 [action=BLOCK]\n");
    assertLacks("the task, the CPU and the time", "            java  irq:softirq_entry: vec=4 [action=BLOCK]\n");
    assertLacks("the name", "            java 15195 [001] 24846.711033: vec=4 [action=BLOCK]\n");
    assertTrue(answer("2026-01-01 10:00:12: user=bob\n").startsWith("a text that is no trace;"));
  }

  /** Most tasks are called otherwise. */
  @Test
  void shouldNotTakeAPerfScriptForFtraceWhereATaskIsCalledLikeOneOfThat() {
    assertLacks("the task", " memfd:sealed-91 [001] 24846.710900: sched:sched_switch: prev_comm=memfd:sealed-91\n"
        + "       perf-exec [000] 24846.710909: sched:sched_switch: prev_comm=perf-exec\n"
        + "         swapper [000] 24846.710919: irq:softirq_entry: vec=4 [action=BLOCK]\n");
  }

  private static void assertLacks(String what, String line) {
    assertEquals("a perf script that does not tell " + what + " of each event; print it with "
        + "perf script --ns -F comm,tid,cpu,time,event,trace", answer(line));
  }

  @Test
  void shouldKnowSummariesOfPerf() {
    String answer = "a summary that perf prints; open the perf.data that it is of";
    assertEquals(answer, answer("           time    cpu  task name                       wait time  sch delay\n"));
    assertEquals(answer, answer("\n ------\n  Task                  |   Runtime ms  | Switches |\n"));
    assertEquals(answer, answer("#\n# Total Lost Samples: 0\n#\n# Samples: 3  of event 'sched:sched_waking'\n"));
  }

  @Test
  void shouldKnowWhatOtherToolsPrint() {
    assertEquals("what trace-cmd dump prints; open the trace.dat itself",
        answer("\n Tracing meta data in file clk_mono.dat:\n\t[Initial format]\n\t\t7\t[Version]\n"));
    assertEquals("what strace prints, which tells no interrupts and no wake-ups",
        answer("[pid  7] 13:01:38.195447 recvfrom(3, \"x\", 1, 0, NULL, NULL) = 1\n"));
  }

  @Test
  void shouldKnowWhatIsToBeUnpacked() {
    for (String archive : List.of("metadata" + "\0".repeat(249) + "ustar\0" + "00", "PK\3\4\24\0")) {
      assertEquals("an archive; unpack it and open what is in it", answer(archive));
    }
    for (String compressed : List.of("\u00fd7zXZ\0\0\4", "BZh91AY&SY", "\4\"M\30d@")) {
      assertEquals("compressed in a way that is not read; unpack it, or compress it by gzip or zstd",
          answer(compressed));
    }
  }

  @Test
  void shouldKnowFilesThatAreMadeOfTraces() {
    assertEquals("what perf data convert --to-json writes; open the perf.data itself",
        answer("{\n\t\"linux-perf-json-version\": 1,\n\t\"headers\": {\n"));
    assertEquals("a report; diff compares it with another, and analyze wants the trace",
        answer("{\n  \"schema\": \"sockmodel.report/1\",\n"));
    assertEquals("JSON for Chrome's trace viewer, which convert writes and nothing here reads; open what it was made"
        + " of", answer("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n"));
    for (String magic : List.of("\n\r\r\n\34\0", "\u00a1\u00b2\u00c3\u00d4\0", "\u004d\u003c\u00b2\u00a1\2\0")) {
      assertEquals("a capture of packets, which tells no interrupts and no wake-ups", answer(magic));
    }
    assertEquals("a model; run simulates it", answer("// A thread waits.\n\nmodel waiting\n\nmachine host {\n"));
  }

  /** What is said of a file that begins so, behind its name. */
  private static String answer(String beginning) {
    byte[] bytes = beginning.getBytes(StandardCharsets.ISO_8859_1);
    TraceException refused = assertThrows(TraceException.class,
        () -> TraceFiles.open(new ByteArrayInputStream(bytes), "x").read(event -> { }));
    assertEquals("x is ", refused.getMessage().substring(0, 5));
    return refused.getMessage().substring(5);
  }
}
