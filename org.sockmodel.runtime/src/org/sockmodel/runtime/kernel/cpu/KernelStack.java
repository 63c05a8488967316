package org.sockmodel.runtime.kernel.cpu;

/** The kernel stack of one task: frames from user space (bottom) to what runs now (top). Empty for an idle task. */
public final class KernelStack {

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

  public int tid() {
    return tid;
  }

  public int comm() {
    return comm;
  }

  /** {@code __set_task_comm}: the task runs another program. */
  public void comm(int newComm) {
    comm = newComm;
  }
}
