package org.sockmodel.runtime.kernel.netdev;

import java.util.Set;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.random.RandomStream;

/**
 * What a filter drops of the packets that come in at a device: {@code sch_handle_ingress}, {@code net/core/dev.c}. It
 * stands for a lossy way to here. Cost: O(1) a packet.
 */
public final class IngressFilter {

  private final RandomStream random;
  private final double share;
  private final Set<Long> packets;
  private long withData;

  /**
   * @param random decides for each packet if a share is lost
   * @param share of all packets, from 0 to 1
   * @param packets numbers of packets with data that are lost, counted from 1
   */
  public IngressFilter(RandomStream random, double share, Set<Long> packets) {
    this.random = random;
    this.share = share;
    this.packets = packets;
  }

  /** {@code TC_ACT_SHOT}: whether the packet goes no further. */
  boolean drops(SkBuff skb) {
    boolean chosen = skb.payloadBytes() > 0 && packets.contains(++withData);
    return chosen || share > 0 && random.nextDouble() < share;
  }
}
