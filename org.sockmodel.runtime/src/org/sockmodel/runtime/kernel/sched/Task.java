package org.sockmodel.runtime.kernel.sched;

import org.sockmodel.runtime.kernel.cpu.KernelStack;

/** A thread: {@code struct task_struct}, {@code include/linux/sched.h}. */
public final class Task {

  /** May run: {@code TASK_RUNNING}. */
  public static final int RUNNING = 0;

  /** Sleeps until it is woken or a signal comes: {@code TASK_INTERRUPTIBLE}. */
  public static final int INTERRUPTIBLE = 1;

  /** Has ended: {@code TASK_DEAD}, seen as X in a switch. */
  public static final int DEAD = 16;

  /** Is being woken: {@code TASK_WAKING}. */
  public static final int WAKING = 512;

  /** Any CPU will do. */
  public static final int ANY_CPU = -1;

  private static final int NICE_0_PRIO = 120;

  private final int tid;
  private final int comm;
  private final int nice;
  private final int pinnedCpu;
  private final KernelStack stack;
  int state;
  int cpu;
  boolean onRunQueue;
  private boolean signalPending;
  long virtualNs;
  long queuedOrder;
  private Object timer;

  /**
   * @param tid thread id; 0 for the idle task of a CPU
   * @param comm the task's name, an id in the trace's names
   * @param nice -20 to 19
   * @param pinnedCpu the only CPU it may run on, or {@link #ANY_CPU}
   */
  public Task(int tid, int comm, int nice, int pinnedCpu) {
    this.tid = tid;
    this.comm = comm;
    this.nice = nice;
    this.pinnedCpu = pinnedCpu;
    this.stack = new KernelStack(tid, comm);
  }

  public int tid() {
    return tid;
  }

  public int comm() {
    return comm;
  }

  /** The kernel's priority: 120 for nice 0. */
  public int prio() {
    return NICE_0_PRIO + nice;
  }

  public int nice() {
    return nice;
  }

  public int pinnedCpu() {
    return pinnedCpu;
  }

  public KernelStack stack() {
    return stack;
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
    state = newState;
  }

  public int state() {
    return state;
  }
}
