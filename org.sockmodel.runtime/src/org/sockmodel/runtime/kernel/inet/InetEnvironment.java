package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.netdev.ReadTime;
import org.sockmodel.runtime.kernel.skb.DeferredFrees;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.SkBusyLoop;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.trace.Names;

/**
 * What every protocol finds in its kernel: its code, where packets come from and go to, and how a reader waits.
 *
 * @param paths all paths of the profile
 * @param readTime how long a reader takes to copy
 * @param tryToWakeUp {@code try_to_wake_up}
 * @param devQueueXmit {@code __dev_queue_xmit}
 */
public record InetEnvironment(Path[] paths, PathProfile profile, Names names, SkBuffPool pool, DeferredFrees frees,
    ReadTime readTime, KernelFunction devQueueXmit, KernelFunction tryToWakeUp, ScheduleTimeout scheduleTimeout,
    SkBusyLoop busyLoop) {

  /** What a function drops. */
  public Drops drops(String location) {
    return new Drops(pool, names, location);
  }
}
