package org.sockmodel.runtime.analysis.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;
import org.sockmodel.runtime.analysis.distribution.KeyCounts;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.Names;

/**
 * Counts switches and wake-ups. A wake-up that {@code sched_waking} and {@code sched_wakeup} both record counts once.
 * Cost: a few array accesses an event; no allocation once all names of tasks are known.
 */
public final class SchedulingAnalysis implements TaskListener {

  private final Filter filter;
  private final Names names;
  private final DurationRecorder wakeupToRun = new DurationRecorder();
  private final KeyCounts switchIns = new KeyCounts();
  private final KeyCounts runNs = new KeyCounts();
  private long contextSwitches;
  private long unseenSwitches;
  private long wakeups;

  public SchedulingAnalysis(Filter filter, Names names) {
    this.filter = filter;
    this.names = names;
  }

  @Override
  public void woken(CpuState cpu, TaskState task, long timeNs) {
    if (filter.acceptsCpu(cpu.id())) {
      wakeups++;
    }
  }

  @Override
  public void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
    if (!filter.acceptsCpu(cpu.id())) {
      return;
    }
    contextSwitches++;
    long wokenNs = next.wokenNs();
    if (wokenNs != TaskState.UNKNOWN_NS && timeNs >= wokenNs) {
      wakeupToRun.record(timeNs - wokenNs);
    }
    if (!next.isIdle()) {
      switchIns.add(next.comm());
    }
    if (!prev.isIdle() && prev.switchedInNs() != TaskState.UNKNOWN_NS && timeNs > prev.switchedInNs()) {
      runNs.add(prev.comm(), timeNs - prev.switchedInNs());
    }
  }

  @Override
  public void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
    if (filter.acceptsCpu(cpu.id())) {
      unseenSwitches++;
    }
  }

  /** What has been counted so far. */
  public SchedulingSummary summary() {
    Map<Long, Long> times = new HashMap<>();
    runNs.entries().forEach(entry -> times.put(entry.key(), entry.count()));
    List<SchedulingSummary.TaskTime> tasks = new ArrayList<>();
    for (KeyCounts.Entry entry : switchIns.entries()) {
      tasks.add(new SchedulingSummary.TaskTime(names.text((int) entry.key()), entry.count(),
          times.getOrDefault(entry.key(), 0L)));
    }
    tasks.sort(Comparator.comparingLong(SchedulingSummary.TaskTime::runNs).reversed()
        .thenComparing(SchedulingSummary.TaskTime::name));
    return new SchedulingSummary(contextSwitches, unseenSwitches, wakeups, wakeupToRun.snapshot(),
        tasks.subList(0, Math.min(tasks.size(), filter.top())));
  }
}
