package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;

/**
 * {@code tcp_sack_compress_send_ack}, {@code net/ipv4/tcp_input.c}: sends what was held, if it still is. {@code self}:
 * the {@link TcpSock}.
 */
final class TcpCompressedAckKick extends KernelFunction {

  private static final int BEGIN = 0;

  private final KernelFunction sendAck;

  TcpCompressedAckKick(KernelFunction sendAck) {
    super("tcp_sack_compress_send_ack");
    this.sendAck = sendAck;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    if (frame.pc == BEGIN && sock.compressed.isHeld()) {
      sock.compressed.due(sock);
      cpu.call(frame, sendAck, sock, BEGIN + 1);
    } else {
      cpu.ret(frame, 0);
    }
  }
}
