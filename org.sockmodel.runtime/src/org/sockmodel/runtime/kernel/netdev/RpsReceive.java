package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.FlowKeys;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code netif_receive_skb_list_internal} and {@code netif_rx_internal}, {@code net/core/dev.c}, of a queue with
 * receive packet steering: a packet that GRO hands up, or a driver without polls, goes to the backlog of the CPU that
 * {@link Rps} chooses, even if that is this one. {@code self}: the packet, which may be gone when it is queued; {@code
 * k}: its hash.
 */
public final class RpsReceive extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int QUEUED = 1;
  private static final int RETURN = 2;

  private final Rps rps;
  private final KernelFunction enqueue;
  private final KernelFunction receive;

  /**
   * @param enqueue an {@link EnqueueToBacklog}
   * @param receive takes a packet that is not steered on from here; {@code n}: this CPU
   */
  public RpsReceive(Rps rps, KernelFunction enqueue, KernelFunction receive) {
    super("netif_receive_skb_list_internal");
    this.rps = rps;
    this.enqueue = enqueue;
    this.receive = receive;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> {
        SkBuff skb = (SkBuff) frame.self;
        int target = rps.cpuOf(skb);
        if (target < 0) {
          cpu.call(frame, receive, skb, RETURN).n = cpu.id();
        } else {
          frame.k = FlowKeys.hash(skb);
          frame.n = target;
          cpu.call(frame, enqueue, skb, QUEUED).n = target;
        }
      }
      case QUEUED -> {
        rps.queued((int) frame.k, (int) frame.n);
        cpu.ret(frame, 0);
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
