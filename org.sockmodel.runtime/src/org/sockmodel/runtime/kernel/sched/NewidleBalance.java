package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.Cpu;

/**
 * {@code newidle_balance}, {@code kernel/sched/fair.c}: a CPU that would become idle takes a task that waits on another
 * one, but not its only one, {@code sched_balance_rq}. Of a CPU's tasks the one that waited longest may move if its
 * cache is cold, {@code can_migrate_task}. Costs O(CPUs) while any task waits, and nothing otherwise.
 */
final class NewidleBalance {

  /** {@code sysctl_sched_migration_cost}: a task that ran less than this ago is hot. */
  private static final long MIGRATION_COST_NS = 500_000;

  private final RootDomain domain;
  private final RunQueue[] runQueues;
  private final FairPolicy policy;

  NewidleBalance(RootDomain domain, RunQueue[] runQueues, FairPolicy policy) {
    this.domain = domain;
    this.runQueues = runQueues;
    this.policy = policy;
  }

  /** Moves a task to the CPU's own run queue, if one may move. */
  boolean pull(Cpu cpu, RunQueue own) {
    if (domain.waiting == 0) {
      return false;
    }
    Task task = null;
    for (RunQueue other : runQueues) {
      Task candidate = other == own || other.tasks() < 2 ? null : movable(other, cpu.nowNs());
      if (candidate != null && (task == null || other.waiting() > runQueues[task.cpu].waiting())) {
        task = candidate;
      }
    }
    if (task == null) {
      return false;
    }
    RunQueue from = runQueues[task.cpu];
    from.account();
    policy.detach(from, task);
    from.remove(task);
    policy.migrate(from, own, task);
    TryToWakeUp.migrate(cpu, task, cpu.id());
    task.cpu = cpu.id();
    policy.place(own, task);
    own.enqueue(task);
    return true;
  }

  private static Task movable(RunQueue runQueue, long nowNs) {
    for (int i = 0; i < runQueue.waiting(); i++) {
      Task task = runQueue.waiting(i);
      if (task.pinnedCpu() == Task.ANY_CPU && task != runQueue.current && !task.delayed
          && nowNs - task.ranNs >= MIGRATION_COST_NS) {
        return task;
      }
    }
    return null;
  }
}
