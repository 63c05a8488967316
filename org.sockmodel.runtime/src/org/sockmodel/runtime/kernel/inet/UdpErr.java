package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code __udp4_lib_err}, {@code net/ipv4/udp.c}: a connected socket learns that nobody has the port that it sends to;
 * to another one {@code IP_RECVERR} would have to be set. {@code self}: the ICMP message, which stays the caller's.
 */
public final class UdpErr extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOOKUP = 1;
  private static final int RETURN = 2;

  private final Path path;
  private final PortTable ports;

  public UdpErr(Path[] paths, PortTable ports) {
    super("udp_err");
    path = PathPoint.UDP_ERR.in(paths);
    this.ports = ports;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, LOOKUP);
      case LOOKUP -> lookup(cpu, frame, (SkBuff) frame.self);
      default -> cpu.ret(frame, 0);
    }
  }

  private void lookup(Cpu cpu, Frame frame, SkBuff message) {
    Sock sock = ports.receiver(NetDevice.of(message).net(), message.port(), message.sourcePort(),
        message.sourceAddress());
    frame.pc = RETURN;
    if (sock != null && sock.peerPort() == message.sourcePort() && sock.peerAddress() == message.sourceAddress()) {
      sock.error(Errno.ECONNREFUSED);
      cpu.call(frame, sock.errorReport(), sock, RETURN);
    }
  }
}
