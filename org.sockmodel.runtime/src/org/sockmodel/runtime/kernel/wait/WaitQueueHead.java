package org.sockmodel.runtime.kernel.wait;

import org.sockmodel.runtime.kernel.sched.Task;

/**
 * A list of sleepers: {@code struct wait_queue_head}, {@code include/linux/wait.h}. Non-exclusive entries stand before
 * exclusive ones, the latest first; exclusive ones are woken in the order in which they came. All operations O(1).
 */
public final class WaitQueueHead {

  WaitQueueEntry first;
  private WaitQueueEntry last;

  /** {@code prepare_to_wait}: adds the entry unless it is on the list, and sets its task's state. */
  public void prepareToWait(WaitQueueEntry entry) {
    if (entry.head == null) {
      add(entry);
    }
    entry.task.state(Task.INTERRUPTIBLE);
  }

  /** {@code prepare_to_wait_exclusive}. */
  public void prepareToWaitExclusive(WaitQueueEntry entry) {
    if (entry.head == null) {
      addExclusive(entry);
    }
    entry.task.state(Task.INTERRUPTIBLE);
  }

  /** {@code finish_wait}. */
  public void finishWait(WaitQueueEntry entry) {
    entry.task.state(Task.RUNNING);
    remove(entry);
  }

  /** {@code __add_wait_queue}: at the head. */
  public void add(WaitQueueEntry entry) {
    entry.exclusive = false;
    entry.head = this;
    entry.previous = null;
    entry.next = first;
    if (first == null) {
      last = entry;
    } else {
      first.previous = entry;
    }
    first = entry;
  }

  /** {@code __add_wait_queue_entry_tail} of an exclusive entry. */
  public void addExclusive(WaitQueueEntry entry) {
    entry.exclusive = true;
    entry.head = this;
    entry.next = null;
    entry.previous = last;
    if (last == null) {
      first = entry;
    } else {
      last.next = entry;
    }
    last = entry;
  }

  /** {@code list_del_init}: does nothing for an entry that is on no list. */
  public void remove(WaitQueueEntry entry) {
    if (entry.head != this) {
      return;
    }
    if (entry.previous == null) {
      first = entry.next;
    } else {
      entry.previous.next = entry.next;
    }
    if (entry.next == null) {
      last = entry.previous;
    } else {
      entry.next.previous = entry.previous;
    }
    entry.head = null;
    entry.previous = null;
    entry.next = null;
  }

  /** {@code wq_has_sleeper}. */
  public boolean hasSleeper() {
    return first != null;
  }
}
