package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * {@code tcp_write_xmit}, {@code net/ipv4/tcp_output.c}: sends what waits in the write queue as far as the windows and
 * Nagle's rule allow. {@code self}: the socket.
 */
final class TcpWriteXmit extends KernelFunction {

  private static final int NEXT = 0;

  private final Path newDataSent;
  private final TcpSegments segments;
  private final TimerSoftirq timers;
  private final KernelFunction transmit;

  TcpWriteXmit(Path[] paths, TcpSegments segments, TimerSoftirq timers, KernelFunction transmit) {
    super("tcp_write_xmit");
    newDataSent = CallPoint.TCP_NEW_DATA_SENT.in(paths);
    this.segments = segments;
    this.timers = timers;
    this.transmit = transmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    if (frame.pc != NEXT) {
      cpu.enter(newDataSent);
      frame.pc = NEXT;
    }
    SkBuff skb = sock.writeQueue.peek();
    if (skb == null || !maySend(sock, skb)) {
      checkProbeTimer(cpu, sock, skb);
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
      boolean first = sock.rtxQueue.isEmpty();
      out = sock.keepForResend(skb, segments, cpu.nowNs());
      if (first) {
        sock.rearmRto(cpu, timers);
      }
    }
    cpu.call(frame, transmit, out, NEXT + 1).other = sock;
  }

  /**
   * {@code tcp_check_probe_timer}: if nothing is on its way whose acknowledgement could open the window, a timer does.
   */
  private void checkProbeTimer(Cpu cpu, TcpSock sock, SkBuff waiting) {
    if (waiting != null && sock.rtxQueue.isEmpty() && !sock.rtoTimer.isPending()) {
      timers.modify(cpu, sock.rtoTimer, sock.recovery.rtoJiffies(sock.srttNs));
    }
  }

  private static boolean maySend(TcpSock sock, SkBuff skb) {
    boolean windowOpen = skb.tcp().endSeq() <= sock.sndUna + sock.sndWndBytes || skb.tcp().has(TcpHeader.FIN);
    return windowOpen && sock.recovery.maySendNew(sock.rtxQueue) && !nagleHolds(sock, skb);
  }

  /** {@code tcp_nagle_check}: a small segment waits while an earlier small one is not acknowledged. */
  private static boolean nagleHolds(TcpSock sock, SkBuff skb) {
    return !sock.nodelay && !skb.tcp().has(TcpHeader.FIN) && skb.payloadBytes() < sock.mssBytes
        && !sock.rtxQueue.isEmpty() && sock.sndSml > sock.sndUna;
  }
}
