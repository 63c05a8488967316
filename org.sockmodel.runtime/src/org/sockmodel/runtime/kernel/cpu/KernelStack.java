package org.sockmodel.runtime.kernel.cpu;

/**
 * A task as a CPU sees it: what a trace calls it, and its kernel stack, the frames from user space (bottom) to what
 * runs now (top). Empty for an idle task.
 */
public class KernelStack {

  private final int tid;
  private int comm;
  Frame top;

  /**
   * @param tid thread id; 0 for an idle task
   * @param comm the task's name, an id in the trace's names
   */
  public KernelStack(int tid, int comm) {
    this.tid = tid;
    this.comm = comm;
  }

  public final int tid() {
    return tid;
  }

  public final int comm() {
    return comm;
  }

  /** {@code __set_task_comm}: the task runs another program. */
  public final void comm(int newComm) {
    comm = newComm;
  }
}
