package org.sockmodel.runtime.kernel.sched;

/**
 * What the fair scheduling class decides: {@code fair_sched_class}, {@code kernel/sched/fair.c}. One that decides for a
 * whole machine; all its state is in the {@link RunQueue}s and {@link Task}s.
 *
 * <p>All share virtual time: a task's grows while it runs, the slower the greater its weight.
 */
interface FairPolicy {

  /** {@code place_entity}: gives a task that is about to be queued its virtual time. */
  void place(RunQueue runQueue, Task task);

  /** Whether a task that goes to sleep stays queued for a while, to pay for what it ran too much. */
  boolean delaysDequeue(RunQueue runQueue, Task task);

  /** {@code ttwu_runnable}: a task is woken whose dequeueing was delayed. */
  void requeue(RunQueue runQueue, Task task);

  /** {@code dequeue_entity}: a task is about to leave the run queue. */
  void detach(RunQueue runQueue, Task task);

  /** {@code migrate_task_rq_fair}: a task that is on no run queue is going to another CPU's. */
  void migrate(RunQueue from, RunQueue to, Task task);

  /** {@code pick_next_entity}: the task to run now, among those queued and the current one if it can run; or null. */
  Task pick(RunQueue runQueue);

  /** {@code set_next_entity}: a task begins to run. */
  void begin(Task task);

  /** {@code check_preempt_wakeup}: whether the current task gives way to one that has just been queued. */
  boolean preempts(RunQueue runQueue, Task woken);

  /** What {@code update_curr} does beyond adding up time: true if the current task's time is over. */
  boolean isOver(RunQueue runQueue);

  /** {@code entity_tick}: whether the current task, having run for {@code ranNs}, gives way at a tick. */
  boolean givesWay(RunQueue runQueue, long ranNs);
}
