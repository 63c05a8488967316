package org.sockmodel.runtime.kernel.timer;

import java.util.BitSet;

/**
 * Which CPU runs the timers of those that are idle, {@code kernel/time/timer_migration.c}: a busy one, the migrator,
 * which keeps that duty until it becomes idle itself; while all are idle, the one that became so last, or that started
 * a timer since. A kernel that does not migrate timers has each CPU run its own.
 *
 * <p>Caveat: the CPUs are one group. Linux makes groups of eight, and groups of these.
 */
final class TimerMigration {

  private static final int NONE = -1;

  private final boolean migrates;
  private final BitSet busy = new BitSet();
  private int migrator = NONE;
  private int lastIdle;

  /**
   * @param migrates whether the kernel does so
   */
  TimerMigration(boolean migrates) {
    this.migrates = migrates;
  }

  /** {@code tmigr_cpu_activate}. */
  void busy(int cpu) {
    busy.set(cpu);
    if (migrator == NONE) {
      migrator = cpu;
    }
  }

  /** {@code tmigr_cpu_deactivate}. */
  void idle(int cpu) {
    busy.clear(cpu);
    if (migrator == cpu) {
      migrator = busy.nextSetBit(0);
    }
    lastIdle = cpu;
  }

  /** {@code tmigr_cpu_new_timer}: the CPU has a new timer. */
  void started(int cpu) {
    if (migrator == NONE) {
      lastIdle = cpu;
    }
  }

  /** Whether a CPU runs the timers of another one. */
  boolean runs(int cpu, int other) {
    return cpu == other ? !migrates || busy.get(cpu) || cpu == runner()
        : migrates && !busy.get(other) && cpu == runner();
  }

  /** The CPU that runs the timers of this one, as things stand. */
  int runnerOf(int cpu) {
    return !migrates || busy.get(cpu) ? cpu : runner();
  }

  private int runner() {
    return migrator == NONE ? lastIdle : migrator;
  }
}
