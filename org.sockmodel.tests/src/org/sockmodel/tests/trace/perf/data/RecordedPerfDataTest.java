package org.sockmodel.tests.trace.perf.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.Command;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

/** What perf recorded, against what perf itself prints of it. */
class RecordedPerfDataTest {

  private static final String EVENTS =
      "sched:sched_switch,sched:sched_waking,irq:softirq_*,skb:kfree_skb,syscalls:sys_enter_sendto";
  /** A datagram to a port that nobody has, which is dropped. */
  private static final String DROP = "exec 3>/dev/udp/127.0.0.1/9 && echo a >&3 && sleep 0.05";

  @TempDir
  Path scratch;

  @Test
  void shouldReadWhatTheScriptsOfTheSameRecordingsTell() throws Exception {
    for (String name : List.of("pp_udp_lo_x", "all_events_pp_udp")) {
      Path folder = Oracle.folder("perf");
      List<String> events = events(folder.resolve(name + ".perf.data.gz"));
      assertTrue(events.size() > 2000, events.size() + " events");
      assertTold(events(folder.resolve(name + ".script.txt.gz")), events);
    }
  }

  /** In each way in which perf writes; compressed, it does not say which kernel it was, whose functions had names. */
  @Test
  void shouldReadWhatPerfRecordsHere() throws Exception {
    for (List<String> options : List.of(List.<String>of(), List.of("-g"), List.of("-z"), List.of("--threads"),
        List.of("--overwrite"), List.of("-e", "cpu-clock"))) {
      Path file = scratch.resolve("perf" + options.hashCode() + ".data");
      List<String> words = new ArrayList<>(List.of("perf", "record", "-a", "-o", file.toString(), "-e", EVENTS));
      words.addAll(options);
      words.addAll(List.of("--", "bash", "-c", DROP));
      Command record = Command.run(scratch, words.toArray(String[]::new));
      assumeTrue(record != null, "perf is not installed");
      assumeTrue(record.exitCode() == 0, "perf record does not work here: " + record.err());
      Path text = Files.writeString(scratch.resolve("text"), Command.run(scratch, "perf", "script", "--ns", "-F",
          "comm,tid,cpu,time,event,trace", "-i", file.toString()).out());
      List<String> printed = events(text).stream().filter(event -> !event.contains("cpu-clock")).toList();
      assertTrue(printed.stream().anyMatch(event -> event.contains("kfree_skb")), printed.size() + " events");
      List<String> read = events(file);
      assertTold(printed, read);
      assertTrue(options.contains("-z") || read.stream().noneMatch(event -> event.contains("location=0x")), options
          + ": a place without a name");
    }
  }

  /** What is printed is what was read: time, CPU, task, name and fields, of which some have other names there. */
  private static void assertTold(List<String> script, List<String> read) {
    List<String> printed = inOrder(script);
    for (int i = 0; i < Math.min(printed.size(), read.size()); i++) {
      String event = read.get(i);
      List<String> fields = List.of(event.replaceAll("(\\+0x\\w+)/0x\\w+", "$1").split(" (?=\\w+=)"));
      String[] told = printed.get(i).split(" text=")[0].split(" (?=\\w+=)");
      assertEquals(withoutDead(told[0], told[0]), withoutDead(fields.get(0), told[0]), "event " + i);
      for (int k = 1; k < told.length; k++) {
        String name = " " + told[k].split("=")[0] + "=";
        boolean isOtherwise = !event.contains(name) || event.contains(name + "0xffffffff");
        assertTrue(isOtherwise || fields.contains(told[k]), told[k] + " is not in " + event);
      }
    }
    assertEquals(printed.size(), read.size(), "number of events");
  }

  /** What several CPUs do in the same nanosecond perf prints in any order. */
  private static List<String> inOrder(List<String> events) {
    return events.stream().sorted(Comparator.comparingLong((String event) -> Long.parseLong(event.split(" ")[0]))
        .thenComparing(event -> event.split(" ")[1])).toList();
  }

  /** Of a task that has ended, or began in another way, perf prints no name, and sometimes no number. */
  private static String withoutDead(String event, String printed) {
    return printed.matches("\\d+ \\[\\d+] --?\\d+ .*") ? event.replaceAll("] .*-\\d+ ", "] ") : event;
  }

  private static List<String> events(Path trace) throws Exception {
    TraceReader reader = TraceFiles.open(trace);
    EventLog log = new EventLog();
    reader.read(log);
    assertEquals("", reader.statistics().warning());
    return log.lines();
  }
}
