package org.sockmodel.runtime.analysis.state;

/** How a CPU comes to run another task. */
final class Switching {

  private Switching() {
  }

  /** Makes {@code task} the current one; {@code timeNs} may be unknown. */
  static void arrive(CpuState cpu, TaskState task, long timeNs, CpuTable cpus) {
    cpu.setCurrent(task);
    task.running = true;
    task.switchedInNs = timeNs;
    task.wokenNs = TaskState.UNKNOWN_NS;
    task.wakeupExpected = false;
    task.sleepKind = SleepKind.ASLEEP;
    if (task.queuedCpu != TaskState.UNKNOWN) {
      cpus.get(task.queuedCpu).unqueue(task);
    }
  }

  /** Puts a woken task on the run queue of a CPU. */
  static void queue(CpuTable cpus, TaskState task, int cpu) {
    if (task.queuedCpu != TaskState.UNKNOWN) {
      cpus.get(task.queuedCpu).unqueue(task);
    }
    cpus.get(cpu).queue(task);
  }
}
