package org.sockmodel.runtime.analysis.state;

/** What one CPU is doing, as far as events have shown it. */
public final class CpuState {

  private final int id;
  private final ContextStack contexts = new ContextStack();
  private final TaskState idle;
  TaskState current;
  int currentTid = -1;
  int queued;
  TaskState lastQueued;

  /** A call that was entered here although idle seemed to be current; null if there is none. */
  SyscallEnterHandler unclaimedCall;
  long unclaimedNs;
  int unclaimedFd;
  int unclaimedFlags;

  CpuState(int id, TaskState idle) {
    this.id = id;
    this.idle = idle;
  }

  public int id() {
    return id;
  }

  /** The interrupt contexts that it is nested in. */
  public ContextStack contexts() {
    return contexts;
  }

  /** The current task; null until an event has shown it. */
  public TaskState current() {
    return current;
  }

  /** This CPU's idle task. */
  public TaskState idle() {
    return idle;
  }

  boolean runs(TaskState task) {
    return current == task;
  }

  void setCurrent(TaskState task) {
    current = task;
    currentTid = task == null ? -1 : task.tid;
  }

  /** The only task that was woken for this CPU and has not been seen running; null if there are none or several. */
  TaskState soleQueued() {
    return queued == 1 && lastQueued != null && lastQueued.queuedCpu == id ? lastQueued : null;
  }

  void queue(TaskState task) {
    queued++;
    lastQueued = task;
    task.queuedCpu = id;
  }

  void unqueue(TaskState task) {
    queued--;
    task.queuedCpu = TaskState.UNKNOWN;
  }
}
