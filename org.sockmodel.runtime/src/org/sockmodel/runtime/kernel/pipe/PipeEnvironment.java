package org.sockmodel.runtime.kernel.pipe;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.sched.Scheduler;

/**
 * What the functions of pipes find in their kernel.
 *
 * @param paths all paths of the profile
 * @param wakeUp {@code wake_up_interruptible_sync_poll}: see {@link org.sockmodel.runtime.kernel.wait.WakeUp}
 * @param wakeFunction see {@link org.sockmodel.runtime.kernel.wait.WakeFunction#autoremove}
 * @param copyNsPerByte between kernel and user space
 * @param splitWaits a reader is woken only when the pipe was empty and a writer only when it was full, one at a time
 */
public record PipeEnvironment(Path[] paths, Scheduler scheduler, KernelFunction wakeUp, KernelFunction wakeFunction,
    double copyNsPerByte, boolean splitWaits) {

  /** How long a CPU waits before it looks at the pipe's mutex again; the owner never sleeps with it. */
  static final long SPIN_NS = 40;

  long copyNs(long bytes) {
    return Math.round(bytes * copyNsPerByte);
  }
}
