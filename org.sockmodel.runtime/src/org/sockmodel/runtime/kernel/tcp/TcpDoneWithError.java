package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * {@code tcp_done_with_error}, {@code net/ipv4/tcp_input.c}, and what did the same before it: the connection is no
 * more, and those who wait for it learn why. {@code self}: the {@link TcpSock}; {@code n}: the errno.
 */
final class TcpDoneWithError extends KernelFunction {

  private static final int DONE = 0;
  private static final int REPORT = 1;
  private static final int RETURN = 2;

  private final TcpConnections connections;
  private final KernelFunction errorReport;

  /**
   * @param errorReport {@code sk_error_report}
   */
  TcpDoneWithError(TcpConnections connections, KernelFunction errorReport) {
    super("tcp_done_with_error");
    this.connections = connections;
    this.errorReport = errorReport;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case DONE -> {
        sock.error((int) frame.n);
        sock.count(SnmpCounter.TCP_ATTEMPT_FAILS, sock.state == TcpState.TCP_SYN_SENT ? 1 : 0);
        connections.done(cpu, sock);
        tell(cpu, frame, sock, sock.stateChange(), REPORT);
      }
      case REPORT -> tell(cpu, frame, sock, errorReport, RETURN);
      default -> cpu.ret(frame, 0);
    }
  }

  private static void tell(Cpu cpu, Frame frame, TcpSock sock, KernelFunction callback, int nextPc) {
    frame.pc = nextPc;
    if (!sock.dead) {
      cpu.call(frame, callback, sock, nextPc);
    }
  }
}
