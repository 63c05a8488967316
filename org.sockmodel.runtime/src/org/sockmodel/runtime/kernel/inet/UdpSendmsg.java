package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;

/** {@code udp_sendmsg}, {@code net/ipv4/udp.c}. */
public final class UdpSendmsg extends DatagramSendmsg {

  /** The longest datagram: 65535 less IP and UDP headers. */
  private static final int LONGEST_BYTES = 65_507;

  /**
   * From here on a datagram has its data in page fragments: with its headers and room for the device's it does not fit
   * into {@code SKB_MAX_ALLOC}, four pages less {@code skb_shared_info} ({@code __ip_append_data}).
   */
  private static final int PAGED_FROM_BYTES = 4 * 4096 - 320 - 31 - SkBuff.IP_HEADER_BYTES - SkBuff.UDP_HEADER_BYTES;

  private final PortTable ports;
  private final SkBuffPool pool;
  /** Whether long datagrams have their data in page fragments. */
  private final boolean pagesLong;

  public UdpSendmsg(InetEnvironment kernel, PortTable ports) {
    super("udp_sendmsg", kernel, PathPoint.UDP_SENDMSG);
    this.ports = ports;
    pool = kernel.pool();
    pagesLong = kernel.profile().has("udp_pages_long");
  }

  /** A socket without a port gets one: {@code inet_autobind}. */
  @Override
  protected int refused(Sock sock, long bytes) {
    if (sock.port() == 0 && !ports.bindEphemeral(sock)) {
      return Errno.EAGAIN;
    }
    return bytes > LONGEST_BYTES ? Errno.EMSGSIZE : 0;
  }

  @Override
  protected void sent(Cpu cpu, Frame frame) {
    ((Sock) frame.self).count(SnmpCounter.UDP_OUT_DATAGRAMS);
    super.sent(cpu, frame);
  }

  /** {@code udp_sendmsg} counts that nothing leads there; {@code raw_sendmsg} does not. */
  @Override
  protected void unreachable(Sock sock) {
    sock.count(SnmpCounter.IP_OUT_NO_ROUTES);
  }

  @Override
  protected SkBuff packet(Sock sock, NetDevice device, int port, int bytes) {
    SkBuff skb = pool.allocate().fill(device, IpProtocol.IPPROTO_UDP, port, bytes).from(sock.port());
    return pagesLong && bytes >= PAGED_FROM_BYTES && skb.lengthBytes() <= device.mtuBytes() ? skb.paged() : skb;
  }
}
