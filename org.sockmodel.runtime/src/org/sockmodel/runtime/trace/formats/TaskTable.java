package org.sockmodel.runtime.trace.formats;

import org.sockmodel.runtime.trace.Names;
import org.sockmodel.runtime.trace.bytes.LongTable;

/** Names of tasks by their numbers, for formats that do not tell the name in each event. */
public final class TaskTable {

  /** {@code TASK_COMM_LEN} without the 0 behind it. */
  private static final int MOST_NAME_BYTES = 15;

  private final Names names;
  private final LongTable tasks = new LongTable();

  /**
   * Knows the idle task alone.
   *
   * @param idle what it is called
   */
  public TaskTable(Names names, String idle) {
    this.names = names;
    tasks.put(0, names.intern(idle));
  }

  /** Name id of a task; that of the empty text if it is not known. */
  public int comm(int tid) {
    return tasks.get(tid, Names.EMPTY);
  }

  /** Takes lines of {@code PID name}; a name may hold line breaks. */
  public void read(byte[] text) {
    int at = 0;
    long task = 0;
    int nameStart = text.length;
    while (at < text.length && text[at] != 0) {
      long pid = 0;
      int start = at;
      while (at < text.length && text[at] >= '0' && text[at] <= '9' && at - start < 10) {
        pid = pid * 10 + text[at++] - '0';
      }
      int end = at;
      while (end < text.length && text[end] != '\n' && text[end] != 0) {
        end++;
      }
      if (at > start && at < end && text[at] == ' ') {
        task = pid;
        nameStart = at + 1;
      }
      if (nameStart <= end && end - nameStart <= MOST_NAME_BYTES) {
        put(task, text, nameStart, end);
      }
      at = end + 1;
    }
  }

  /** Names a task by bytes from one place of an array up to another, behind which some may be read. */
  public void put(long tid, byte[] bytes, int start, int end) {
    tasks.put(tid, names.intern(bytes, start, end - start));
  }

  /** Gives a new task the name of the one that made it. */
  public void inherit(int tid, int parent) {
    tasks.put(tid, comm(parent));
  }
}
