package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.trace.Names;

/**
 * {@code tcp_v4_rcv}, {@code net/ipv4/tcp_ipv4.c}: a segment to its socket, or to the socket's backlog while a task
 * owns it. {@code self}: the segment.
 */
public final class TcpRcv extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOOKUP = 1;
  private static final int BACKLOG = 2;
  private static final int DONE = 3;

  private final Path rcv;
  private final Path addBacklog;
  private final PortTable ports;
  private final KernelFunction doRcv;
  private final Drops drops;

  public TcpRcv(Path[] paths, PortTable ports, KernelFunction doRcv, SkBuffPool pool, Names names) {
    super("tcp_v4_rcv");
    rcv = paths[PathPoint.TCP_RCV.ordinal()];
    addBacklog = paths[PathPoint.TCP_ADD_BACKLOG.ordinal()];
    this.ports = ports;
    this.doRcv = doRcv;
    drops = new Drops(pool, names, symbol());
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, rcv, LOOKUP);
      case LOOKUP -> lookup(cpu, frame, skb);
      case BACKLOG -> {
        ((Sock) skb.socket()).backlog().add(skb);
        cpu.ret(frame, 0);
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private void lookup(Cpu cpu, Frame frame, SkBuff skb) {
    Sock sock = ports.lookup(skb.port());
    if (sock == null) {
      drops.noSocket(cpu, skb);
      cpu.ret(frame, 0);
      return;
    }
    skb.socket(sock);
    if (sock.isOwnedByUser()) {
      cpu.walk(frame, addBacklog, BACKLOG);
    } else {
      cpu.call(frame, doRcv, skb, DONE);
    }
  }
}
