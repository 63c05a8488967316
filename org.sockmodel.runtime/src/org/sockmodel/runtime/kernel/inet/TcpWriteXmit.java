package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * {@code tcp_write_xmit}, {@code net/ipv4/tcp_output.c}: sends what waits in the write queue as far as the windows and
 * Nagle's rule allow. {@code self}: the socket.
 */
final class TcpWriteXmit extends KernelFunction {

  private final TcpSegments segments;
  private final KernelFunction transmit;

  TcpWriteXmit(TcpSegments segments, KernelFunction transmit) {
    super("tcp_write_xmit");
    this.segments = segments;
    this.transmit = transmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    SkBuff skb = sock.writeQueue.peek();
    if (skb == null || !maySend(sock, skb)) {
      cpu.ret(frame, 0);
      return;
    }
    sock.writeQueue.poll();
    sock.sndNxt = skb.tcp().endSeq();
    if (skb.payloadBytes() < sock.mssBytes) {
      sock.sndSml = sock.sndNxt;
    }
    SkBuff out = skb;
    if (sock.openLoopPeer) {
      sock.sndUna = sock.sndNxt;
      sock.wmemQueuedBytes -= skb.truesizeBytes();
    } else {
      out = sock.keepForResend(skb, segments, cpu.nowNs());
    }
    cpu.call(frame, transmit, out, 0).other = sock;
  }

  private static boolean maySend(TcpSock sock, SkBuff skb) {
    boolean windowOpen = skb.tcp().endSeq() <= sock.sndUna + sock.sndWndBytes || skb.tcp().has(TcpHeader.FIN);
    return windowOpen && sock.rtxQueue.length() < sock.sndCwnd && !nagleHolds(sock, skb);
  }

  /** {@code tcp_nagle_check}: a small segment waits while an earlier small one is not acknowledged. */
  private static boolean nagleHolds(TcpSock sock, SkBuff skb) {
    return !sock.nodelay && !skb.tcp().has(TcpHeader.FIN) && skb.payloadBytes() < sock.mssBytes
        && !sock.rtxQueue.isEmpty() && sock.sndSml > sock.sndUna;
  }
}
