package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.IpProtocol;

/** {@code udp_sendmsg}, {@code net/ipv4/udp.c}. */
public final class UdpSendmsg extends DatagramSendmsg {

  /** The longest datagram: 65535 less IP and UDP headers. */
  private static final int LONGEST_BYTES = 65_507;

  private final PortTable ports;
  private final SkBuffPool pool;

  public UdpSendmsg(Path[] paths, double copyNsPerByte, KernelFunction devQueueXmit, PortTable ports,
      SkBuffPool pool) {
    super("udp_sendmsg", paths, PathPoint.UDP_SENDMSG, copyNsPerByte, devQueueXmit);
    this.ports = ports;
    this.pool = pool;
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
  protected SkBuff packet(Sock sock, NetDevice device, int port, int bytes) {
    return pool.allocate().fill(device, IpProtocol.IPPROTO_UDP, port, bytes).from(sock.port());
  }
}
