package org.sockmodel.runtime.analysis.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sockmodel.runtime.analysis.Filter;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;
import org.sockmodel.runtime.analysis.state.CpuState;
import org.sockmodel.runtime.analysis.state.KernelState;
import org.sockmodel.runtime.analysis.state.TaskListener;
import org.sockmodel.runtime.analysis.state.TaskState;
import org.sockmodel.runtime.trace.Names;

/**
 * Counts switches and wake-ups. A wake-up that {@code sched_waking} and {@code sched_wakeup} both record counts once.
 * Cost: a few array accesses an event; no allocation once all names of tasks are known.
 */
public final class SchedulingAnalysis implements TaskListener {

  private static final int MAX_NAMES = 1 << 13;

  private final Filter filter;
  private final Names names;
  private final DurationRecorder wakeupToRun = new DurationRecorder();
  private long[] switchIns = new long[64];
  private long[] runNs = new long[64];
  private long contextSwitches;
  private long unseenSwitches;
  private long wakeups;

  public SchedulingAnalysis(Filter filter, Names names) {
    this.filter = filter;
    this.names = names;
  }

  /** Takes part in following a trace. */
  public void attach(KernelState state) {
    state.listen(this);
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
      switchIns[place(next.comm())]++;
    }
    if (!prev.isIdle() && prev.switchedInNs() != TaskState.UNKNOWN_NS) {
      runNs[place(prev.comm())] += timeNs - prev.switchedInNs();
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
    List<SchedulingSummary.TaskTime> tasks = new ArrayList<>();
    for (int name = 0; name < switchIns.length; name++) {
      if (switchIns[name] > 0 || runNs[name] > 0) {
        tasks.add(new SchedulingSummary.TaskTime(names.text(name), switchIns[name], runNs[name]));
      }
    }
    tasks.sort(Comparator.comparingLong(SchedulingSummary.TaskTime::runNs).reversed()
        .thenComparing(SchedulingSummary.TaskTime::name));
    return new SchedulingSummary(contextSwitches, unseenSwitches, wakeups, wakeupToRun.snapshot(),
        tasks.subList(0, Math.min(tasks.size(), filter.top())));
  }

  private int place(int name) {
    int place = name < MAX_NAMES ? name : Names.OVERFLOW;
    if (place >= runNs.length) {
      int size = Math.max(place + 1, runNs.length * 2);
      switchIns = Arrays.copyOf(switchIns, size);
      runNs = Arrays.copyOf(runNs, size);
    }
    return place;
  }
}
