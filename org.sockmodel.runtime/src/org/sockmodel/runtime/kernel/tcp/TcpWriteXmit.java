package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Congestion;
import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * {@code tcp_write_xmit}, {@code net/ipv4/tcp_output.c}: sends what waits in the write queue as far as the windows and
 * Nagle's rule allow. Of a segment longer than the MSS, which a device or the peer's GRO takes as one, so much is sent
 * as the receiver's window has room for. {@code self}: the socket; {@code n}: segments sent;
 * {@code m}: what the caller asks for.
 */
final class TcpWriteXmit extends KernelFunction {

  /** The first segment is sent whatever the rules say: {@code tcp_write_wakeup}. */
  static final int PROBE = 1;
  /** Only the first segment is sent, and at once: {@code tcp_push_one}. */
  static final int ONE = 2;
  /** A small segment does not wait: {@code TCP_NAGLE_PUSH}. */
  static final int NAGLE_PUSH = 4;
  /** One segment is sent even if the congestion window has no room: {@code tcp_send_loss_probe}. */
  static final int LOSS_PROBE = 8;

  private static final int BEGIN = 0;
  private static final int NEXT = 1;

  /** {@code tcp_tso_win_divisor}: a third of the window is worth a segment of its own. */
  private static final int WINDOW_DIVISOR = 3;

  private static final long NS_PER_MS = 1_000_000;

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
    if (frame.pc == BEGIN) {
      sock.congestion.refresh(cpu.nowNs());
      frame.n = 0;
    } else if (frame.pc != NEXT) {
      cpu.enter(newDataSent);
    }
    frame.pc = NEXT;
    SkBuff skb = sock.writeQueue.peek();
    if ((frame.m & PROBE) != 0) {
      frame.m -= PROBE;
      frame.n++;
      send(cpu, frame, sock, sock.writeQueue.poll());
      return;
    }
    boolean one = (frame.m & (ONE | LOSS_PROBE)) != 0;
    boolean holds = skb == null || one && frame.n > 0 || paces(cpu, sock);
    if (!holds && growsSegments) {
      segments.growHead(sock, tsoBytes(sock) - skb.payloadBytes());
    }
    boolean forced = (frame.m & LOSS_PROBE) != 0;
    if (holds || !maySend(sock, skb, frame.m) || !one && defers(sock, skb)) {
      finish(cpu, frame, sock, skb, forced);
      return;
    }
    frame.n++;
    send(cpu, frame, sock, head(cpu, sock, forced ? 1 : 0));
  }

  private void finish(Cpu cpu, Frame frame, TcpSock sock, SkBuff waiting, boolean forced) {
    sock.congestion.validate(frame.n > 0, sock.sndUna, sock.sndNxt);
    if (frame.n > 0 && !forced) {
      sock.probe.schedule(cpu, timers, false);
    }
    checkProbeTimer(cpu, sock, waiting);
    cpu.ret(frame, 0);
  }

  /** {@code tcp_pacing_check}: whether it is too early, and a timer goes on. */
  static boolean paces(Cpu cpu, TcpSock sock) {
    if (sock.openLoopPeer || !sock.congestion.paces()) {
      return false;
    }
    if (!sock.pacingTimer.isQueued()) {
      sock.pacingTimer.start(cpu, sock.congestion.nextSendNs());
    }
    return true;
  }

  /**
   * {@code tcp_tso_should_defer}: whether a segment that the windows do not let grow to its full size waits for the
   * acknowledgement that is to come soon, and may open them further.
   */
  private static boolean defers(TcpSock sock, SkBuff skb) {
    Congestion congestion = sock.congestion;
    if (skb.payloadBytes() <= sock.mssBytes || sock.openLoopPeer || sock.recovery.isRecovering()
        || congestion.idleNs() > NS_PER_MS) {
      return false;
    }
    long sendBytes = sock.sndUna + sock.sndWndBytes - skb.tcp().seq();
    long congestionBytes = (long) (congestion.cwnd() - congestion.packetsInFlight()) * sock.mssBytes;
    long limitBytes = Math.min(sendBytes, congestionBytes);
    long windowBytes = Math.min(sock.sndWndBytes, (long) congestion.cwnd() * sock.mssBytes);
    boolean last = skb == sock.writeQueue.peekTail();
    if (limitBytes >= (long) congestion.tsoSegments() * sock.mssBytes || !last && limitBytes >= skb.payloadBytes()
        || limitBytes >= windowBytes / WINDOW_DIVISOR || sock.rtxQueue.isEmpty()) {
      return false;
    }
    long ackInNs = sock.rtxQueue.peek().sentNs() + sock.srttNs - congestion.nowNs();
    if (ackInNs > Math.min(sock.srttNs / 2, NS_PER_MS)) {
      return false;
    }
    return limitBytes <= skb.payloadBytes() || !skb.tcp().has(TcpHeader.FIN);
  }

  /** The first segment, or as much of it as the windows have room for ({@code tcp_mss_split_point}). */
  private SkBuff head(Cpu cpu, TcpSock sock, int leastSegments) {
    SkBuff skb = sock.writeQueue.peek();
    long roomBytes = Math.min(sock.sndUna + sock.sndWndBytes - skb.tcp().seq(),
        Math.max(tsoBytes(sock), leastSegments * sock.mssBytes));
    if (skb.payloadBytes() > roomBytes) {
      segments.fragmentHead(cpu, sock, (int) roomBytes);
    }
    return sock.writeQueue.poll();
  }

  private void send(Cpu cpu, Frame frame, TcpSock sock, SkBuff skb) {
    sock.sndNxt = skb.tcp().endSeq();
    skb.cutInto(sock.mssBytes);
    sock.count(SnmpCounter.TCP_EXT_ORIG_DATA_SENT, skb.gsoSegments());
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
      if (first || sock.rtoTimer.purpose() == XmitTimer.Purpose.LOSS_PROBE) {
        sock.rearmRto(cpu, timers);
      }
    }
    cpu.call(frame, transmit, out, NEXT + 1).other = sock;
  }

  /** {@code tcp_tso_segs} within {@code tcp_cwnd_test}: how much may be sent as one. */
  private static int tsoBytes(TcpSock sock) {
    return Math.min(sock.congestion.tsoSegments(), sock.congestion.quota()) * sock.mssBytes;
  }

  /**
   * {@code tcp_check_probe_timer}: if nothing is on its way whose acknowledgement could open the window, a timer does.
   */
  private void checkProbeTimer(Cpu cpu, TcpSock sock, SkBuff waiting) {
    if (waiting != null && sock.rtxQueue.isEmpty() && !sock.rtoTimer.isPending()) {
      sock.rtoTimer.start(cpu, timers, XmitTimer.Purpose.RETRANSMIT, sock.recovery.rtoJiffies(sock.srttNs));
    }
  }

  private static boolean maySend(TcpSock sock, SkBuff skb, long asked) {
    boolean room = sock.recovery.maySendNew() || (asked & LOSS_PROBE) != 0;
    return fitsWindow(sock, skb) && room && ((asked & NAGLE_PUSH) != 0 || !nagleHolds(sock, skb));
  }

  /** {@code tcp_snd_wnd_test}: whether the peer has room for the segment, or the first of those that it is. */
  static boolean fitsWindow(TcpSock sock, SkBuff skb) {
    long endSeq = Math.min(skb.tcp().endSeq(), skb.tcp().seq() + sock.mssBytes);
    return endSeq <= sock.sndUna + sock.sndWndBytes;
  }

  /** {@code tcp_nagle_check}: a small segment waits while an earlier small one is not acknowledged. */
  private static boolean nagleHolds(TcpSock sock, SkBuff skb) {
    return !sock.nodelay && !skb.tcp().has(TcpHeader.FIN) && skb.payloadBytes() < sock.mssBytes
        && !sock.rtxQueue.isEmpty() && sock.sndSml > sock.sndUna;
  }
}
