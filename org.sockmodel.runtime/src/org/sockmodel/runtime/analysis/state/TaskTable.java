package org.sockmodel.runtime.analysis.state;

import java.util.Arrays;

/**
 * The tasks of a trace by thread id. Cost of a look-up: one multiplication and usually one comparison. Objects of tasks
 * that have gone are used again; a trace with more than {@link #MAX_TASKS} live tasks gets one shared object for the
 * rest, so that memory stays bounded.
 */
public final class TaskTable {

  /** As many live tasks are told apart. */
  public static final int MAX_TASKS = 1 << 17;

  private static final int HASH = 0x9E3779B9;

  private TaskState[] slots = new TaskState[1024];
  private int shift = 32 - 10;
  private int live;
  private int created;
  private TaskState[] free = new TaskState[64];
  private int freeCount;
  private TaskState overflow;

  /** An idle task, which is in no table: every CPU has its own with thread id 0. */
  TaskState newIdle() {
    TaskState idle = new TaskState(created++);
    idle.begin(0);
    return idle;
  }

  /** The task with that id, or null. */
  public TaskState find(int tid) {
    int mask = slots.length - 1;
    for (int slot = tid * HASH >>> shift;; slot = slot + 1 & mask) {
      TaskState task = slots[slot];
      if (task == null || task.tid == tid) {
        return task;
      }
    }
  }

  /** The task with that id, which is added if need be. */
  TaskState get(int tid) {
    TaskState task = find(tid);
    return task != null ? task : add(tid);
  }

  /** Forgets a task; its object will stand for another one. */
  void remove(TaskState task) {
    int mask = slots.length - 1;
    int slot = task.tid * HASH >>> shift;
    while (slots[slot] != task) {
      if (slots[slot] == null) {
        return;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = null;
    live--;
    for (int next = slot + 1 & mask; slots[next] != null; next = next + 1 & mask) {
      TaskState moved = slots[next];
      slots[next] = null;
      place(moved);
    }
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = task;
  }

  private TaskState add(int tid) {
    if (live == MAX_TASKS) {
      if (overflow == null) {
        overflow = new TaskState(created++).begin(tid);
      }
      return overflow;
    }
    if (live * 2 >= slots.length) {
      rehash();
    }
    TaskState task = (freeCount > 0 ? free[--freeCount] : new TaskState(created++)).begin(tid);
    place(task);
    live++;
    return task;
  }

  private void place(TaskState task) {
    int mask = slots.length - 1;
    int slot = task.tid * HASH >>> shift;
    while (slots[slot] != null) {
      slot = slot + 1 & mask;
    }
    slots[slot] = task;
  }

  private void rehash() {
    TaskState[] old = slots;
    slots = new TaskState[old.length * 2];
    shift--;
    for (TaskState task : old) {
      if (task != null) {
        place(task);
      }
    }
  }
}
