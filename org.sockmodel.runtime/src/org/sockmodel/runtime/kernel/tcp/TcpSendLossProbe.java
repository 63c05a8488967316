package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * {@code tcp_send_loss_probe}, {@code net/ipv4/tcp_output.c}: sends a segment that waits, or else the last one again,
 * so that its acknowledgement tells what is missing. {@code self}: the {@link TcpSock}; {@code n}: segments on their
 * way before.
 */
final class TcpSendLossProbe extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int EXPIRED = 1;
  private static final int NEW_SENT = 2;
  private static final int RESENT = 3;
  private static final int REARM = 4;

  private final Path path;
  private final TimerSoftirq timers;
  private final TcpSegments segments;
  private final KernelFunction retransmit;
  private final KernelFunction writeXmit;

  /**
   * @param retransmit {@code tcp_retransmit_skb}
   */
  TcpSendLossProbe(Path[] paths, TimerSoftirq timers, TcpSegments segments, KernelFunction retransmit,
      KernelFunction writeXmit) {
    super("tcp_send_loss_probe");
    path = PathPoint.TCP_SEND_LOSS_PROBE.in(paths);
    this.timers = timers;
    this.segments = segments;
    this.retransmit = retransmit;
    this.writeXmit = writeXmit;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, EXPIRED);
      case EXPIRED -> expired(cpu, frame, sock);
      case NEW_SENT -> sent(frame, sock, false);
      case RESENT -> {
        frame.pc = REARM;
        if (cpu.result() == 0) {
          sent(frame, sock, true);
        }
      }
      default -> {
        sock.rearmRto(cpu, timers);
        cpu.ret(frame, 0);
      }
    }
  }

  private void expired(Cpu cpu, Frame frame, TcpSock sock) {
    SkBuff waiting = sock.writeQueue.peek();
    SkBuff last = sock.rtxQueue.peekTail();
    frame.pc = REARM;
    if (sock.probe.isOutstanding() || last == null) {
      return;
    }
    if (waiting != null && TcpWriteXmit.fitsWindow(sock, waiting)) {
      frame.n = sock.congestion.flight().out();
      cpu.call(frame, writeXmit, sock, NEW_SENT).m = TcpWriteXmit.LOSS_PROBE | TcpWriteXmit.NAGLE_PUSH;
      return;
    }
    int leftBytes = (last.gsoSegments() - 1) * sock.mssBytes;
    if (leftBytes > 0 && last.payloadBytes() > leftBytes) {
      segments.fragmentSent(cpu, sock, last, leftBytes);
      last = last.next();
    }
    segments.cutToResend(cpu, sock, last, 1);
    Frame callee = cpu.call(frame, retransmit, last, RESENT);
    callee.other = sock;
    callee.m = TcpRetransmitSkb.PROBE;
  }

  private static void sent(Frame frame, TcpSock sock, boolean again) {
    frame.pc = REARM;
    if (again || sock.congestion.flight().out() > frame.n) {
      sock.count(SnmpCounter.TCP_EXT_LOSS_PROBES);
      sock.probe.sent(again);
      sock.rtoTimer.delete();
    }
  }
}
