package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code tcp_retransmit_skb}, {@code net/ipv4/tcp_output.c}: sends a segment again; its tracepoint fires when it has
 * gone. {@code self}: the segment; {@code other}: the {@link TcpSock}.
 */
final class TcpRetransmitSkb extends KernelFunction {

  /** The segment asks for an answer, and is not counted as one that is sent again: {@code tcp_send_loss_probe}. */
  static final int PROBE = 1;

  private static final int BEGIN = 0;

  private final TcpSegments segments;
  private final TcpTrace trace;
  private final KernelFunction transmit;

  TcpRetransmitSkb(TcpSegments segments, TcpTrace trace, KernelFunction transmit) {
    super("tcp_retransmit_skb");
    this.segments = segments;
    this.trace = trace;
    this.transmit = transmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    TcpSock sock = (TcpSock) frame.other;
    if (frame.pc == BEGIN && !fitsWindow(sock, skb)) {
      trace.retransmitFailure(cpu, sock, skb);
      cpu.ret(frame, -Errno.EAGAIN);
    } else if (frame.pc == BEGIN) {
      sock.congestion.refresh(cpu.nowNs());
      sock.count(SnmpCounter.TCP_RETRANS_SEGS, skb.gsoSegments());
      sock.count(SnmpCounter.TCP_EXT_SYN_RETRANS, skb.tcp().has(TcpHeader.SYN) ? 1 : 0);
      if (frame.m == PROBE) {
        sock.recovery.probed(skb, cpu.nowNs());
      } else {
        sock.recovery.resent(skb, cpu.nowNs());
      }
      cpu.call(frame, transmit, segments.clone(skb), BEGIN + 1).other = sock;
    } else {
      trace.retransmit(cpu, sock, skb);
      cpu.ret(frame, 0);
    }
  }

  /** Whether the window, if it was taken back, has still room for some of the segment, or it is the first. */
  static boolean fitsWindow(TcpSock sock, SkBuff skb) {
    return skb.tcp().seq() == sock.sndUna || skb.tcp().seq() < sock.sndUna + sock.sndWndBytes;
  }
}
