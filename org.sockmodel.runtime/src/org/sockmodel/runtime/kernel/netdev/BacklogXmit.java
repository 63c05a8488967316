package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code ndo_start_xmit} of the devices whose packets never leave the machine, with {@code netif_rx}: the packet comes
 * in through the device's peer, on this CPU's backlog, and raises NET_RX; no interrupt is involved. {@code self}: the
 * packet; {@code other}: the {@link NetDevice} it leaves through.
 */
public final class BacklogXmit extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int NETIF_RX = 1;
  private static final int RECEIVE = 2;
  private static final int RECEIVED = 3;

  private final Path xmit;
  private final boolean keepsRoute;
  private final Path tcpWfree;
  private final Path toNetifRx;
  private final NetifRx netifRx;

  private BacklogXmit(String symbol, PathPoint xmit, boolean keepsRoute, Path[] paths, NetifRx netifRx) {
    super(symbol);
    this.xmit = xmit.in(paths);
    this.keepsRoute = keepsRoute;
    tcpWfree = CallPoint.TCP_WFREE.in(paths);
    toNetifRx = PathPoint.NETIF_RX.in(paths);
    this.netifRx = netifRx;
  }

  /** {@code loopback_xmit}, {@code drivers/net/loopback.c}: the packet keeps the route that its sender found. */
  public static BacklogXmit loopback(Path[] paths, NetifRx netifRx) {
    return new BacklogXmit("loopback_xmit", PathPoint.LOOPBACK_XMIT, true, paths, netifRx);
  }

  /**
   * {@code veth_xmit}, {@code drivers/net/veth.c}, of a pair without XDP and GRO, and so without a NAPI of its own:
   * {@code __dev_forward_skb} leaves nothing of the sender's namespace in the packet.
   */
  public static BacklogXmit veth(Path[] paths, NetifRx netifRx) {
    return new BacklogXmit("veth_xmit", PathPoint.VETH_XMIT, false, paths, netifRx);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, xmit, NETIF_RX);
      case NETIF_RX -> {
        if (keepsRoute && skb.isChargedToTcp()) {
          cpu.enter(tcpWfree);
        }
        cpu.walk(frame, toNetifRx, RECEIVE);
      }
      case RECEIVE -> {
        skb.device(((NetDevice) frame.other).peer());
        skb.routed(keepsRoute);
        cpu.call(frame, netifRx, skb, RECEIVED);
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
