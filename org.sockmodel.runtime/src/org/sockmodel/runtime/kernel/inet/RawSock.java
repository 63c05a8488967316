package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.AddressFamily;

/** A raw IPv4 socket: {@code struct raw_sock}, {@code include/net/raw.h}. It is for all packets of its protocol. */
public final class RawSock extends Sock {

  /**
   * @param protocol number of the protocol above IP ({@code inet_num})
   */
  public RawSock(long address, int protocol) {
    super(address, AddressFamily.AF_INET, protocol);
  }

  /** {@code raw_v4_match}: whether the packet is for this socket, too. */
  boolean matches(SkBuff skb) {
    return net() == NetDevice.of(skb).net() && (peerAddress() == 0 || peerAddress() == skb.sourceAddress())
        && (localAddress() == 0 || localAddress() == skb.destinationAddress());
  }

  @Override
  public PathPoint pollPoint() {
    return PathPoint.DATAGRAM_POLL;
  }
}
