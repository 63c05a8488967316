package org.sockmodel.runtime.report.diff;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.report.PerMessage;
import org.sockmodel.runtime.report.Report;

/**
 * What changed from one report to another. Immutable.
 *
 * @param before what the first is called
 * @param after what the second is called
 * @param counts everything that is counted per message
 * @param times every distribution that at least one of the two has
 */
public record ReportDiff(String before, String after, List<CountChange> counts, List<TimeChange> times) {

  /** The version of the comparison's JSON. */
  public static final String SCHEMA = "sockmodel.diff/1";

  public ReportDiff {
    counts = List.copyOf(counts);
    times = List.copyOf(times);
  }

  /** Compares two reports. */
  public static ReportDiff of(String beforeName, Report before, String afterName, Report after) {
    return new ReportDiff(beforeName, afterName, counts(before, after), times(before, after));
  }

  /** Whether anything changed by more than noise. */
  public boolean isMoreThanNoise() {
    return counts.stream().anyMatch(count -> count.verdict().isMoreThanNoise())
        || times.stream().anyMatch(time -> time.percentiles().stream()
            .anyMatch(percentile -> percentile.verdict().isMoreThanNoise()));
  }

  private static List<CountChange> counts(Report before, Report after) {
    PerMessage one = before.perMessage();
    PerMessage other = after.perMessage();
    List<CountChange> counts = new ArrayList<>();
    counts.add(count("hardirqs", one.hardirqs(), one, other.hardirqs(), other));
    counts.add(count("softirqs", one.softirqs(), one, other.softirqs(), other));
    counts.add(count("wakeups", one.wakeups(), one, other.wakeups(), other));
    counts.add(count("context_switches", one.contextSwitches(), one, other.contextSwitches(), other));
    counts.add(count("ipis", before.interrupts().ipis(), one, after.interrupts().ipis(), other));
    counts.add(count("napi_polls", before.napi().polls(), one, after.napi().polls(), other));
    counts.add(count("drops", drops(before), one, drops(after), other));
    counts.add(count("errors", before.receives().errors(), one, after.receives().errors(), other));
    return counts;
  }

  private static long drops(Report report) {
    return Math.max(report.drops().freed(), report.drops().udpQueueFailed());
  }

  private static CountChange count(String name, long before, PerMessage one, long after, PerMessage other) {
    return new CountChange(name, before, one.messages(), after, other.messages());
  }

  private static List<TimeChange> times(Report before, Report after) {
    List<TimeChange> times = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      add(times, stage.symbol(), before.receives().time(stage), after.receives().time(stage));
    }
    add(times, "wakeup_to_run", before.scheduling().wakeupToRun(), after.scheduling().wakeupToRun());
    return times;
  }

  private static void add(List<TimeChange> times, String name, Distribution before, Distribution after) {
    if (!before.isEmpty() || !after.isEmpty()) {
      times.add(TimeChange.of(name, before, after));
    }
  }
}
