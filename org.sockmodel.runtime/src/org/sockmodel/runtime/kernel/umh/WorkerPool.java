package org.sockmodel.runtime.kernel.umh;

import java.util.ArrayDeque;
import java.util.function.IntFunction;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.sched.Task;

/**
 * {@code struct worker_pool} of {@code system_unbound_wq}, {@code kernel/workqueue.c}: work that waits, and threads
 * that sleep until there is some, the latest first. There is always one that sleeps. Caveats: kthreadd, which makes
 * workers, is no task here, and a pool that never had work has none.
 */
public final class WorkerPool {

  private final Scheduler scheduler;
  private final IntFunction<Task> newTask;
  private final KernelFunction workerThread;
  private final ArrayDeque<SubprocessInfo> worklist = new ArrayDeque<>();
  private final ArrayDeque<Task> idle = new ArrayDeque<>();
  private int workers;

  /**
   * @param newTask makes the task of a worker from its number
   * @param helper what a worker does
   */
  public WorkerPool(Path[] paths, Scheduler scheduler, IntFunction<Task> newTask, UsermodeHelperWork helper) {
    this.scheduler = scheduler;
    this.newTask = newTask;
    workerThread = new WorkerThread(paths, scheduler, this, helper);
  }

  /** {@code queue_work}: returns the worker to wake. */
  Task queue(SubprocessInfo work) {
    worklist.add(work);
    return firstIdle();
  }

  /** {@code first_idle_worker}. */
  Task firstIdle() {
    createIfNoneIsIdle();
    return idle.peek();
  }

  /** The work that has waited longest, null if there is none. */
  SubprocessInfo take() {
    return worklist.poll();
  }

  /** {@code need_more_worker}. */
  boolean hasWork() {
    return !worklist.isEmpty();
  }

  /** {@code worker_enter_idle}. */
  void enterIdle(Task worker) {
    idle.push(worker);
  }

  /** {@code worker_leave_idle} and {@code manage_workers}. */
  void leaveIdle(Task worker) {
    idle.remove(worker);
    createIfNoneIsIdle();
  }

  private void createIfNoneIsIdle() {
    if (idle.isEmpty()) {
      Task worker = newTask.apply(workers++);
      scheduler.startSleeping(worker, workerThread, worker);
      idle.push(worker);
    }
  }
}
