package org.sockmodel.runtime.workload.traffic;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.random.RandomStream;

/**
 * Damages packets at random on their way, as a router with bad memory does: the frame's own checksum is right, and that
 * of UDP or TCP is not.
 */
public final class Corruption {

  private final double share;
  private final RandomStream random;

  /**
   * @param share how many of all packets, from 0 to 1
   */
  public Corruption(double share, RandomStream random) {
    this.share = share;
    this.random = random;
  }

  /** Whether the next packet is to be damaged. */
  boolean hitsNext() {
    return share > 0 && random.nextDouble() < share;
  }

  /** Damages the packet, or not. */
  SkBuff pass(SkBuff skb) {
    if (hitsNext()) {
      skb.memory().damage();
    }
    return skb;
  }
}
