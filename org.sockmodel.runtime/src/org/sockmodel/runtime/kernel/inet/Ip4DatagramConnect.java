package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code ip4_datagram_connect}, {@code net/ipv4/datagram.c}: whom a datagram socket sends to and receives from. Nothing
 * is sent, and no time is taken.
 */
public final class Ip4DatagramConnect {

  private Ip4DatagramConnect() {
  }

  /**
   * Connects a socket to a {@link SockAddr}.
   *
   * @return 0, or minus an errno
   */
  public static int connect(Sock sock, long peer) {
    int address = SockAddr.address(peer);
    NetDevice device = FibTable.output(sock.net(), address);
    if (device == null) {
      sock.count(SnmpCounter.IP_OUT_NO_ROUTES);
      return -Errno.ENETUNREACH;
    }
    sock.addresses(FibTable.source(device, address), address);
    sock.peerPort(SockAddr.port(peer));
    if (sock.reuseportGroup() != null) {
      sock.reuseportGroup().connected();
    }
    return 0;
  }
}
