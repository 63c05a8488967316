package org.sockmodel.runtime.kernel.sched;

/**
 * The completely fair scheduler, up to 6.5: the task with the least virtual time runs, for its share of a period in
 * which each runs once. Without the buddies of {@code set_next_buddy}, which only matter from eight tasks a CPU on.
 */
final class CfsPolicy implements FairPolicy {

  /** {@code sysctl_sched_latency} of one CPU. */
  private static final long LATENCY_NS = 6_000_000;
  /** {@code sysctl_sched_min_granularity} of one CPU. */
  private static final long MIN_GRANULARITY_NS = 750_000;
  /** {@code sysctl_sched_wakeup_granularity} of one CPU. */
  private static final long WAKEUP_GRANULARITY_NS = 1_000_000;

  private final long latencyNs;
  private final long minGranularityNs;
  private final long wakeupGranularityNs;

  CfsPolicy(int cpus) {
    int factor = RunQueue.scale(cpus);
    latencyNs = LATENCY_NS * factor;
    minGranularityNs = MIN_GRANULARITY_NS * factor;
    wakeupGranularityNs = WAKEUP_GRANULARITY_NS * factor;
  }

  /** A sleeper is favoured: {@code GENTLE_FAIR_SLEEPERS}. */
  @Override
  public void place(RunQueue runQueue, Task task) {
    task.virtualNs = Math.max(task.virtualNs, runQueue.minVirtualNs - latencyNs / 2);
  }

  @Override
  public boolean delaysDequeue(RunQueue runQueue, Task task) {
    return false;
  }

  @Override
  public void requeue(RunQueue runQueue, Task task) {
    throw new IllegalStateException("a task that sleeps is not queued");
  }

  @Override
  public void detach(RunQueue runQueue, Task task) {
    // its virtual time says all
  }

  @Override
  public void migrate(RunQueue from, RunQueue to, Task task) {
    task.virtualNs += to.minVirtualNs - from.minVirtualNs;
  }

  @Override
  public Task pick(RunQueue runQueue) {
    Task first = runQueue.first();
    Task current = runQueue.runningTask();
    return current != null && (first == null || current.virtualNs < first.virtualNs) ? current : first;
  }

  @Override
  public void begin(Task task) {
    // a task that runs has no privileges
  }

  @Override
  public boolean preempts(RunQueue runQueue, Task woken) {
    return runQueue.current.virtualNs - woken.virtualNs > woken.virtual(wakeupGranularityNs);
  }

  @Override
  public boolean isOver(RunQueue runQueue) {
    return false;
  }

  /** {@code check_preempt_tick}. */
  @Override
  public boolean givesWay(RunQueue runQueue, long ranNs) {
    Task first = runQueue.first();
    if (first == null) {
      return false;
    }
    long idealNs = sliceNs(runQueue.tasks(), runQueue.totalWeight(), runQueue.current);
    return ranNs > idealNs
        || ranNs >= minGranularityNs && runQueue.current.virtualNs - first.virtualNs > idealNs;
  }

  /** {@code sched_slice}: the task's share of the period of {@code __sched_period}. */
  private long sliceNs(int tasks, long totalWeight, Task task) {
    long periodNs = Math.max(latencyNs, tasks * minGranularityNs);
    return periodNs * task.weight() / totalWeight;
  }
}
