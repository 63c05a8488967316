package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * {@code tcp_tsq_write}, {@code net/ipv4/tcp_output.c}: sends what had to wait for its time, or for room below. {@code
 * self}: the {@link TcpSock}.
 */
final class TcpTsqWrite extends KernelFunction {

  private static final int BEGIN = 0;

  private final KernelFunction retransmit;
  private final KernelFunction writeXmit;

  TcpTsqWrite(KernelFunction retransmit, KernelFunction writeXmit) {
    super("tcp_tsq_write");
    this.retransmit = retransmit;
    this.writeXmit = writeXmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    if (frame.pc != BEGIN || !sock.state.mayHaveUnsent()) {
      cpu.ret(frame, 0);
    } else {
      boolean lost = sock.recovery.mayResend();
      cpu.call(frame, lost ? retransmit : writeXmit, sock, BEGIN + 1);
    }
  }
}
