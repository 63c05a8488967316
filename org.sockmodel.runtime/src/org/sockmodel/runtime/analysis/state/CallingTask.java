package org.sockmodel.runtime.analysis.state;

/**
 * The task that makes a system call on a CPU. The idle task makes none: if it is believed to be current, a switch was
 * not recorded, and it must have been to the one task that was woken for this CPU and has not run yet.
 */
final class CallingTask {

  private final CpuTable cpus;
  private final Listeners listeners;

  CallingTask(CpuTable cpus, Listeners listeners) {
    this.cpus = cpus;
    this.listeners = listeners;
  }

  /** The calling task, or null if the trace does not show which one it is. */
  TaskState of(CpuState cpu, long timeNs) {
    TaskState current = cpu.current();
    if (current != null && !current.isIdle()) {
      return current;
    }
    TaskState task = cpu.soleQueued();
    if (task != null) {
      if (current != null) {
        listeners.switchedUnseen(cpu, current, task, timeNs);
        current.running = false;
      }
      Switching.arrive(cpu, task, TaskState.UNKNOWN_NS, cpus);
    }
    return task;
  }
}
