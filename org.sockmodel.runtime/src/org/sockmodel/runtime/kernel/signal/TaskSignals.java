package org.sockmodel.runtime.kernel.signal;

import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.uapi.Signal;

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

    final PendingSignals pending = new PendingSignals();
    long blocked;
  }

  TaskSignals(Task task, ThreadGroup group) {
    this.task = task;
    this.group = group;
    task.signals(this);
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

  /** {@code copy_process}: a new thread blocks what the one blocks that makes it. */
  public void inherit(TaskSignals parent) {
    if (parent.masks.blocked != 0) {
      own().blocked = parent.masks.blocked;
    }
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
    return (shared ? group.sharedPending() : masks.pending).contains(signal);
  }

  /** Marks a signal pending for this thread. */
  void pend(int signal, int code) {
    own().pending.add(signal, code);
  }

  /** A signal that is ignored from now on is not pending any more. */
  void flush(int signal) {
    own().pending.flush(signal);
    recalculate();
  }

  /** {@code dequeue_signal}: the lowest signal that is pending and not blocked, or null. */
  PendingSignals.Queued dequeue() {
    return take(pendingMask() & ~masks.blocked);
  }

  /** {@code do_sigtimedwait}: takes a signal though it is blocked; null if it is not pending. */
  PendingSignals.Queued dequeue(int signal) {
    return take(pendingMask() & bit(signal));
  }

  private PendingSignals.Queued take(long mask) {
    PendingSignals.Queued taken = null;
    if (mask != 0) {
      int signal = Long.numberOfTrailingZeros(mask) + 1;
      taken = (masks.pending.contains(signal) ? masks.pending : group.sharedPending()).take(signal);
    }
    recalculate();
    return taken;
  }

  private long pendingMask() {
    return masks.pending.mask() | group.sharedPending().mask();
  }

  /** {@code recalc_sigpending}. */
  private void recalculate() {
    task.signalPending(group.isExiting() || (pendingMask() & ~masks.blocked) != 0);
  }

  private Masks own() {
    if (masks == Masks.NONE) {
      masks = new Masks();
    }
    return masks;
  }

  private static long bit(int signal) {
    return PendingSignals.bit(signal);
  }
}
