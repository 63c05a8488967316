package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Congestions;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.netdev.RpsSockFlowTable;
import org.sockmodel.runtime.kernel.sock.SockCallbacks;
import org.sockmodel.runtime.kernel.softirq.Softirqs;
import org.sockmodel.runtime.kernel.timer.HrtimerSoftirq;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * What TCP finds in its kernel besides what every protocol does: it sends by itself, when timers expire.
 *
 * @param inet what every protocol finds
 * @param callbacks what {@code sock_init_data} gives a socket
 * @param congestions makes what controls the congestion of a new socket
 * @param readers where readers of flows are recorded; null if nobody wants to know
 * @param sendSig {@code send_sig}: to the current thread
 * @param prequeues whether segments are left to their reader, whom {@code tcp_low_latency} 0 asks for
 */
public record TcpEnvironment(InetEnvironment inet, TimerSoftirq timers, HrtimerSoftirq hrtimers, Softirqs softirqs,
    SockCallbacks callbacks, Congestions congestions, RpsSockFlowTable readers, KernelFunction sendSig,
    boolean prequeues) {
}
