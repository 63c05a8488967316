package org.sockmodel.tests.analysis.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.SchedTracepoints.SchedWakeupNew;
import org.sockmodel.runtime.trace.TraceException;
import org.sockmodel.runtime.trace.TraceReader;
import org.sockmodel.runtime.trace.open.TraceFiles;
import org.sockmodel.tests.trace.EventLog;
import org.sockmodel.tests.trace.Oracle;

/** Switches and times against those that {@code perf sched timehist} prints for the same recording, in whole us. */
class PerfTimehistTest {

  private static final Pattern TIMEHIST = Pattern.compile(
      "\\s+(\\d+)\\.(\\d{6})\\s+\\[(\\d+)\\]\\s+(?:\\S.*?\\[(-?\\d+)(?:/\\d+)?\\]|<idle>)"
          + "\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*");

  @Test
  void shouldSeeTheSwitchesAndTimesThatPerfSees() throws Exception {
    TraceReader reader = recording();
    Analysis analysis = new Analysis(reader.names(), Filter.ALL);
    Timehist ours = new Timehist();
    analysis.state().listen(ours);
    analysis.state().on(SchedWakeupNew.TRACEPOINT,
        (event, cpu) -> ours.readyNs.put(Integer.toString(event.intValue(SchedWakeupNew.PID)), event.timeNs()),
        SchedWakeupNew.PID);
    reader.read(analysis);

    List<String> perfs = timehist();

    assertTrue(perfs.size() > 200, perfs.size() + " lines");
    EventLog.assertSame(perfs.stream().filter(line -> !isOfDeadTask(line)).toList(), linesBeside(perfs, ours.lines));
  }

  @Test
  void shouldSummarizeTheDelaysThatPerfPrints() throws Exception {
    List<Long> delaysUs = timehist().stream().map(line -> Long.valueOf(line.split(" ")[4])).filter(us -> us > 0)
        .sorted().toList();

    Distribution ours = analyze().scheduling().wakeupToRun();

    // The list leaves out who still runs at the end, and delays of less than a microsecond.
    assertEquals(delaysUs.size(), ours.count(), 4);
    assertEquals(delaysUs.get(delaysUs.size() / 2), ours.p50Ns() / 1000);
    assertEquals(delaysUs.get(delaysUs.size() * 9 / 10), ours.p90Ns() / 1000);
    assertEquals(delaysUs.get(delaysUs.size() - 1), ours.maxNs() / 1000);
    assertEquals(delaysUs.get(0), ours.minNs() / 1000);
  }

  @Test
  void shouldCountTheSwitchesOfTheRecording() throws Exception {
    long switches = lines("pp_udp_lo_x.script.txt.gz").stream().filter(line -> line.contains("sched:sched_switch:"))
        .count();

    assertEquals(switches, analyze().scheduling().contextSwitches());
  }

  /** Our lines without those for which perf no longer knows whose they are. */
  private static List<String> linesBeside(List<String> perfs, List<String> ours) {
    List<String> dead = perfs.stream().filter(PerfTimehistTest::isOfDeadTask).map(line -> line.split(" ")[0]).toList();
    assertEquals(1, dead.size(), "lines of tasks that have ended");
    return ours.stream().filter(line -> !dead.contains(line.split(" ")[0])).toList();
  }

  private static boolean isOfDeadTask(String line) {
    return line.split(" ")[2].equals("-1");
  }

  private static Report analyze() throws TraceException {
    return Analysis.analyze(recording());
  }

  private static TraceReader recording() throws TraceException {
    return TraceFiles.open(Oracle.folder("perf").resolve("pp_udp_lo_x.script.txt.gz"));
  }

  /** Perf's lines: time, CPU, task, and how long it waited, was ready and ran. */
  private static List<String> timehist() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : lines("pp_udp_lo_x.sched-timehist.txt.gz")) {
      Matcher matcher = TIMEHIST.matcher(line);
      if (matcher.matches()) {
        lines.add(matcher.group(1) + matcher.group(2) + " " + Integer.parseInt(matcher.group(3)) + " "
            + (matcher.group(4) == null ? "0" : matcher.group(4)) + " " + us(matcher.group(5)) + " "
            + us(matcher.group(6)) + " " + us(matcher.group(7)));
      }
    }
    return lines;
  }

  private static long us(String ms) {
    return Math.round(Double.parseDouble(ms) * 1000);
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = Oracle.open(Oracle.folder("perf").resolve(file));
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** Perf's way to count, applied to the wake-ups and switches that our state tells. */
  private static final class Timehist implements TaskListener {

    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, Long> lastSwitchNs = new HashMap<>();
    private final Map<String, Long> outNs = new HashMap<>();
    private final Map<String, Long> readyNs = new HashMap<>();

    @Override
    public void woken(CpuState cpu, TaskState task, long timeNs) {
      readyNs.put(key(cpu, task), timeNs);
    }

    @Override
    public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
      Long sinceNs = lastSwitchNs.put(cpu.id(), timeNs);
      Long ready = readyNs.remove(key(cpu, prev));
      Long out = outNs.put(key(cpu, prev), timeNs);
      lines.add(timeNs / 1000 + " " + cpu.id() + " " + prev.tid() + " " + us(out, sinceNs) + " "
          + us(ready, sinceNs) + " " + us(sinceNs, timeNs));
    }

    /** Whole microseconds; none if one of the two times is not known or a switch is missing between them. */
    private static long us(Long fromNs, Long toNs) {
      return fromNs == null || toNs == null ? 0 : Math.max(0, (toNs - fromNs) / 1000);
    }

    /** Every CPU has an idle task of its own. */
    private static String key(CpuState cpu, TaskState task) {
      return task.tid() == 0 ? "idle" + cpu.id() : Integer.toString(task.tid());
    }
  }
}
