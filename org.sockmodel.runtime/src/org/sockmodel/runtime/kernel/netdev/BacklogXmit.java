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
 * {@code ndo_start_xmit} of the devices whose packets never leave the machine, with {@code netif_rx}: the packet comes
 * in through the device's peer, on this CPU's backlog, and raises NET_RX; no interrupt is involved. {@code self}: the
 * packet; {@code other}: the {@link NetDevice} it leaves through.
 */
public final class BacklogXmit extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int RECEIVE = 1;
  private static final int ENQUEUE = 2;

  private final Path xmit;
  private final boolean keepsRoute;
  private final Path enqueueToBacklog;
  private final Backlog[] backlogs;
  private final NetRxAction netRx;
  private final SkBuffPool pool;

  private BacklogXmit(String symbol, PathPoint xmit, boolean keepsRoute, Path[] paths, Backlog[] backlogs,
      NetRxAction netRx, SkBuffPool pool) {
    super(symbol);
    this.xmit = paths[xmit.ordinal()];
    this.keepsRoute = keepsRoute;
    enqueueToBacklog = paths[PathPoint.ENQUEUE_TO_BACKLOG.ordinal()];
    this.backlogs = backlogs;
    this.netRx = netRx;
    this.pool = pool;
  }

  /**
   * {@code loopback_xmit}, {@code drivers/net/loopback.c}: the packet keeps the route that its sender found.
   *
   * @param backlogs one a CPU
   */
  public static BacklogXmit loopback(Path[] paths, Backlog[] backlogs, NetRxAction netRx, SkBuffPool pool) {
    return new BacklogXmit("loopback_xmit", PathPoint.LOOPBACK_XMIT, true, paths, backlogs, netRx, pool);
  }

  /**
   * {@code veth_xmit}, {@code drivers/net/veth.c}, of a pair without XDP and GRO, and so without a NAPI of its own:
   * {@code __dev_forward_skb} leaves nothing of the sender's namespace in the packet.
   *
   * @param backlogs one a CPU
   */
  public static BacklogXmit veth(Path[] paths, Backlog[] backlogs, NetRxAction netRx, SkBuffPool pool) {
    return new BacklogXmit("veth_xmit", PathPoint.VETH_XMIT, false, paths, backlogs, netRx, pool);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, xmit, RECEIVE);
      case RECEIVE -> {
        NetDevice receiver = ((NetDevice) frame.other).peer();
        skb.device(receiver);
        skb.routed(keepsRoute);
        cpu.trace().fire(NetifRx.TRACEPOINT, receiver.name(), skb.address(), skb.lengthBytes());
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
