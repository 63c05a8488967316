package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;

/**
 * {@code select_task_rq_fair}, {@code kernel/sched/fair.c}: the CPU on which a task is to run. All CPUs share one cache
 * and one domain; the load of a CPU is the weight of its runnable tasks now, not its mean over time. Costs O(CPUs).
 */
final class SelectTaskRq {

  /** What {@code imbalance_pct} of 117 lets the last CPU's load count, in percent. */
  private static final long BIAS_PERCENT = 108;

  private final RunQueue[] runQueues;
  private final boolean looksAtRecent;

  /**
   * @param looksAtRecent whether the CPU before the last is asked before the others
   */
  SelectTaskRq(RunQueue[] runQueues, boolean looksAtRecent) {
    this.runQueues = runQueues;
    this.looksAtRecent = looksAtRecent;
  }

  /** {@code find_idlest_cpu}: a new task goes where the least runs. */
  int forNew(Task task) {
    if (task.pinnedCpu() != Task.ANY_CPU) {
      return task.pinnedCpu();
    }
    int idlest = 0;
    for (int i = 1; i < runQueues.length; i++) {
      if (runQueues[i].totalWeight() < runQueues[idlest].totalWeight()) {
        idlest = i;
      }
    }
    return idlest;
  }

  /** The CPU for a task that is woken by code on {@code waker}. */
  int forWoken(Task task, Cpu waker, boolean sync) {
    if (task.pinnedCpu() != Task.ANY_CPU) {
      return task.pinnedCpu();
    }
    boolean affine = waker.id() != task.cpu && wakesAffine(task, runQueues[waker.id()], sync);
    return idleSibling(task, affine ? waker.id() : task.cpu);
  }

  /** {@code wake_affine}: whether the waker's CPU suits the task better than the one on which it ran last. */
  private boolean wakesAffine(Task task, RunQueue here, boolean sync) {
    RunQueue last = runQueues[task.cpu];
    if (last.isIdle()) {
      return false;
    }
    if (here.isIdle() || sync && here.tasks() == 1) {
      return true;
    }
    long hereLoad = here.totalWeight() + task.weight() - (sync ? here.current.weight() : 0);
    return hereLoad * 100 < last.totalWeight() * BIAS_PERCENT + (sync ? 1 : 0);
  }

  /**
   * {@code select_idle_sibling}: the target if it is idle, else the last CPU, else the one before ({@code
   * recent_used_cpu}), else any that is, from the target on.
   */
  private int idleSibling(Task task, int target) {
    int last = task.cpu;
    if (runQueues[target].isIdle()) {
      return target;
    }
    if (runQueues[last].isIdle()) {
      return last;
    }
    int recent = task.recentCpu;
    task.recentCpu = (short) last;
    if (looksAtRecent && recent != last && recent != target && runQueues[recent].isIdle()) {
      return recent;
    }
    for (int i = 1; i < runQueues.length; i++) {
      int cpu = (target + i) % runQueues.length;
      if (runQueues[cpu].isIdle()) {
        return cpu;
      }
    }
    return target;
  }
}
