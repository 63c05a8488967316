package org.sockmodel.runtime.kernel.signal;

import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.model.Signal;

/** A thread as signals see it: the fields of {@code struct task_struct} that {@code kernel/signal.c} keeps. */
public final class TaskSignals {

  private final Task task;
  private final ThreadGroup group;
  private long pending;
  private long blocked;
  private long fromKernel;

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
    blocked = on ? blocked | bit(signal) : blocked & ~bit(signal);
    recalculate();
  }

  boolean isBlocked(int signal) {
    return (blocked & bit(signal)) != 0;
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
    return ((shared ? group.sharedPending() : pending) & bit(signal)) != 0;
  }

  /** Marks a signal pending for this thread; {@code kernel} says that its code is {@code SI_KERNEL}. */
  void pend(int signal, boolean kernel) {
    pending |= bit(signal);
    mark(signal, kernel);
  }

  /** Notes where a signal that is pending for the process came from. */
  void mark(int signal, boolean kernel) {
    fromKernel = kernel ? fromKernel | bit(signal) : fromKernel & ~bit(signal);
  }

  boolean isFromKernel(int signal) {
    return (fromKernel & bit(signal)) != 0;
  }

  /** {@code flush_sigqueue_mask}: a signal that is ignored from now on is not pending any more. */
  void flush(int signal) {
    pending &= ~bit(signal);
    recalculate();
  }

  /** {@code dequeue_signal}: the lowest signal that is pending and not blocked, or 0. */
  int dequeue() {
    return take((pending | group.sharedPending()) & ~blocked);
  }

  /** {@code do_sigtimedwait}: takes a signal though it is blocked; 0 if it is not pending. */
  int dequeue(int signal) {
    return take((pending | group.sharedPending()) & bit(signal));
  }

  private int take(long mask) {
    if (mask == 0) {
      recalculate();
      return 0;
    }
    int signal = Long.numberOfTrailingZeros(mask) + 1;
    if ((pending & bit(signal)) != 0) {
      pending &= ~bit(signal);
    } else {
      group.sharedPending(group.sharedPending() & ~bit(signal));
    }
    recalculate();
    return signal;
  }

  /** {@code recalc_sigpending}. */
  private void recalculate() {
    task.signalPending(group.isExiting() || ((pending | group.sharedPending()) & ~blocked) != 0);
  }

  private static long bit(int signal) {
    return 1L << signal - 1;
  }
}
