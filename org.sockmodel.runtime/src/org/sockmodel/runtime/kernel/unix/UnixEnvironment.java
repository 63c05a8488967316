package org.sockmodel.runtime.kernel.unix;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.SkBusyLoop;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.wait.WakeFunction;
import org.sockmodel.runtime.trace.Names;

/**
 * What the functions of AF_UNIX find in their kernel.
 *
 * @param paths all paths of the profile
 * @param copyNsPerByte between kernel and user space
 * @param tryToWakeUp {@code try_to_wake_up}
 * @param sendSig {@code send_sig}: to the current thread
 * @param bound the sockets that have a path
 */
public record UnixEnvironment(Path[] paths, double copyNsPerByte, ScheduleTimeout scheduleTimeout,
    SkBusyLoop busyLoop, KernelFunction tryToWakeUp, KernelFunction sendSig, SkBuffPool pool, Names names,
    UnixTable bound) {

  /** {@code autoremove_wake_function}, of who waits for room, memory or data. */
  KernelFunction autoremove() {
    return WakeFunction.autoremove(paths, tryToWakeUp);
  }

  /** {@code receiver_wake_function}. */
  KernelFunction receiver() {
    return WakeFunction.receiver(paths, tryToWakeUp);
  }
}
