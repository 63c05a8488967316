package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.trace.NetTracepoints;

/**
 * {@code netif_rx}, {@code net/core/dev.c}: a packet comes in that no driver polls for, on this CPU's backlog or
 * that of one that it is steered to, and raises NET_RX. {@code self}: the packet.
 */
public final class NetifRx extends KernelFunction {

  private static final int BEGIN = 0;

  private final KernelFunction enqueue;

  /**
   * @param enqueue an {@link EnqueueToBacklog}, or an {@link RpsReceive} before it
   */
  public NetifRx(KernelFunction enqueue) {
    super("netif_rx");
    this.enqueue = enqueue;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc != BEGIN) {
      cpu.ret(frame, 0);
      return;
    }
    SkBuff skb = (SkBuff) frame.self;
    cpu.trace().fire(NetTracepoints.NetifRx.TRACEPOINT, skb.device().name(), skb.address(), skb.lengthBytes());
    cpu.call(frame, enqueue, skb, BEGIN + 1).n = cpu.id();
  }
}
