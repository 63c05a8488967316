package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.KernelStack;

/** A thread: {@code struct task_struct}, {@code include/linux/sched.h}. */
public final class Task extends KernelStack {

  /** May run: {@code TASK_RUNNING}. */
  public static final int RUNNING = 0;

  /** Sleeps until it is woken or a signal comes: {@code TASK_INTERRUPTIBLE}. */
  public static final int INTERRUPTIBLE = 1;

  /** Sleeps until it is woken: {@code TASK_UNINTERRUPTIBLE}, seen as D in a switch. */
  public static final int UNINTERRUPTIBLE = 2;

  /** Has ended: {@code TASK_DEAD}, seen as X in a switch. */
  public static final int DEAD = 16;

  /** Has ended, and its parent is to ask how: {@code TASK_DEAD} with {@code EXIT_ZOMBIE}, seen as Z. */
  public static final int ZOMBIE = 32;

  /** A kernel thread without work: {@code TASK_IDLE}, seen as I. */
  public static final int IDLE = 128;

  /** Is being woken: {@code TASK_WAKING}. */
  public static final int WAKING = 512;

  /** Any CPU will do. */
  public static final int ANY_CPU = -1;

  private static final int NICE_0_PRIO = 120;
  private static final int NICE_0_WEIGHT = 1024;
  private static final int LEAST_NICE = -20;

  /** {@code sched_prio_to_weight}, {@code kernel/sched/core.c}: from nice -20 to 19, 1.25 a level. */
  private static final int[] WEIGHTS = {
      88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916,
      9548, 7620, 6100, 4904, 3906, 3121, 2501, 1991, 1586, 1277,
      1024, 820, 655, 526, 423, 335, 272, 215, 172, 137,
      110, 87, 70, 56, 45, 36, 29, 23, 18, 15};

  private final byte nice;
  private final short pinnedCpu;
  short state;
  int cpu;
  /** {@code recent_used_cpu}: on which it ran before, when it last found no idle CPU among the first two. */
  short recentCpu;
  boolean onRunQueue;
  /** Sleeps, but is still queued: {@code se.sched_delayed}. */
  boolean delayed;
  private boolean signalPending;
  long virtualNs;
  long deadlineNs;
  /** {@code se.vlag}: how much of its share it did not have when it went to sleep. */
  long lagNs;
  /** When it ran last: {@code se.exec_start}. */
  long ranNs;
  private Object timer;
  private Object signals;

  /**
   * @param tid thread id; 0 for the idle task of a CPU
   * @param comm the task's name, an id in the trace's names
   * @param nice -20 to 19
   * @param pinnedCpu the only CPU it may run on, or {@link #ANY_CPU}
   */
  public Task(int tid, int comm, int nice, int pinnedCpu) {
    super(tid, comm);
    this.nice = (byte) nice;
    this.pinnedCpu = (short) pinnedCpu;
  }

  /** The kernel's priority: 120 for nice 0. */
  public int prio() {
    return NICE_0_PRIO + nice;
  }

  public int nice() {
    return nice;
  }

  /** {@code se.load.weight}. */
  int weight() {
    return WEIGHTS[nice - LEAST_NICE];
  }

  /** {@code calc_delta_fair}: the virtual time in which the task runs for {@code ns}. */
  long virtual(long ns) {
    return nice == 0 ? ns : ns * NICE_0_WEIGHT / weight();
  }

  /** Up to which virtual time it is not preempted; in the place of the lag, as in Linux, as only sleepers have that. */
  long protectedUntilNs() {
    return lagNs;
  }

  void protectUntil(long untilVirtualNs) {
    lagNs = untilVirtualNs;
  }

  public int pinnedCpu() {
    return pinnedCpu;
  }

  /** The CPU that it runs on or ran on last. */
  public int cpu() {
    return cpu;
  }

  /** The timer of a sleep with a timeout, which belongs to whoever started it; null if none runs. */
  public Object timer() {
    return timer;
  }

  public void timer(Object newTimer) {
    timer = newTimer;
  }

  /** {@code signal}, {@code pending} and {@code blocked}, which belong to kernel.signal; null for a kernel thread. */
  public Object signals() {
    return signals;
  }

  public void signals(Object taskSignals) {
    signals = taskSignals;
  }

  /** {@code signal_pending}. */
  public boolean signalPending() {
    return signalPending;
  }

  /** {@code set_tsk_thread_flag(TIF_SIGPENDING)}. */
  public void signalPending(boolean pending) {
    signalPending = pending;
  }

  /** {@code set_current_state}. */
  public void state(int newState) {
    state = (short) newState;
  }

  public int state() {
    return state;
  }

  /** Whether it sleeps, and a wake-up makes it run. */
  boolean isAsleep() {
    return state == INTERRUPTIBLE || state == UNINTERRUPTIBLE || state == IDLE;
  }

  @Override
  public boolean isDead() {
    return state == DEAD || state == ZOMBIE;
  }
}
