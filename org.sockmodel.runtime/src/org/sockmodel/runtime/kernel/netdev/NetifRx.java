package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.trace.NetTracepoints;

/**
 * {@code netif_rx}, {@code net/core/dev.c}: a packet comes in that no driver polls for, on this CPU's backlog, and
 * raises NET_RX. {@code self}: the packet.
 */
public final class NetifRx extends KernelFunction {

  private static final int BEGIN = 0;

  private final Path enqueueToBacklog;
  private final Backlog[] backlogs;
  private final NetRxAction netRx;
  private final SkBuffPool pool;

  /**
   * @param backlogs one a CPU
   */
  public NetifRx(Path[] paths, Backlog[] backlogs, NetRxAction netRx, SkBuffPool pool) {
    super("netif_rx");
    enqueueToBacklog = paths[PathPoint.ENQUEUE_TO_BACKLOG.ordinal()];
    this.backlogs = backlogs;
    this.netRx = netRx;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    if (frame.pc == BEGIN) {
      cpu.trace().fire(NetTracepoints.NetifRx.TRACEPOINT, skb.device().name(), skb.address(), skb.lengthBytes());
      cpu.walk(frame, enqueueToBacklog, BEGIN + 1);
      return;
    }
    Backlog backlog = backlogs[cpu.id()];
    if (backlog.add(skb)) {
      netRx.schedule(cpu, backlog);
    } else {
      pool.free(skb);
    }
    cpu.ret(frame, 0);
  }
}
