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
 * Nagle's rule allow. Of a segment longer than the MSS, which a device or the peer's GRO takes as one, so much is sent
 * as the receiver's window has room for. {@code self}: the socket. Caveat: nothing is deferred to send more at once
 * later ({@code tcp_tso_should_defer}).
 */
final class TcpWriteXmit extends KernelFunction {

  private static final int NEXT = 0;

  /** {@code sk_gso_max_size}: 64 KiB less {@code MAX_TCP_HEADER} and a byte. */
  static final int GSO_MAX_BYTES = 65_279;

  /** {@code sysctl_tcp_min_tso_segs}. */
  private static final int MIN_TSO_SEGMENTS = 2;

  private final Path newDataSent;
  private final TcpSegments segments;
  private final TimerSoftirq timers;
  private final KernelFunction transmit;
  private final boolean growsSegments;

  /**
   * @param growsSegments whether a segment takes from the next one as much as may be sent with it: {@code
   *     tcp_grow_skb}
   */
  TcpWriteXmit(Path[] paths, TcpSegments segments, TimerSoftirq timers, KernelFunction transmit,
      boolean growsSegments) {
    super("tcp_write_xmit");
    newDataSent = CallPoint.TCP_NEW_DATA_SENT.in(paths);
    this.segments = segments;
    this.timers = timers;
    this.transmit = transmit;
    this.growsSegments = growsSegments;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    if (frame.pc != NEXT) {
      cpu.enter(newDataSent);
      frame.pc = NEXT;
    }
    SkBuff skb = sock.writeQueue.peek();
    if (skb != null && growsSegments) {
      segments.growHead(sock, tsoBytes(sock) - skb.payloadBytes());
    }
    if (skb == null || !maySend(sock, skb)) {
      checkProbeTimer(cpu, sock, skb);
      cpu.ret(frame, 0);
      return;
    }
    send(cpu, frame, sock, head(cpu, sock));
  }

  /** The first segment, or as much of it as the windows have room for ({@code tcp_mss_split_point}). */
  private SkBuff head(Cpu cpu, TcpSock sock) {
    SkBuff skb = sock.writeQueue.peek();
    long roomBytes = Math.min(sock.sndUna + sock.sndWndBytes - skb.tcp().seq(), tsoBytes(sock));
    if (skb.payloadBytes() > roomBytes) {
      segments.fragmentHead(cpu, sock, (int) roomBytes);
    }
    return sock.writeQueue.poll();
  }

  private void send(Cpu cpu, Frame frame, TcpSock sock, SkBuff skb) {
    sock.sndNxt = skb.tcp().endSeq();
    skb.cutInto(sock.mssBytes);
    if (skb.payloadBytes() == 0 || skb.payloadBytes() % sock.mssBytes != 0) {
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

  /** {@code tcp_tso_segs} within {@code tcp_cwnd_test}: how much may be sent as one. */
  private static int tsoBytes(TcpSock sock) {
    int segments = Math.max(GSO_MAX_BYTES / sock.mssBytes, MIN_TSO_SEGMENTS);
    return Math.min(segments, sock.recovery.quota(sock.packetsOut)) * sock.mssBytes;
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
    long endSeq = Math.min(skb.tcp().endSeq(), skb.tcp().seq() + sock.mssBytes);
    boolean windowOpen = endSeq <= sock.sndUna + sock.sndWndBytes || skb.tcp().has(TcpHeader.FIN);
    return windowOpen && sock.recovery.maySendNew(sock.rtxQueue, sock.packetsOut) && !nagleHolds(sock, skb);
  }

  /** {@code tcp_nagle_check}: a small segment waits while an earlier small one is not acknowledged. */
  private static boolean nagleHolds(TcpSock sock, SkBuff skb) {
    return !sock.nodelay && !skb.tcp().has(TcpHeader.FIN) && skb.payloadBytes() < sock.mssBytes
        && !sock.rtxQueue.isEmpty() && sock.sndSml > sock.sndUna;
  }
}
