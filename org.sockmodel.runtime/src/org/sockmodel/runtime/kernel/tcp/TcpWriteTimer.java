package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * {@code tcp_write_timer_handler}, {@code net/ipv4/tcp_timer.c}: calls what the timer was started for. {@code self}:
 * the {@link TcpSock}.
 */
final class TcpWriteTimer extends KernelFunction {

  private static final int BEGIN = 0;

  private final KernelFunction retransmit;
  private final KernelFunction lossProbe;
  private final KernelFunction reordering;

  /**
   * @param retransmit {@code tcp_retransmit_timer} and {@code tcp_probe_timer}
   * @param lossProbe {@code tcp_send_loss_probe}
   * @param reordering {@code tcp_rack_reo_timeout}
   */
  TcpWriteTimer(KernelFunction retransmit, KernelFunction lossProbe, KernelFunction reordering) {
    super("tcp_write_timer_handler");
    this.retransmit = retransmit;
    this.lossProbe = lossProbe;
    this.reordering = reordering;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    if (frame.pc != BEGIN) {
      cpu.ret(frame, 0);
      return;
    }
    KernelFunction function = switch (sock.rtoTimer.purpose()) {
      case RETRANSMIT -> retransmit;
      case LOSS_PROBE -> lossProbe;
      case REORDERING -> reordering;
    };
    cpu.call(frame, function, sock, BEGIN + 1);
  }
}
