package org.sockmodel.runtime.kernel.umh;

import org.sockmodel.runtime.kernel.sched.Task;

/** One run of a program for a task that waits for it: {@code struct subprocess_info}, {@code include/linux/umh.h}. */
final class SubprocessInfo {

  private final Task caller;
  private final boolean found;
  private Task parent;
  private boolean exited;
  private boolean complete;

  /**
   * @param caller who waits
   * @param found whether the program is there
   */
  SubprocessInfo(Task caller, boolean found) {
    this.caller = caller;
    this.found = found;
  }

  Task caller() {
    return caller;
  }

  boolean found() {
    return found;
  }

  /** Who started the program's thread and waits for its end. */
  Task parent() {
    return parent;
  }

  void parent(Task task) {
    parent = task;
  }

  /** Whether the program's thread has ended. */
  boolean exited() {
    return exited;
  }

  void exit() {
    exited = true;
  }

  /** Whether the caller may go on: {@code sub_info->complete}. */
  boolean isComplete() {
    return complete;
  }

  void complete() {
    complete = true;
  }
}
