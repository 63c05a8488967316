package org.sockmodel.runtime.analysis.latency;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;
import org.sockmodel.runtime.analysis.receive.Meanwhile;

/** How long the readers' CPUs ran which thread while messages waited, by bins of latency. */
final class TaskTimes {

  private static final int MOST_KEYS = 1 << 17;
  /** The kernel numbers threads up to {@code 1 << 22}. */
  private static final int TID_BITS = 23;
  private static final int NAME_BITS = 27;
  private static final int BIN_SHIFT = TID_BITS + NAME_BITS;

  private final KeyCounts timesNs = new KeyCounts(MOST_KEYS);

  /** Adds what ran in the way of a message for {@code leastNs} or more. */
  void add(int bin, Meanwhile runs, long leastNs) {
    for (int i = 0; i < runs.count(); i++) {
      if (runs.sumNs(i) >= leastNs) {
        timesNs.add(key(bin, runs.task(i), runs.tid(i)), runs.timeNs(i));
      }
    }
  }

  /** The shares of the time of messages from a bin on, which all took so long together; the largest first. */
  List<TaskShare> shares(int fromBin, double allNs, IntFunction<String> name) {
    Map<String, Map<Integer, Long>> byName = new HashMap<>();
    for (KeyCounts.Entry entry : timesNs.entries()) {
      if (entry.key() >>> BIN_SHIFT >= fromBin) {
        byName.computeIfAbsent(name.apply(task(entry.key())), any -> new HashMap<>())
            .merge((int) entry.key() & (1 << TID_BITS) - 1, entry.count(), Long::sum);
      }
    }
    return byName.entrySet().stream().filter(entry -> !entry.getKey().isEmpty())
        .map(entry -> share(entry.getKey(), entry.getValue(), allNs))
        .sorted(Comparator.comparingDouble(TaskShare::share).reversed().thenComparing(TaskShare::name)).toList();
  }

  private static TaskShare share(String name, Map<Integer, Long> timesNs, double allNs) {
    int tid = timesNs.size() == 1 ? timesNs.keySet().iterator().next() : 0;
    long timeNs = timesNs.values().stream().mapToLong(Long::longValue).sum();
    return new TaskShare(name, tid, timesNs.size(), timeNs / allNs);
  }

  private static long key(int bin, int task, int tid) {
    return (long) bin << BIN_SHIFT | (long) (task & (1 << NAME_BITS) - 1) << TID_BITS | tid & (1 << TID_BITS) - 1;
  }

  /** What stands for no task's name is negative. */
  private static int task(long key) {
    return (int) (key << Long.SIZE - BIN_SHIFT >> Long.SIZE - NAME_BITS);
  }
}
