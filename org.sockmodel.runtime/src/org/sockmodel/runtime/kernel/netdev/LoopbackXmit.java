package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.trace.NetTracepoints.NetifRx;

/**
 * {@code loopback_xmit}, {@code drivers/net/loopback.c}, with {@code netif_rx}: the packet goes on this CPU's backlog
 * and raises NET_RX; no interrupt is involved. {@code self}: the packet.
 */
public final class LoopbackXmit extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int RECEIVE = 1;
  private static final int ENQUEUE = 2;

  private final Path loopbackXmit;
  private final Path enqueueToBacklog;
  private final Backlog[] backlogs;
  private final NetRxAction netRx;
  private final SkBuffPool pool;

  /**
   * @param backlogs one a CPU
   */
  public LoopbackXmit(Path[] paths, Backlog[] backlogs, NetRxAction netRx, SkBuffPool pool) {
    super("loopback_xmit");
    loopbackXmit = paths[PathPoint.LOOPBACK_XMIT.ordinal()];
    enqueueToBacklog = paths[PathPoint.ENQUEUE_TO_BACKLOG.ordinal()];
    this.backlogs = backlogs;
    this.netRx = netRx;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, loopbackXmit, RECEIVE);
      case RECEIVE -> {
        cpu.trace().fire(NetifRx.TRACEPOINT, skb.device(), skb.address(), skb.lengthBytes());
        cpu.walk(frame, enqueueToBacklog, ENQUEUE);
      }
      default -> {
        Backlog backlog = backlogs[cpu.id()];
        if (backlog.add(skb)) {
          netRx.schedule(cpu, backlog);
        } else {
          pool.free(skb);
        }
        cpu.ret(frame, 0);
      }
    }
  }
}
