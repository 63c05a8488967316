package org.sockmodel.runtime.analysis.state;

/**
 * The task that makes a system call on a CPU. The idle task makes none: if it seems to return from one, a switch was
 * not recorded, and it must have been to the one task that was woken for this CPU and is known to be in that call.
 */
final class CallingTask {

  private final CpuTable cpus;
  private final Listeners listeners;

  CallingTask(CpuTable cpus, Listeners listeners) {
    this.cpus = cpus;
    this.listeners = listeners;
  }

  /** The task that enters a call, or null if the trace does not show which one it is. */
  TaskState entering(CpuState cpu) {
    TaskState current = cpu.current();
    return current == null || current.isIdle() ? null : current;
  }

  /** The task that leaves the named call, or null if the trace does not show which one it is. */
  TaskState leaving(CpuState cpu, String callName, long timeNs) {
    TaskState current = cpu.current();
    if (current != null && !current.isIdle()) {
      return current;
    }
    TaskState task = cpu.soleQueued();
    if (task == null || !task.callName.equals(callName)) {
      return null;
    }
    if (current != null) {
      listeners.switchedUnseen(cpu, current, task, timeNs);
      current.running = false;
    }
    Switching.arrive(cpu, task, TaskState.UNKNOWN_NS, cpus);
    return task;
  }
}
