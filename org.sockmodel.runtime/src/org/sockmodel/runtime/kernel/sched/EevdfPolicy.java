package org.sockmodel.runtime.kernel.sched;

/**
 * Earliest eligible virtual deadline first, since 6.6: of the tasks that have had no more than their share, the one
 * runs whose slice is to end first. What a sleeper was owed, its lag, it finds again when others run at its wake-up.
 *
 * <p>All tasks have the same slice, as none asks {@code sched_setattr(2)} for another: so {@code PREEMPT_SHORT} never
 * applies, and what {@code RUN_TO_PARITY} protects is the slice up to the deadline.
 */
final class EevdfPolicy implements FairPolicy {

  private final long sliceNs;
  private final boolean delaysDequeue;

  /**
   * @param baseSliceNs {@code sysctl_sched_base_slice} of one CPU
   * @param delaysDequeue {@code DELAY_DEQUEUE}, since 6.12
   */
  EevdfPolicy(int cpus, long baseSliceNs, boolean delaysDequeue) {
    this.sliceNs = baseSliceNs * RunQueue.scale(cpus);
    this.delaysDequeue = delaysDequeue;
  }

  /** With {@code PLACE_LAG}. */
  @Override
  public void place(RunQueue runQueue, Task task) {
    long weight = runQueue.totalWeight();
    long lagNs = weight == 0 ? 0 : task.lagNs * (weight + task.weight()) / weight;
    task.virtualNs = runQueue.averageVirtualNs() - lagNs;
    task.deadlineNs = task.virtualNs + task.virtual(sliceNs);
  }

  @Override
  public boolean delaysDequeue(RunQueue runQueue, Task task) {
    return delaysDequeue && !runQueue.isEligible(task);
  }

  /** {@code requeue_delayed_entity} with {@code DELAY_ZERO}: who waited long enough is owed nothing for it. */
  @Override
  public void requeue(RunQueue runQueue, Task task) {
    if (runQueue.averageVirtualNs() > task.virtualNs) {
      runQueue.remove(task);
      task.lagNs = 0;
      place(runQueue, task);
      runQueue.enqueue(task);
    }
  }

  /** {@code update_entity_lag}; the lag is limited to two slices or a tick. */
  @Override
  public void detach(RunQueue runQueue, Task task) {
    long limitNs = task.virtual(Math.max(2 * sliceNs, Scheduler.TICK_NS));
    long lagNs = runQueue.averageVirtualNs() - task.virtualNs;
    task.lagNs = Math.max(-limitNs, Math.min(lagNs, limitNs));
  }

  @Override
  public void migrate(RunQueue from, RunQueue to, Task task) {
    // lag is relative to the others' virtual time already
  }

  /** {@code pick_next_entity}: who only stayed to pay is now even, and leaves instead of running. */
  @Override
  public Task pick(RunQueue runQueue) {
    Task best = best(runQueue);
    while (best != null && best.delayed) {
      runQueue.remove(best);
      best.delayed = false;
      best.onRunQueue = false;
      best.lagNs = 0;
      best = best(runQueue);
    }
    return best;
  }

  /**
   * {@code pick_eevdf}: the queue is in the order of deadlines, and so the first that is eligible. At the same deadline
   * a task that waits goes before the current one.
   */
  private static Task best(RunQueue runQueue) {
    Task current = runQueue.runningTask();
    if (runQueue.isEmpty()) {
      return current;
    }
    boolean eligible = current != null && runQueue.isEligible(current);
    if (eligible && current.virtualNs < current.protectedUntilNs()) {
      return current;
    }
    int first = 0;
    while (first < runQueue.waiting() && !runQueue.isEligible(runQueue.waiting(first))) {
      first++;
    }
    Task best = first < runQueue.waiting() ? runQueue.waiting(first) : null;
    return best == null || eligible && current.deadlineNs < best.deadlineNs ? current : best;
  }

  @Override
  public void begin(Task task) {
    task.protectUntil(task.deadlineNs);
  }

  @Override
  public boolean preempts(RunQueue runQueue, Task woken) {
    return best(runQueue) == woken;
  }

  /** {@code update_deadline}. */
  @Override
  public boolean isOver(RunQueue runQueue) {
    Task current = runQueue.current;
    if (current.virtualNs < current.deadlineNs) {
      return false;
    }
    current.deadlineNs = current.virtualNs + current.virtual(sliceNs);
    return !runQueue.isEmpty();
  }

  @Override
  public boolean givesWay(RunQueue runQueue, long ranNs) {
    return false;
  }
}
