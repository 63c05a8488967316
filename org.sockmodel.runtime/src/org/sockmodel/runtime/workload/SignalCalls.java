package org.sockmodel.runtime.workload;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/** What a process needs of its kernel for signals; see {@code kernel.signal} and {@code kernel.syscall} for locals. */
public interface SignalCalls {

  /** Pending signals on the way to user space. */
  KernelFunction deliver();

  /** {@code tgkill(2)}. */
  KernelFunction tgkill();

  /** {@code rt_sigtimedwait(2)}. */
  KernelFunction sigtimedwait();
}
