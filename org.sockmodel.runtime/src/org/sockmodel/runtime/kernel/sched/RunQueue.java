package org.sockmodel.runtime.kernel.sched;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.sockmodel.runtime.kernel.cpu.Cpu;

/**
 * The runnable tasks of one CPU, in the order of their virtual time or deadline, as the policy asks: {@code struct rq}
 * and its {@code struct cfs_rq}, {@code kernel/sched/sched.h}. The current task is not among those that wait. Queueing
 * costs O(tasks that are to run after), taking one out O(tasks before it); sleeping tasks cost nothing.
 */
final class RunQueue {

  /** So many tasks can always wait; room for more is given back. */
  private static final int FEW = 64;

  final Cpu cpu;
  final Task idle;
  final ArrayDeque<Task> wakeList = new ArrayDeque<>();
  Task current;
  boolean needResched;
  long minVirtualNs;
  long switchedInNs;
  private long runningSinceNs;
  private final RootDomain domain;
  private final boolean byDeadline;
  private boolean currentRuns;
  private Task[] waiting = new Task[FEW];
  private int size;
  private long waitingWeight;
  private long weightedNs;

  RunQueue(Cpu cpu, Task idle, RootDomain domain, boolean byDeadline) {
    this.cpu = cpu;
    this.domain = domain;
    this.byDeadline = byDeadline;
    this.idle = idle;
    this.current = idle;
  }

  /** {@code get_update_sysctl_factor}: the scheduler's times grow with the logarithm of the CPUs, up to eight. */
  static int scale(int cpus) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.min(cpus, 8));
  }

  /** {@code available_idle_cpu}. */
  boolean isIdle() {
    return current == idle && size == 0 && wakeList.isEmpty();
  }

  /** Whether no task waits. */
  boolean isEmpty() {
    return size == 0;
  }

  /** {@code nr_running}: the tasks that wait and the current one. */
  int tasks() {
    return currentRuns ? size + 1 : size;
  }

  /** The weight of all {@link #tasks}. */
  long totalWeight() {
    return currentRuns ? waitingWeight + current.weight() : waitingWeight;
  }

  /** How many tasks wait. */
  int waiting() {
    return size;
  }

  /** The waiting task at this place of the order. */
  Task waiting(int index) {
    return waiting[index];
  }

  /** The first of the waiting tasks; null if none waits. */
  Task first() {
    return size == 0 ? null : waiting[0];
  }

  /** The current task unless it is idle or about to sleep; null then. */
  Task runningTask() {
    return currentRuns ? current : null;
  }

  void enqueue(Task task) {
    if (size == waiting.length) {
      waiting = Arrays.copyOf(waiting, size * 2);
    }
    int at = size++;
    while (at > 0 && key(waiting[at - 1]) > key(task)) {
      waiting[at] = waiting[at - 1];
      at--;
    }
    waiting[at] = task;
    domain.waiting++;
    waitingWeight += task.weight();
    weightedNs += task.weight() * (task.virtualNs - minVirtualNs);
  }

  void remove(Task task) {
    int at = 0;
    while (waiting[at] != task) {
      at++;
    }
    size--;
    if (at < size) {
      System.arraycopy(waiting, at + 1, waiting, at, size - at);
    }
    waiting[size] = null;
    if (waiting.length > FEW && size < waiting.length / 4) {
      waiting = Arrays.copyOf(waiting, waiting.length / 2);
    }
    domain.waiting--;
    waitingWeight -= task.weight();
    weightedNs -= task.weight() * (task.virtualNs - minVirtualNs);
  }

  /** The task becomes the current one. */
  void run(Task task) {
    current = task;
    currentRuns = task != idle;
    runningSinceNs = cpu.nowNs();
    switchedInNs = runningSinceNs;
  }

  /** The current task is about to sleep: its time counts no more. */
  void stop() {
    currentRuns = false;
  }

  /** {@code update_curr}: adds what the current task ran to its virtual time. */
  void account() {
    long nowNs = cpu.nowNs();
    if (currentRuns) {
      current.virtualNs += current.virtual(nowNs - runningSinceNs);
      advance(byDeadline ? averageVirtualNs()
          : size == 0 ? current.virtualNs : Math.min(current.virtualNs, waiting[0].virtualNs));
    }
    runningSinceNs = nowNs;
  }

  /** {@code update_min_vruntime}, and {@code update_zero_vruntime} of a queue by deadline, which follows the mean. */
  private void advance(long virtualNs) {
    if (virtualNs > minVirtualNs) {
      weightedNs -= waitingWeight * (virtualNs - minVirtualNs);
      minVirtualNs = virtualNs;
    }
  }

  private long key(Task task) {
    return byDeadline ? task.deadlineNs : task.virtualNs;
  }

  /** {@code avg_vruntime}: the mean virtual time of all tasks, weighted, rounded down. */
  long averageVirtualNs() {
    if (size == 0) {
      return currentRuns ? current.virtualNs : minVirtualNs;
    }
    return minVirtualNs + Math.floorDiv(totalWeightedNs(), totalWeight());
  }

  /** {@code entity_eligible}: whether the task has had no more than its share, as one has that is alone. */
  boolean isEligible(Task task) {
    return size == 0 || totalWeightedNs() >= (task.virtualNs - minVirtualNs) * totalWeight();
  }

  private long totalWeightedNs() {
    return currentRuns ? weightedNs + current.weight() * (current.virtualNs - minVirtualNs) : weightedNs;
  }
}
