package org.sockmodel.runtime.analysis.latency;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;

/** How long the readers' CPUs ran which task while messages waited, by bins of latency. */
final class TaskTimes {

  private static final int MOST_KEYS = 1 << 17;

  private final KeyCounts timesNs = new KeyCounts(MOST_KEYS);

  /** Adds what ran in the way of a message for {@code leastNs} or more. */
  void add(int bin, RecentRuns runs, long leastNs) {
    for (int i = 0; i < runs.count(); i++) {
      if (runs.timeNs(i) >= leastNs) {
        timesNs.add((long) bin << Integer.SIZE | runs.task(i) & 0xffffffffL, runs.timeNs(i));
      }
    }
  }

  /** The shares of the time of messages from a bin on, which all took so long together; the largest first. */
  List<TaskShare> shares(int fromBin, double allNs, IntFunction<String> name) {
    Map<String, Long> byName = new HashMap<>();
    for (KeyCounts.Entry entry : timesNs.entries()) {
      if (entry.key() >>> Integer.SIZE >= fromBin) {
        byName.merge(name.apply((int) entry.key()), entry.count(), Long::sum);
      }
    }
    return byName.entrySet().stream().filter(entry -> !entry.getKey().isEmpty())
        .map(entry -> new TaskShare(entry.getKey(), entry.getValue() / allNs))
        .sorted(Comparator.comparingDouble(TaskShare::share).reversed().thenComparing(TaskShare::name)).toList();
  }
}
