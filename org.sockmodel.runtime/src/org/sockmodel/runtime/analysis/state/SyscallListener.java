package org.sockmodel.runtime.analysis.state;

/** Is told of system calls. Every method does nothing unless overridden. */
public interface SyscallListener {

  /** A task has entered a system call; {@link TaskState} says which. */
  default void callEntered(CpuState cpu, TaskState task, long timeNs) {
  }

  /**
   * A task is leaving a system call; {@link TaskState} still describes it.
   *
   * @param kind what the call was, even if the trace does not hold its entry
   * @param ret the result, or minus the errno
   */
  default void callLeft(CpuState cpu, TaskState task, CallKind kind, long ret, long timeNs) {
  }
}
