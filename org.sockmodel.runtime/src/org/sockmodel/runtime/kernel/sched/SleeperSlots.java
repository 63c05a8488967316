package org.sockmodel.runtime.kernel.sched;

import java.util.Arrays;

/** Sleeping tasks by a small number, so that a timer's event carries which one it is for. Allocates only to grow. */
final class SleeperSlots {

  private Task[] tasks = new Task[8];
  private long[] events = new long[8];
  private int[] free = new int[8];
  private int freeCount;
  private int used;

  int add(Task task) {
    if (freeCount == 0 && used == tasks.length) {
      tasks = Arrays.copyOf(tasks, used * 2);
      events = Arrays.copyOf(events, used * 2);
      free = Arrays.copyOf(free, used * 2);
    }
    int slot = freeCount > 0 ? free[--freeCount] : used++;
    tasks[slot] = task;
    return slot;
  }

  /** Notes the event that will end the sleep. */
  void event(int slot, long handle) {
    events[slot] = handle;
  }

  long event(int slot) {
    return events[slot];
  }

  /** Whether the slot is this task's; it is not when the task's time has come. */
  boolean holds(int slot, Task task) {
    return tasks[slot] == task;
  }

  Task take(int slot) {
    Task task = tasks[slot];
    tasks[slot] = null;
    free[freeCount++] = slot;
    return task;
  }
}
