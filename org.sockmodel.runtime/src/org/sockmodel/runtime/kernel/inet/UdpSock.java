package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.AddressFamily;
import org.sockmodel.runtime.model.IpProtocol;

/**
 * A UDP socket: {@code struct udp_sock}, {@code include/linux/udp.h}. Its readers take from {@code reader_queue}, which
 * is the first part of the receive queue here.
 */
public final class UdpSock extends Sock {

  private int readerQueuePackets;

  public UdpSock(long address) {
    super(address, AddressFamily.AF_INET, IpProtocol.IPPROTO_UDP);
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
    return super.unqueue();
  }
}
