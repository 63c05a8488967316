package org.sockmodel.runtime.trace.perf.data;

import org.sockmodel.runtime.trace.bytes.LittleEndian;
import org.sockmodel.runtime.trace.formats.TaskTable;

/** Keeps names of tasks as records tell them: {@code PERF_RECORD_COMM} and {@code PERF_RECORD_FORK}. */
final class TaskNames {

  private static final int COMM_TID = 12;
  private static final int COMM_NAME = 16;
  private static final int FORK_TID = 16;
  private static final int FORK_PARENT = 20;
  private static final int FORK_BYTES = 32;
  private static final int MOST_NAME_BYTES = 15;

  private final TaskTable tasks;

  TaskNames(TaskTable tasks) {
    this.tasks = tasks;
  }

  /** Takes a record; one of another type, or too short, says nothing. */
  void take(int type, byte[] bytes, int start, int end) {
    if (type == PerfRecords.COMM && start + COMM_NAME < end) {
      int nameStart = start + COMM_NAME;
      int nameEnd = nameStart;
      while (nameEnd < end && nameEnd - nameStart < MOST_NAME_BYTES && bytes[nameEnd] != 0) {
        nameEnd++;
      }
      tasks.put(LittleEndian.i32(bytes, start + COMM_TID), bytes, nameStart, nameEnd);
    } else if (type == PerfRecords.FORK && start + FORK_BYTES <= end) {
      tasks.inherit(LittleEndian.i32(bytes, start + FORK_TID), LittleEndian.i32(bytes, start + FORK_PARENT));
    }
  }

  /** Name id of a task. */
  int comm(int tid) {
    return tasks.comm(tid);
  }
}
