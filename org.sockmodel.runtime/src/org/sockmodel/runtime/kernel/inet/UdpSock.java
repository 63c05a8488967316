package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.AddressFamily;
import org.sockmodel.runtime.uapi.IpProtocol;

/**
 * A UDP socket: {@code struct udp_sock}, {@code include/linux/udp.h}. Its readers take from {@code reader_queue}, which
 * is the first part of the receive queue here.
 */
public final class UdpSock extends Sock {

  private final boolean releasesInBatches;
  private int readerQueuePackets;
  private int forwardDeficitBytes;

  /**
   * @param releasesInBatches whether the memory of what has been read is given back a quarter of the buffer at a time
   */
  public UdpSock(long address, boolean releasesInBatches) {
    super(address, AddressFamily.AF_INET, IpProtocol.IPPROTO_UDP);
    this.releasesInBatches = releasesInBatches;
  }

  /** Moves all that has come to an empty {@code reader_queue}; false if that has packets or nothing has come. */
  boolean splice() {
    if (readerQueuePackets > 0 || receiveQueue().isEmpty()) {
      return false;
    }
    readerQueuePackets = receiveQueue().length();
    return true;
  }

  @Override
  public SkBuff unqueue() {
    readerQueuePackets = Math.max(readerQueuePackets - 1, 0);
    SkBuff skb = super.unqueue();
    if (releasesInBatches) {
      release(skb.truesizeBytes());
    }
    return skb;
  }

  /**
   * {@code udp_rmem_release}: what has been read goes on to count until it is a quarter of the buffer, or nothing is
   * left of {@code reader_queue}, to which all that has come moves then.
   */
  private void release(int bytes) {
    forwardDeficitBytes += bytes;
    charge(bytes);
    if (forwardDeficitBytes >= rcvbufBytes() >> 2 || readerQueuePackets == 0) {
      charge(-forwardDeficitBytes);
      forwardDeficitBytes = 0;
      readerQueuePackets = receiveQueue().length();
    }
  }
}
