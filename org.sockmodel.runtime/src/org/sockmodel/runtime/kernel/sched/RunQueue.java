package org.sockmodel.runtime.kernel.sched;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.sockmodel.runtime.kernel.cpu.Cpu;

/**
 * The runnable tasks of one CPU, the one with the least virtual time first: {@code struct rq}, {@code
 * kernel/sched/sched.h}. Enqueue costs O(runnable tasks of the CPU), which are few; sleeping tasks cost nothing.
 */
final class RunQueue {

  final Cpu cpu;
  final Task idle;
  final ArrayDeque<Task> wakeList = new ArrayDeque<>();
  Task current;
  boolean needResched;
  long minVirtualNs;
  long runningSinceNs;
  long switchedInNs;
  private Task[] queued = new Task[8];
  private int size;
  private long order;

  RunQueue(Cpu cpu, Task idle) {
    this.cpu = cpu;
    this.idle = idle;
    this.current = idle;
  }

  boolean isIdle() {
    return current == idle && size == 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Virtual time of the first task that waits; {@link Long#MAX_VALUE} if none does. */
  long leastWaitingVirtualNs() {
    return size == 0 ? Long.MAX_VALUE : queued[0].virtualNs;
  }

  void enqueue(Task task) {
    if (size == queued.length) {
      queued = Arrays.copyOf(queued, size * 2);
    }
    task.queuedOrder = order++;
    int at = size++;
    while (at > 0 && queued[at - 1].virtualNs > task.virtualNs) {
      queued[at] = queued[at - 1];
      at--;
    }
    queued[at] = task;
  }

  Task dequeueFirst() {
    Task first = queued[0];
    System.arraycopy(queued, 1, queued, 0, --size);
    queued[size] = null;
    return first;
  }
}
