package org.sockmodel.runtime.analysis.state;

/** Is told what the scheduler does with tasks. Every method does nothing unless overridden. */
public interface TaskListener {

  /**
   * A task is being woken; told once per wake-up, by the first event that shows it.
   *
   * @param cpu the CPU on which the waker runs, in its context
   */
  default void woken(CpuState cpu, TaskState task, long timeNs) {
  }

  /**
   * A CPU switches tasks; told before the state changes.
   *
   * @param prev the task that gives up the CPU
   * @param sleeps whether {@code prev} waits for something, rather than being preempted
   */
  default void switched(CpuState cpu, TaskState prev, TaskState next, boolean sleeps, long timeNs) {
  }

  /**
   * A later event shows that a CPU had switched to {@code next} without an event; told before the state changes.
   *
   * @param prev the task that was believed to be current
   */
  default void switchedUnseen(CpuState cpu, TaskState prev, TaskState next, long timeNs) {
  }

  /** A task has gone; its object will stand for another one. */
  default void gone(TaskState task) {
  }
}
