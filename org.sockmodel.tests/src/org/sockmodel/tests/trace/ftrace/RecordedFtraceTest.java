package org.sockmodel.tests.trace.ftrace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.trace.Field;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedSwitch;
import org.sockmodel.runtime.trace.TraceEvent;
import org.sockmodel.runtime.trace.TraceSink;
import org.sockmodel.runtime.trace.TraceStatistics;
import org.sockmodel.runtime.trace.Tracepoint;
import org.sockmodel.runtime.trace.ftrace.FtraceReader;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

/** Recordings of real kernels: every line must be understood. */
class RecordedFtraceTest {

  @Test
  void shouldUnderstandEveryLineOfTheScenarios() throws Exception {
    shouldUnderstandAll("host-6.18-scenarios", ".trace");
  }

  @Test
  void shouldUnderstandEveryLineOfTheCalibration() throws Exception {
    shouldUnderstandAll("host-6.18-calibration", ".trace.gz", ".ns.txt.gz");
  }

  @Test
  void shouldUnderstandEveryLineOfTheFunctionTracers() throws Exception {
    shouldUnderstandAll("guest-functions", ".trace.gz");
  }

  @Test
  void shouldUnderstandEveryLineOfTheNetworkDevices() throws Exception {
    shouldUnderstandAll("guest-nic", ".trace.gz");
  }

  @Test
  void shouldReadTheSameFromTracefsAndFromTraceCmd() throws Exception {
    int compared = 0;
    for (Path tracefs : Oracle.files("host-6.18-calibration", ".trace.gz")) {
      Path traceCmd = Path.of(tracefs.toString().replace(".trace.gz", ".ns.txt.gz"));
      if (Files.exists(traceCmd)) {
        EventLog.assertSame(comparable(traceCmd), comparable(tracefs));
        compared++;
      }
    }
    System.out.println("recordings compared in both dialects: " + compared);
    assertTrue(compared > 30);
  }

  @Test
  void shouldReadTheSameOfSomeFieldsAsOfAll() throws Exception {
    List<Path> files = new ArrayList<>();
    for (String ending : List.of(".trace.gz", ".ns.txt.gz")) {
      files.addAll(Oracle.files("host-6.18-calibration", ending).subList(0, 4));
    }
    files.addAll(Oracle.files("host-6.18-scenarios", ".trace"));
    for (Path file : files) {
      for (int fields : new int[] {0x55555555, 0xaaaaaaaa, 0}) {
        EventLog.assertSame(only(fields, file, TraceSink.ALL_FIELDS), only(fields, file, fields));
      }
    }
  }

  /** What events say in some fields, of which {@code read} are asked for. */
  private static List<String> only(int fields, Path file, int read) throws Exception {
    List<String> lines = new ArrayList<>();
    FtraceReader reader = new FtraceReader(Oracle.open(file), file.toString());
    reader.read(new TraceSink() {
      @Override
      public int fields(Tracepoint tracepoint) {
        return read;
      }

      @Override
      public void accept(TraceEvent event) {
        StringBuilder line = new StringBuilder(event.timeNs() + " " + event.tracepoint());
        List<Field> all = event.tracepoint().fields();
        for (int i = 0; i < all.size(); i++) {
          boolean isText = all.get(i).kind().isText();
          line.append((fields >>> i & 1) == 0 ? " -" : " " + (isText ? event.text(i) : event.value(i)));
        }
        lines.add(line.toString());
      }
    });
    lines.add(reader.statistics().unparsedCount() + " lines not understood");
    return lines;
  }

  private static void shouldUnderstandAll(String folder, String... endings) throws Exception {
    List<Path> files = Oracle.files(folder, endings);
    assertTrue(files.size() > 20, folder + " holds only " + files.size() + " recordings");
    long events = 0;
    long unparsed = 0;
    for (Path file : files) {
      FtraceReader reader = new FtraceReader(Oracle.open(file), file.toString());
      reader.read(event -> { });
      TraceStatistics statistics = reader.statistics();
      assertEquals("", statistics.warning());
      events += statistics.events();
      unparsed += statistics.unparsedCount();
    }
    System.out.println(folder + ": " + files.size() + " recordings, " + events + " events, " + unparsed
        + " lines not understood");
    assertEquals(0, unparsed);
  }

  /**
   * Times in microseconds; no addresses, which the kernel hashes and trace-cmd does not; no sign that a task was
   * preempted, which trace-cmd does not print.
   */
  private static List<String> comparable(Path file) throws Exception {
    List<String> lines = new ArrayList<>();
    new FtraceReader(Oracle.open(file), file.toString()).read(event -> lines.add(comparable(event)));
    return lines;
  }

  private static String comparable(TraceEvent event) {
    StringBuilder line = new StringBuilder();
    line.append((event.timeNs() + 500) / 1000).append(' ').append(event.cpu()).append(' ').append(event.tid());
    line.append(event.names().text(event.comm())).append(' ').append(event.tracepoint());
    List<Field> fields = event.tracepoint().fields();
    for (int i = 0; i < fields.size(); i++) {
      boolean isState = event.tracepoint() == SchedSwitch.TRACEPOINT && i == SchedSwitch.PREV_STATE;
      switch (fields.get(i).kind()) {
        case TEXT, COMM -> line.append(' ').append(event.text(i));
        case POINTER -> line.append(event.has(i) ? " address" : " absent");
        default -> line.append(' ').append(isState ? event.value(i) & 0xff : event.value(i));
      }
    }
    return line.toString();
  }
}
