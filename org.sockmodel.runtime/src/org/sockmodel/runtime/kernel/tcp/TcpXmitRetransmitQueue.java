package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Congestion;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * {@code tcp_xmit_retransmit_queue}, {@code net/ipv4/tcp_output.c}: sends again what is lost, as far as the congestion
 * window and the pace allow, and then what is new. {@code self}: the {@link TcpSock}; {@code m}: {@link #HEAD} or 0.
 */
final class TcpXmitRetransmitQueue extends KernelFunction {

  /** One segment is sent at once, and nothing new: {@code tcp_retransmit_timer}. */
  static final int HEAD = 1;

  private static final int NEXT = 1;
  private static final int DONE = 2;

  private final TcpSegments segments;
  private final TimerSoftirq timers;
  private final KernelFunction retransmit;
  private final KernelFunction writeXmit;

  /**
   * @param retransmit {@code tcp_retransmit_skb}
   */
  TcpXmitRetransmitQueue(TcpSegments segments, TimerSoftirq timers, KernelFunction retransmit,
      KernelFunction writeXmit) {
    super("tcp_xmit_retransmit_queue");
    this.segments = segments;
    this.timers = timers;
    this.retransmit = retransmit;
    this.writeXmit = writeXmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    boolean head = frame.m == HEAD;
    if (frame.pc == DONE) {
      cpu.ret(frame, 0);
      return;
    }
    sock.congestion.refresh(cpu.nowNs());
    SkBuff lost = head ? sock.rtxQueue.peek() : next(cpu, sock);
    if (frame.pc == NEXT && (head || cpu.result() != 0)) {
      cpu.ret(frame, 0);
    } else if (lost != null) {
      send(cpu, frame, sock, lost, head);
    } else if (!sock.writeQueue.isEmpty()) {
      cpu.call(frame, writeXmit, sock, DONE);
    } else {
      cpu.ret(frame, 0);
    }
  }

  private static SkBuff next(Cpu cpu, TcpSock sock) {
    if (!sock.recovery.mayResend() || TcpWriteXmit.paces(cpu, sock)) {
      return null;
    }
    return sock.scoreboard.firstLost();
  }

  private void send(Cpu cpu, Frame frame, TcpSock sock, SkBuff lost, boolean head) {
    Congestion congestion = sock.congestion;
    int room = head ? 1 : Math.min(congestion.cwnd() - congestion.packetsInFlight(), congestion.tsoSegments());
    segments.cutToResend(cpu, sock, lost, room);
    if (!head && TcpRetransmitSkb.fitsWindow(sock, lost)) {
      congestion.sentInReduction(lost.gsoSegments());
      sock.count(sock.recovery.isLoss() ? SnmpCounter.TCP_EXT_SLOW_START_RETRANS : SnmpCounter.TCP_EXT_FAST_RETRANS,
          lost.gsoSegments());
      if (lost == sock.rtxQueue.peek() && sock.rtoTimer.purpose() != XmitTimer.Purpose.REORDERING) {
        sock.rtoTimer.start(cpu, timers, XmitTimer.Purpose.RETRANSMIT, sock.recovery.rtoJiffies(sock.srttNs));
      }
    }
    cpu.call(frame, retransmit, lost, NEXT).other = sock;
  }
}
