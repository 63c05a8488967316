package org.sockmodel.runtime.workload.traffic;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.uapi.IpProtocol;

/**
 * An Ethernet link in one direction: when the last bit of a frame arrives. Counts preamble, header, checksum and the
 * gap between frames (IEEE 802.3), and the shortest frame. Frames without a pause between them are timed from the first
 * one on, so that none of them adds what its time is rounded by: at 400 Gbit/s a short frame takes 1.68 ns.
 */
public final class WireRate {

  private static final int HEADER_BYTES = 14;
  private static final int CHECKSUM_BYTES = 4;
  private static final int SHORTEST_FRAME_BYTES = 64;
  private static final int PREAMBLE_BYTES = 8;
  private static final int GAP_BYTES = 12;
  private static final double NS_PER_SECOND = 1e9;

  private final double nsPerByte;
  private long busySinceNs;
  private long bytesSince;

  /**
   * @param bitsPerSecond the link's rate
   */
  public WireRate(long bitsPerSecond) {
    nsPerByte = NS_PER_SECOND * Byte.SIZE / bitsPerSecond;
  }

  /** Puts a packet on the wire at {@code atNs} or as soon as the wire is free; returns when it has arrived whole. */
  public long send(long atNs, int payloadBytes, int protocol) {
    int transport = protocol == IpProtocol.IPPROTO_TCP ? SkBuff.TCP_HEADER_BYTES : SkBuff.UDP_HEADER_BYTES;
    int frame = HEADER_BYTES + SkBuff.IP_HEADER_BYTES + transport + payloadBytes + CHECKSUM_BYTES;
    int sent = PREAMBLE_BYTES + Math.max(frame, SHORTEST_FRAME_BYTES);
    if (atNs > busySinceNs + ns(bytesSince)) {
      busySinceNs = atNs;
      bytesSince = 0;
    }
    long arrivedNs = busySinceNs + ns(bytesSince + sent);
    bytesSince += sent + GAP_BYTES;
    return arrivedNs;
  }

  private long ns(long bytes) {
    return Math.round(bytes * nsPerByte);
  }
}
