package org.sockmodel.runtime.kernel.cpu;

/**
 * A task as a CPU sees it: what a trace calls it, and its kernel stack, the frames from user space (bottom) to what
 * runs now (top). The lowest frame of an idle task stands for its loop.
 */
public class KernelStack {

  private final int tid;
  private int comm;
  /** The top frame; null while the stack is folded. */
  Frame top;
  /** Where what the frames held is kept while the stack is folded; else null. */
  StackShape shape;
  int row;
  /** Whether it is among those that ran last and keep their frames. */
  boolean recent;
  boolean running;

  /**
   * @param tid thread id; 0 for an idle task
   * @param comm the task's name, an id in the trace's names
   */
  public KernelStack(int tid, int comm) {
    this.tid = tid;
    this.comm = comm;
  }

  /** Whether its task has ended. */
  public boolean isDead() {
    return false;
  }

  /** Whether nothing runs on it: it is an idle task's, and nothing interrupted that. */
  public final boolean isAtBottom() {
    return top.function == null;
  }

  /** Makes the task pay for time before it goes on, such as that of the switch to it. */
  public final void charge(long ns) {
    top.remainingNs += ns;
  }

  /** Ends what the task computes in user space, so that it goes on there at once. */
  public final void endUserStretch() {
    Frame user = top;
    while (user.caller != null) {
      user = user.caller;
    }
    user.remainingNs = 0;
  }

  public final int tid() {
    return tid;
  }

  /** Whether it is the idle task of a CPU. */
  public final boolean isIdle() {
    return tid == 0;
  }

  public final int comm() {
    return comm;
  }

  /** {@code __set_task_comm}: the task runs another program. */
  public final void comm(int newComm) {
    comm = newComm;
  }
}
