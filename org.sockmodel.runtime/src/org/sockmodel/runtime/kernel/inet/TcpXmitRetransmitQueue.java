package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code tcp_xmit_retransmit_queue}, {@code net/ipv4/tcp_output.c}: sends again what is lost, as far as the congestion
 * window allows, and then what is new. {@code self}: the {@link TcpSock}.
 */
final class TcpXmitRetransmitQueue extends KernelFunction {

  private static final int NEXT = 0;
  private static final int DONE = 1;

  private final TcpSegments segments;
  private final TcpTrace trace;
  private final KernelFunction transmit;
  private final KernelFunction writeXmit;

  TcpXmitRetransmitQueue(TcpSegments segments, TcpTrace trace, KernelFunction transmit, KernelFunction writeXmit) {
    super("tcp_xmit_retransmit_queue");
    this.segments = segments;
    this.trace = trace;
    this.transmit = transmit;
    this.writeXmit = writeXmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    SkBuff lost = sock.recovery.nextLost(sock.rtxQueue);
    if (frame.pc == DONE) {
      cpu.ret(frame, 0);
    } else if (lost == null) {
      cpu.call(frame, writeXmit, sock, DONE);
    } else {
      sock.recovery.retransmitted(lost);
      trace.retransmit(cpu, sock, lost);
      cpu.call(frame, transmit, segments.clone(lost), NEXT).other = sock;
    }
  }
}
