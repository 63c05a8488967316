package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * {@code tcp_delack_timer_handler}, {@code net/ipv4/tcp_timer.c}: the acknowledgement is due, and what a reader has
 * left in its prequeue for too long is processed before. {@code self}: the {@link TcpSock}.
 */
final class TcpDelackTimer extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int EXPIRED = 1;

  private final Path path;
  private final KernelFunction sendAck;
  private final KernelFunction doRcv;

  TcpDelackTimer(Path[] paths, KernelFunction sendAck, KernelFunction doRcv) {
    super("tcp_delack_timer_handler");
    path = PathPoint.TCP_DELACK_TIMER.in(paths);
    this.sendAck = sendAck;
    this.doRcv = doRcv;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, EXPIRED);
      case EXPIRED -> {
        SkBuff late = sock.ucopy.poll();
        frame.pc = EXPIRED + 1;
        if (late != null) {
          cpu.call(frame, doRcv, late, EXPIRED).other = sock;
        } else if (sock.compressed.isHeld()) {
          sock.compressed.due(sock);
          cpu.call(frame, sendAck, sock, EXPIRED + 1);
        } else if (sock.ack.expire()) {
          sock.count(SnmpCounter.TCP_EXT_DELAYED_ACKS);
          cpu.call(frame, sendAck, sock, EXPIRED + 1);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
