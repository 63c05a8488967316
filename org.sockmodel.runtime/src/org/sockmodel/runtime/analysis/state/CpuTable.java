package org.sockmodel.runtime.analysis.state;

import java.util.Arrays;

/** The CPUs of a trace by number. CPUs beyond {@link #MAX_CPUS} of a damaged trace share the last one. */
public final class CpuTable {

  /** More CPUs than Linux supports ({@code NR_CPUS}). */
  public static final int MAX_CPUS = 8192;

  private final TaskTable tasks;
  private CpuState[] cpus = new CpuState[0];

  CpuTable(TaskTable tasks) {
    this.tasks = tasks;
  }

  /** The CPU of that number. */
  public CpuState get(int cpu) {
    return cpu >= 0 && cpu < cpus.length ? cpus[cpu] : grow(cpu);
  }

  private CpuState grow(int cpu) {
    int id = cpu < 0 ? 0 : Math.min(cpu, MAX_CPUS - 1);
    int old = cpus.length;
    if (id >= old) {
      cpus = Arrays.copyOf(cpus, id + 1);
      for (int i = old; i <= id; i++) {
        cpus[i] = new CpuState(i, tasks.newIdle());
      }
    }
    return cpus[id];
  }
}
