package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.model.Errno;
import org.sockmodel.runtime.model.IpProtocol;

/**
 * {@code udp_sendmsg}, {@code net/ipv4/udp.c}: one datagram to the device that leads to its destination. {@code self}:
 * the {@link Sock}; {@code n}: bytes; {@code k}: the {@link SockAddr} to send to, 0 for the one the socket is connected
 * to. Returns the bytes, or minus an errno.
 */
public final class UdpSendmsg extends KernelFunction {

  /** The longest datagram: 65535 less IP and UDP headers. */
  private static final int LONGEST_BYTES = 65_507;

  private static final int BEGIN = 0;
  private static final int SEND = 1;

  private final Path path;
  private final double copyNsPerByte;
  private final KernelFunction devQueueXmit;
  private final PortTable ports;
  private final SkBuffPool pool;

  public UdpSendmsg(Path[] paths, double copyNsPerByte, KernelFunction devQueueXmit, PortTable ports,
      SkBuffPool pool) {
    super("udp_sendmsg");
    path = paths[PathPoint.UDP_SENDMSG.ordinal()];
    this.copyNsPerByte = copyNsPerByte;
    this.devQueueXmit = devQueueXmit;
    this.ports = ports;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    Sock sock = (Sock) frame.self;
    switch (frame.pc) {
      case BEGIN -> {
        frame.k = frame.k != 0 ? frame.k : SockAddr.peer(sock);
        int errno = refused(sock, frame);
        if (errno != 0) {
          cpu.ret(frame, -errno);
        } else {
          cpu.walk(frame, path, SEND);
          cpu.spend(frame, Math.round(frame.n * copyNsPerByte), SEND);
        }
      }
      case SEND -> {
        int address = SockAddr.address(frame.k);
        NetDevice device = FibTable.output(sock.net(), address);
        SkBuff skb = pool.allocate().fill(device, IpProtocol.IPPROTO_UDP, SockAddr.port(frame.k), (int) frame.n)
            .from(sock.port()).between(FibTable.source(device, address), address);
        skb.allocCpu(cpu.id());
        cpu.call(frame, devQueueXmit, skb, SEND + 1).other = device;
      }
      default -> cpu.ret(frame, frame.n);
    }
  }

  private int refused(Sock sock, Frame frame) {
    if (sock.port() == 0 && !ports.bindEphemeral(sock)) {
      return Errno.EAGAIN;
    }
    if (frame.n > LONGEST_BYTES) {
      return Errno.EMSGSIZE;
    }
    if (frame.k == 0) {
      return Errno.EDESTADDRREQ;
    }
    return FibTable.output(sock.net(), SockAddr.address(frame.k)) == null ? Errno.ENETUNREACH : 0;
  }
}
