package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.inet.DropReason;
import org.sockmodel.runtime.kernel.inet.Drops;
import org.sockmodel.runtime.kernel.inet.TransportChecksum;
import org.sockmodel.runtime.kernel.skb.FlowKeys;
import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * {@code tcp_v4_do_rcv}, {@code net/ipv4/tcp_ipv4.c}: a segment to the function for the socket's state. {@code self}:
 * the segment; {@code other}: the {@link TcpSock}.
 */
final class TcpDoRcv extends KernelFunction {

  private static final int BEGIN = 0;

  private final KernelFunction rcvEstablished;
  private final KernelFunction rcvStateProcess;
  private final Drops drops;

  TcpDoRcv(KernelFunction rcvEstablished, KernelFunction rcvStateProcess, Drops drops) {
    super("tcp_v4_do_rcv");
    this.rcvEstablished = rcvEstablished;
    this.rcvStateProcess = rcvStateProcess;
    this.drops = drops;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    if (frame.pc != BEGIN) {
      cpu.ret(frame, 0);
      return;
    }
    TcpSock sock = (TcpSock) frame.other;
    SkBuff skb = (SkBuff) frame.self;
    boolean established = sock.state == TcpState.TCP_ESTABLISHED;
    if (!established && TransportChecksum.isWrong(skb)) {
      drops.drop(cpu, skb, sock, DropReason.TCP_CSUM);
      cpu.ret(frame, 0);
      return;
    }
    sock.rxhash(FlowKeys.hash(skb));
    cpu.call(frame, established ? rcvEstablished : rcvStateProcess, frame.self, BEGIN + 1).other = sock;
  }
}
