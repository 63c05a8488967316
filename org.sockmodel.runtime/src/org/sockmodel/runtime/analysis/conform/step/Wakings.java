package org.sockmodel.runtime.analysis.conform.step;

import java.util.HashMap;
import java.util.Map;

/** The tasks that are being woken, by their thread ids. */
final class Wakings {

  /** How often a task was woken in one call. */
  private record Count(Call call, int wakings) {
  }

  private final Map<Integer, Waking> underWay = new HashMap<>();
  private final Map<Integer, Count> counts = new HashMap<>();

  /** A wake-up begins. */
  Waking begin(int tid, String task, Call call, String holder) {
    Count before = counts.get(tid);
    int number = before != null && before.call() == call ? before.wakings() + 1 : 1;
    counts.put(tid, new Count(call, number));
    Waking waking = new Waking(task, call, number, holder);
    underWay.put(tid, waking);
    return waking;
  }

  /** The wake-up that another event shows; its beginning may not have been recorded. */
  Waking of(int tid, String task, Call call) {
    Waking waking = underWay.get(tid);
    return waking != null ? waking : begin(tid, task, call, "");
  }

  /** The wake-up that ends with the switch to the task; null if none was seen. */
  Waking end(int tid) {
    return underWay.remove(tid);
  }
}
