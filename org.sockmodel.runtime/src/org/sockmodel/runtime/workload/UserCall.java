package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;

/** What a thread does for one instruction of its program: enters the kernel, computes, or both in no time. */
interface UserCall {

  /** {@link #begin} has called a kernel function; {@link #end} is called with what that returns. */
  long ENTERED = Long.MIN_VALUE;

  /**
   * Begins the call in the thread's user frame.
   *
   * @return the result of a call that takes no time, minus an errno, or {@link #ENTERED}
   */
  long begin(Cpu cpu, Frame user, AppThread thread);

  /**
   * The kernel function has returned.
   *
   * @param user the thread's user frame, where the call may have left an object
   * @param result the call's result, or minus an errno
   */
  default long end(Frame user, AppThread thread, long result) {
    return result;
  }
}
