package org.sockmodel.runtime.workload;

import java.util.List;
import org.sockmodel.runtime.kernel.sched.Task;
import org.sockmodel.runtime.kernel.wait.WaitQueueEntry;
import org.sockmodel.runtime.model.Instruction;

/** An application thread: its task, its place in its program and what its last call returned. */
public final class AppThread {

  private final String name;
  final Task task;
  final WaitQueueEntry waitEntry;
  final Program program;
  final Descriptors descriptors;
  final long[] roundsLeft;
  int position;
  long lastResult;
  private String failure = "";

  AppThread(String name, Task task, List<Instruction> instructions, Descriptors descriptors) {
    this.name = name;
    this.task = task;
    this.descriptors = descriptors;
    waitEntry = new WaitQueueEntry(task);
    program = new Program(instructions);
    roundsLeft = new long[program.counters()];
  }

  public String name() {
    return name;
  }

  public Task task() {
    return task;
  }

  /** Why the thread ended before its program did; empty if it did not. */
  public String failure() {
    return failure;
  }

  void fail(String reason) {
    failure = reason;
  }
}
