package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.Errno;
import org.sockmodel.runtime.uapi.IpProtocol;

/**
 * {@code raw_sendmsg}, {@code net/ipv4/raw.c}: what the program wrote goes out behind an IP header. With {@code
 * IPPROTO_RAW} the program has written that header too ({@code IP_HDRINCL}); its fields are not modelled.
 */
public final class RawSendmsg extends DatagramSendmsg {

  private static final int LONGEST_BYTES = 0xffff;

  private final Path done;
  private final SkBuffPool pool;

  public RawSendmsg(InetEnvironment kernel) {
    super("raw_sendmsg", kernel, PathPoint.RAW_SENDMSG);
    done = PathPoint.RAW_SENDMSG_DONE.in(kernel.paths());
    pool = kernel.pool();
  }

  @Override
  protected int refused(Sock sock, long bytes) {
    if (bytes > LONGEST_BYTES - headerBytes(sock)) {
      return Errno.EMSGSIZE;
    }
    return includesHeader(sock) && bytes < SkBuff.IP_HEADER_BYTES ? Errno.EINVAL : 0;
  }

  @Override
  protected SkBuff packet(Sock sock, NetDevice device, int port, int bytes) {
    int payloadBytes = bytes + headerBytes(sock) - SkBuff.IP_HEADER_BYTES;
    return pool.allocate().fill(device, sock.protocol(), 0, payloadBytes).opaque();
  }

  @Override
  protected void sent(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    sock.count(SnmpCounter.ICMP_OUT_MSGS, sock.protocol() == IpProtocol.IPPROTO_ICMP ? 1 : 0);
    cpu.walk(frame, done, PROTOCOL);
  }

  private static boolean includesHeader(Sock sock) {
    return sock.protocol() == IpProtocol.IPPROTO_RAW;
  }

  /** What the kernel adds. */
  private static int headerBytes(Sock sock) {
    return includesHeader(sock) ? 0 : SkBuff.IP_HEADER_BYTES;
  }
}
