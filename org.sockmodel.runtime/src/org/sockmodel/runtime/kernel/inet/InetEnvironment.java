package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.congestion.Congestions;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathProfile;
import org.sockmodel.runtime.kernel.netdev.ReadTime;
import org.sockmodel.runtime.kernel.netdev.RpsSockFlowTable;
import org.sockmodel.runtime.kernel.skb.DeferredFrees;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.SkBusyLoop;
import org.sockmodel.runtime.kernel.sock.SockCallbacks;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.kernel.timer.HrtimerSoftirq;
import org.sockmodel.runtime.kernel.timer.ScheduleTimeout;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;
import org.sockmodel.runtime.trace.Names;

/**
 * What a protocol finds in its kernel.
 *
 * @param paths all paths of the profile
 * @param readTime how long a reader takes to copy
 * @param tryToWakeUp {@code try_to_wake_up}
 * @param devQueueXmit {@code __dev_queue_xmit}
 * @param callbacks what {@code sock_init_data} gives a socket
 * @param prequeues whether TCP leaves segments to their reader, whom {@code tcp_low_latency} 0 asks for
 * @param congestions makes what controls the congestion of a new socket
 * @param readers where readers of flows are recorded; null if nobody wants to know
 */
public record InetEnvironment(Path[] paths, PathProfile profile, ReadTime readTime, Names names, SkBuffPool pool,
    DeferredFrees frees, KernelFunction tryToWakeUp, ScheduleTimeout scheduleTimeout, TimerSoftirq timers,
    HrtimerSoftirq hrtimers, KernelFunction devQueueXmit, SkBusyLoop busyLoop, SockCallbacks callbacks,
    Softirqs softirqs, boolean prequeues, RpsSockFlowTable readers, Congestions congestions) {

  /** What a function drops. */
  public Drops drops(String location) {
    return new Drops(pool, names, location);
  }
}
