package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * {@code tcp_rack_reo_timeout}, {@code net/ipv4/tcp_recovery.c}: what was only late would have come by now. {@code
 * self}: the {@link TcpSock}.
 */
final class TcpRackReoTimeout extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int EXPIRED = 1;
  private static final int SENT = 2;

  private final Path path;
  private final TimerSoftirq timers;
  private final KernelFunction retransmitQueue;

  TcpRackReoTimeout(Path[] paths, TimerSoftirq timers, KernelFunction retransmitQueue) {
    super("tcp_rack_reo_timeout");
    path = PathPoint.TCP_RACK_REO_TIMEOUT.in(paths);
    this.timers = timers;
    this.retransmitQueue = retransmitQueue;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, EXPIRED);
      case EXPIRED -> {
        frame.pc = SENT;
        sock.congestion.refresh(cpu.nowNs());
        if (sock.recovery.expireReordering()) {
          cpu.call(frame, retransmitQueue, sock, SENT);
        }
      }
      default -> {
        if (!sock.rtoTimer.isPending()) {
          sock.rearmRto(cpu, timers);
        }
        cpu.ret(frame, 0);
      }
    }
  }
}
