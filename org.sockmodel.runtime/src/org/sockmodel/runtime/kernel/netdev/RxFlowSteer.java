package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.skb.SkBuff;

/** {@code ndo_rx_flow_steer}, {@code include/linux/netdevice.h}: accelerated receive flow steering. */
@FunctionalInterface
public interface RxFlowSteer {

  /** A card that filters no flows. */
  RxFlowSteer NONE = (skb, cpu) -> {
  };

  /** Has the card send what follows of a packet's flow to the queue whose interrupt a CPU takes. */
  void steer(SkBuff skb, int cpu);
}
