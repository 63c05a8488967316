package org.sockmodel.tests.trace.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmodel.runtime.trace.IrqTracepoints.SoftirqEntry;
import org.sockmodel.runtime.trace.NetTracepoints.NetDevQueue;
import org.sockmodel.runtime.trace.NetTracepoints.NetifReceiveSkb;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.convert.Conversion;
import org.sockmodel.runtime.trace.convert.TraceFormat;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.Command;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

/** What other programs read in a recording that was converted. */
class OtherReadersTest {

  /** A line as Documentation/trace/ftrace.rst describes it, taken apart in another way than our reader does. */
  private static final Pattern FTRACE_LINE = Pattern.compile(
      "^\\s*(.*)-(\\d+)\\s+\\[(\\d{3,})\\]\\s+(\\S{4,5})\\s+(\\d+)\\.(\\d{9}): (\\w+)(?:: |\\(| -> )(.*)$");
  private static final Pattern BABELTRACE_LINE = Pattern.compile(
      "^\\[(\\d+)\\.(\\d{9})\\] .*?\\{ cpu_id = (\\d+) \\}, \\{ tid = (\\d+), procname = \"(.*?)\" \\}.*");

  @TempDir
  Path scratch;

  @Test
  void shouldBeTheSameToBabeltrace() throws Exception {
    Path trace = convert(TraceFormat.CTF);
    Command babeltrace = Command.run(scratch, "babeltrace2", "--clock-seconds", "--no-delta", trace.toString());
    assumeTrue(babeltrace != null, "babeltrace2 is not installed");

    List<String> read = new ArrayList<>();
    for (String line : babeltrace.out().lines().toList()) {
      Matcher event = BABELTRACE_LINE.matcher(line);
      assertTrue(event.matches(), line);
      read.add(event.group(1) + event.group(2) + " " + event.group(3) + " " + event.group(5) + "-" + event.group(4));
    }

    assertEquals("", babeltrace.err());
    EventLog.assertSame(recorded((event, lines) -> lines.add(event.timeNs() + " " + event.cpu() + " " + task(event))),
        read);
  }

  @Test
  void shouldBeTheSameToASecondParserOfFtraceText() throws Exception {
    List<String> read = new ArrayList<>();
    for (String line : Files.readAllLines(convert(TraceFormat.FTRACE))) {
      if (!line.startsWith("#")) {
        Matcher event = FTRACE_LINE.matcher(line);
        assertTrue(event.matches(), line);
        String task = event.group(1).equals("<idle>") ? "0" : event.group(1) + "-" + event.group(2);
        read.add(event.group(5) + event.group(6) + " " + Integer.parseInt(event.group(3)) + " " + task + " "
            + event.group(7) + fields(event.group(7), event.group(8)));
      }
    }

    EventLog.assertSame(recorded(OtherReadersTest::describe), read);
  }

  @Test
  void shouldBeTheSamePacketsToTshark() throws Exception {
    Path capture = convert(TraceFormat.PCAPNG);
    Command tshark = Command.run(scratch, "tshark", "-r", capture.toString(), "-T", "fields", "-e", "frame.time_epoch",
        "-e", "frame.len", "-e", "frame.interface_name", "-e", "frame.comment");
    assumeTrue(tshark != null, "tshark is not installed");

    List<String> read = tshark.out().lines().map(line -> line.replaceAll(" skbaddr=.*", "")).toList();

    assertEquals(0, tshark.exitCode(), tshark.err());
    EventLog.assertSame(recorded((event, lines) -> {
      if (event.tracepoint() == NetifReceiveSkb.TRACEPOINT) {
        lines.add(packet(event, NetifReceiveSkb.LEN, NetifReceiveSkb.DEV));
      } else if (event.tracepoint() == NetDevQueue.TRACEPOINT) {
        lines.add(packet(event, NetDevQueue.LEN, NetDevQueue.DEV));
      }
    }), read);
  }

  private interface Description {
    void add(TraceEvent event, List<String> lines);
  }

  private static Path recording() {
    return Oracle.folder("host-6.18-calibration").resolve("open/pp_udp_lo_x.dat");
  }

  private Path convert(TraceFormat format) throws Exception {
    Path target = scratch.resolve("out." + format.symbol());
    Conversion.convert(TraceFiles.open(recording()), format, target);
    return target;
  }

  private static List<String> recorded(Description description) throws Exception {
    List<String> lines = new ArrayList<>();
    TraceFiles.open(recording()).read(event -> description.add(event, lines));
    assertTrue(lines.size() > 1000, lines.size() + " lines");
    return lines;
  }

  private static String packet(TraceEvent event, int length, int device) {
    return String.format(Locale.ROOT, "%d.%09d\t%d\t%s\t%s cpu=%d", event.timeNs() / 1_000_000_000,
        event.timeNs() % 1_000_000_000, event.value(length), event.text(device), event.tracepoint().name(),
        event.cpu());
  }

  private static String task(TraceEvent event) {
    return event.names().text(event.comm()) + "-" + event.tid();
  }

  /** What the second parser is asked for: everybody's task and name, and the fields of two events. */
  private static void describe(TraceEvent event, List<String> lines) {
    String fields = "";
    if (event.tracepoint() == SoftirqEntry.TRACEPOINT) {
      fields = " " + event.value(SoftirqEntry.VEC);
    } else if (event.tracepoint() == SchedSwitch.TRACEPOINT) {
      fields = " " + event.text(SchedSwitch.PREV_COMM) + " " + event.value(SchedSwitch.PREV_PID) + " "
          + event.text(SchedSwitch.NEXT_COMM) + " " + event.value(SchedSwitch.NEXT_PID);
    }
    lines.add(event.timeNs() + " " + event.cpu() + " " + (event.tid() == 0 ? "0" : task(event)) + " "
        + event.tracepoint().name().replaceFirst("^sys_(enter|exit)_", "sys_") + fields);
  }

  private static String fields(String name, String text) {
    return switch (name) {
      case "softirq_entry" -> text.replaceFirst("vec=(\\d+) .*", " $1");
      case "sched_switch" -> text.replaceFirst("prev_comm=(.*) prev_pid=(\\d+) prev_prio=.* prev_state=\\S+ ==> "
          + "next_comm=(.*) next_pid=(\\d+) next_prio=\\d+", " $1 $2 $3 $4");
      default -> "";
    };
  }
}
