package org.sockmodel.runtime.kernel.wait;

import org.sockmodel.runtime.kernel.sched.Task;

/**
 * A list of sleepers: {@code struct wait_queue_head}, {@code include/linux/wait.h}. Non-exclusive entries stand before
 * exclusive ones, the latest first; exclusive ones are woken in the order in which they came. All operations O(1).
 */
public final class WaitQueueHead {

  WaitQueueEntry first;
  private WaitQueueEntry last;
  private WaitQueueEntry nextToWake;
  private boolean locked;

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

  /** {@code __add_wait_queue_exclusive}: an exclusive entry at the head, so that the latest is woken first. */
  public void addExclusiveFirst(WaitQueueEntry entry) {
    add(entry);
    entry.exclusive = true;
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
    if (nextToWake == entry) {
      nextToWake = entry.next;
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

  /** Begins a walk from the first entry to the last, unless another CPU is on one: the queue's spin lock. */
  boolean beginWakeUp() {
    if (locked) {
      return false;
    }
    locked = true;
    nextToWake = first;
    return true;
  }

  /** The walk's next entry, or null at the end. */
  WaitQueueEntry nextToWake() {
    WaitQueueEntry entry = nextToWake;
    if (entry != null) {
      nextToWake = entry.next;
    }
    return entry;
  }

  /** Ends the walk. */
  void endWakeUp() {
    locked = false;
    nextToWake = null;
  }

  /** Whether the entry is on this list. */
  public boolean has(WaitQueueEntry entry) {
    return entry.head == this;
  }

  /** {@code wq_has_sleeper}. */
  public boolean hasSleeper() {
    return first != null;
  }
}
