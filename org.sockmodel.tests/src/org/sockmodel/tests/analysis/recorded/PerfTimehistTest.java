package org.sockmodel.tests.analysis.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.report.Analysis;
import org.sockmodel.runtime.report.Report;
import org.sockmodel.runtime.trace.SchedTracepoints;
import org.sockmodel.tests.analysis.TinyTrace;
import org.sockmodel.tests.trace.Oracle;

/** Scheduling delays against those that {@code perf sched timehist} prints for the same recording, cut to whole us. */
class PerfTimehistTest {

  private static final Pattern EVENT = Pattern.compile(
      ".*?\\s(-?\\d+)\\s+\\[(\\d+)\\]\\s+(\\d+)\\.(\\d{9}):\\s+sched:(\\w+): (.*)");
  private static final Pattern SWITCH = Pattern.compile(
      ".*prev_pid=(\\d+) .*prev_state=(\\S+) ==> .*next_pid=(\\d+) .*");
  private static final Pattern WAKE = Pattern.compile(".*pid=(\\d+) prio=\\d+ target_cpu=(\\d+)");
  private static final Pattern TIMEHIST = Pattern.compile(
      "\\s+\\d+\\.\\d+\\s+\\[\\d+\\]\\s+(\\S+\\[.*\\]|<idle>)\\s+[\\d.]+\\s+([\\d.]+)\\s+[\\d.]+\\s*");

  @Test
  void shouldMeasureTheDelaysThatPerfMeasures() throws IOException {
    List<Long> delaysNs = new ArrayList<>();
    for (String line : lines("pp_udp_lo_x.sched-timehist.txt.gz")) {
      Matcher matcher = TIMEHIST.matcher(line);
      if (matcher.matches() && !matcher.group(2).equals("0.000")) {
        delaysNs.add(Math.round(Double.parseDouble(matcher.group(2)) * 1e6));
      }
    }
    Collections.sort(delaysNs);

    Distribution ours = analyze().scheduling().wakeupToRun();

    assertTrue(delaysNs.size() > 200, delaysNs.size() + " delays");
    // The list leaves out who still runs at the end, and delays of less than a microsecond.
    assertEquals(delaysNs.size(), ours.count(), 4);
    assertEquals(delaysNs.get(delaysNs.size() / 2), wholeUs(ours.p50Ns()));
    assertEquals(delaysNs.get(delaysNs.size() * 9 / 10), wholeUs(ours.p90Ns()));
    assertEquals(delaysNs.get(delaysNs.size() - 1), wholeUs(ours.maxNs()));
    assertEquals(delaysNs.get(0), wholeUs(ours.minNs()));
  }

  @Test
  void shouldCountTheSwitchesOfTheRecording() throws IOException {
    long switches = lines("pp_udp_lo_x.script.txt.gz").stream().filter(line -> line.contains("sched:sched_switch:"))
        .count();

    assertEquals(switches, analyze().scheduling().contextSwitches());
  }

  private static long wholeUs(long durationNs) {
    return durationNs / 1000 * 1000;
  }

  private static Report analyze() throws IOException {
    TinyTrace trace = new TinyTrace();
    Analysis analysis = new Analysis(trace.names(), Filter.ALL);
    trace.to(analysis);
    for (String line : lines("pp_udp_lo_x.script.txt.gz")) {
      Matcher event = EVENT.matcher(line);
      if (event.matches()) {
        trace.at(Integer.parseInt(event.group(2)), Long.parseLong(event.group(3) + event.group(4)));
        trace.by(Integer.parseInt(event.group(1)));
        feed(trace, event.group(5), event.group(6));
      }
    }
    return analysis.report(trace.statistics());
  }

  private static void feed(TinyTrace trace, String name, String fields) {
    Matcher matcher = (name.equals("sched_switch") ? SWITCH : WAKE).matcher(fields);
    if (!matcher.matches()) {
      return;
    }
    int task = Integer.parseInt(matcher.group(1));
    switch (name) {
      case "sched_switch" -> trace.switchTasks(task, matcher.group(2).startsWith("R") ? 0 : TinyTrace.SLEEPING,
          Integer.parseInt(matcher.group(3)));
      case "sched_waking" -> trace.waking(task, Integer.parseInt(matcher.group(2)));
      case "sched_wakeup" -> trace.wakeup(task, Integer.parseInt(matcher.group(2)));
      case "sched_wakeup_new" -> trace.event(SchedTracepoints.SchedWakeupNew.TRACEPOINT, 0, task, 120,
          Integer.parseInt(matcher.group(2)));
      default -> {
        // Other events say nothing about delays.
      }
    }
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = Oracle.open(Oracle.folder("perf").resolve(file));
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
