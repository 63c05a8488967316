package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;

/** {@code tcp_delack_timer_handler}, {@code net/ipv4/tcp_timer.c}: the acknowledgement is due. {@code self}: socket. */
final class TcpDelack extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int EXPIRED = 1;

  private final Path path;
  private final KernelFunction sendAck;

  TcpDelack(Path[] paths, KernelFunction sendAck) {
    super("tcp_delack_timer_handler");
    path = paths[PathPoint.TCP_DELACK_TIMER.ordinal()];
    this.sendAck = sendAck;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, EXPIRED);
      case EXPIRED -> {
        frame.pc = EXPIRED + 1;
        if (sock.ack.expire()) {
          cpu.call(frame, sendAck, sock, EXPIRED + 1);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }
}
