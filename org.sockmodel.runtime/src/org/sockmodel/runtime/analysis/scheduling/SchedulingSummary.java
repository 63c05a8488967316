package org.sockmodel.runtime.analysis.scheduling;

import java.util.List;
import org.sockmodel.runtime.analysis.distribution.Distribution;

/**
 * What the scheduler did.
 *
 * @param contextSwitches switches that the trace records
 * @param unseenSwitches switches that it does not record but that later events prove
 * @param wakeups wake-ups of sleeping tasks
 * @param wakeupToRun from a wake-up ({@code sched_waking}, else {@code sched_wakeup}) to the switch to the task
 * @param tasks tasks that ran, longest first
 */
public record SchedulingSummary(long contextSwitches, long unseenSwitches, long wakeups, Distribution wakeupToRun,
    List<TaskTime> tasks) {

  /**
   * What one task's name stood for; tasks of one name are counted together.
   *
   * @param runNs time on a CPU between recorded switches
   */
  public record TaskTime(String name, long switchIns, long runNs) {
  }

  public SchedulingSummary {
    tasks = List.copyOf(tasks);
  }
}
