package org.sockmodel.runtime.kernel.signal;

import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.model.Signal;

/**
 * A thread as signals see it: the fields of {@code struct task_struct} that {@code kernel/signal.c} keeps. Most threads
 * never get a signal and block none, and have no masks therefore.
 */
public final class TaskSignals {

  private final Task task;
  private final ThreadGroup group;
  private Masks masks = Masks.NONE;

  /** Sets of signals, a bit for each. */
  private static final class Masks {

    /** Those of all threads that have none; never changed. */
    static final Masks NONE = new Masks();

    long pending;
    long blocked;
    long fromKernel;
  }

  TaskSignals(Task task, ThreadGroup group) {
    this.task = task;
    this.group = group;
    task.signals(this);
  }

  /** Those of a task of user space. */
  public static TaskSignals of(Task task) {
    return (TaskSignals) task.signals();
  }

  public Task task() {
    return task;
  }

  public ThreadGroup group() {
    return group;
  }

  /** {@code sigprocmask(2)} for one signal; SIGKILL cannot be blocked. */
  public void block(int signal, boolean on) {
    if (signal == Signal.SIGKILL) {
      return;
    }
    own().blocked = on ? masks.blocked | bit(signal) : masks.blocked & ~bit(signal);
    recalculate();
  }

  boolean isBlocked(int signal) {
    return (masks.blocked & bit(signal)) != 0;
  }

  /** Whether the thread has ended. */
  public boolean hasEnded() {
    return task.state() == Task.DEAD;
  }

  /** {@code wants_signal}. */
  boolean wants(int signal) {
    return !isBlocked(signal) && !hasEnded();
  }

  /** Whether the signal is pending, for the thread or for the process. */
  boolean isPending(int signal, boolean shared) {
    return ((shared ? group.sharedPending() : masks.pending) & bit(signal)) != 0;
  }

  /** Marks a signal pending for this thread; {@code kernel} says that its code is {@code SI_KERNEL}. */
  void pend(int signal, boolean kernel) {
    own().pending |= bit(signal);
    mark(signal, kernel);
  }

  /** Notes where a signal that is pending for the process came from. */
  void mark(int signal, boolean kernel) {
    own().fromKernel = kernel ? masks.fromKernel | bit(signal) : masks.fromKernel & ~bit(signal);
  }

  boolean isFromKernel(int signal) {
    return (masks.fromKernel & bit(signal)) != 0;
  }

  /** {@code flush_sigqueue_mask}: a signal that is ignored from now on is not pending any more. */
  void flush(int signal) {
    own().pending &= ~bit(signal);
    recalculate();
  }

  /** {@code dequeue_signal}: the lowest signal that is pending and not blocked, or 0. */
  int dequeue() {
    return take((masks.pending | group.sharedPending()) & ~masks.blocked);
  }

  /** {@code do_sigtimedwait}: takes a signal though it is blocked; 0 if it is not pending. */
  int dequeue(int signal) {
    return take((masks.pending | group.sharedPending()) & bit(signal));
  }

  private int take(long mask) {
    if (mask == 0) {
      recalculate();
      return 0;
    }
    int signal = Long.numberOfTrailingZeros(mask) + 1;
    if ((masks.pending & bit(signal)) != 0) {
      masks.pending &= ~bit(signal);
    } else {
      group.sharedPending(group.sharedPending() & ~bit(signal));
    }
    recalculate();
    return signal;
  }

  /** {@code recalc_sigpending}. */
  private void recalculate() {
    task.signalPending(group.isExiting() || ((masks.pending | group.sharedPending()) & ~masks.blocked) != 0);
  }

  private Masks own() {
    if (masks == Masks.NONE) {
      masks = new Masks();
    }
    return masks;
  }

  private static long bit(int signal) {
    return 1L << signal - 1;
  }
}
