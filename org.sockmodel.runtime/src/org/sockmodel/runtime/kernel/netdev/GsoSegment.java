package org.sockmodel.runtime.kernel.netdev;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * {@code skb_gso_segment}, {@code net/core/gso.c}: cuts a packet that is too large for its device into the segments
 * that it stands for. Each has headers of its own; the data stay where they are.
 */
final class GsoSegment {

  /** {@code GSO_LEGACY_MAX_SIZE}: {@code gso_max_size} of every device, with the link layer's header. */
  private static final int MAX_BYTES = 65_536;

  private GsoSegment() {
  }

  /** {@code gso_features_check}: whether the device cannot take the packet as one. */
  static boolean isNeeded(SkBuff skb, long wireBytes) {
    return skb.gsoSegments() > 1 && wireBytes >= MAX_BYTES;
  }

  /** The segment that begins where {@code leftBytes} of the packet's data are left. */
  static SkBuff next(SkBuffPool pool, SkBuff skb, long leftBytes) {
    int bytes = (int) Math.min(leftBytes, skb.gsoSizeBytes());
    TcpHeader tcp = skb.tcp();
    int flags = bytes < leftBytes ? tcp.flags() & ~(TcpHeader.PSH | TcpHeader.FIN) : tcp.flags();
    SkBuff segment = pool.allocate().fill(skb.device(), skb.protocol(), skb.port(), bytes).from(skb.sourcePort())
        .between(skb.sourceAddress(), skb.destinationAddress()).paged();
    segment.memory().allocCpu(skb.memory().allocCpu());
    segment.tcp().sequence(tcp.seq() + skb.payloadBytes() - leftBytes, bytes, flags);
    segment.tcp().acknowledge(tcp.ackSeq(), tcp.windowBytes());
    segment.tcp().timestamps(tcp.timestampMs(), tcp.echoMs());
    segment.tcp().share(tcp);
    return segment;
  }
}
