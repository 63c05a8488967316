package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * {@code tcp_send_ack}, {@code net/ipv4/tcp_output.c}: a segment of nothing but its header. {@code self}: the socket.
 */
final class TcpSendAck extends KernelFunction {

  private static final int BEGIN = 0;

  private final TcpSegments segments;
  private final KernelFunction transmit;

  TcpSendAck(TcpSegments segments, KernelFunction transmit) {
    super("tcp_send_ack");
    this.segments = segments;
    this.transmit = transmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    if (frame.pc == BEGIN && sock.state != TcpState.TCP_CLOSE) {
      cpu.call(frame, transmit, segments.control(cpu, sock, TcpHeader.ACK), BEGIN + 1).other = sock;
    } else {
      cpu.ret(frame, 0);
    }
  }
}
