package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * {@code tcp_retransmit_timer} and {@code tcp_probe_timer}, {@code net/ipv4/tcp_timer.c}: what was sent last is not
 * acknowledged in time and is sent again, or nothing can be sent as the window is too small, and that is probed. The
 * next time the timer waits twice as long. {@code self}: the {@link TcpSock}.
 */
final class TcpRetransmitTimer extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int EXPIRED = 1;

  private final Path path;
  private final TimerSoftirq timers;
  private final TcpSegments segments;
  private final KernelFunction retransmit;
  private final KernelFunction transmitProbe;

  TcpRetransmitTimer(Path[] paths, TimerSoftirq timers, TcpSegments segments, KernelFunction retransmit,
      KernelFunction transmitProbe) {
    super("tcp_retransmit_timer");
    path = paths[PathPoint.TCP_RETRANSMIT_TIMER.ordinal()];
    this.timers = timers;
    this.segments = segments;
    this.retransmit = retransmit;
    this.transmitProbe = transmitProbe;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, EXPIRED);
      case EXPIRED -> {
        frame.pc = EXPIRED + 1;
        if (!sock.rtxQueue.isEmpty()) {
          sock.recovery.timeout(sock.sndUna, sock.sndNxt);
          sock.rearmRto(cpu, timers);
          cpu.call(frame, retransmit, sock, EXPIRED + 1);
        } else if (!sock.writeQueue.isEmpty()) {
          probe(cpu, frame, sock);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }

  /** {@code tcp_write_wakeup}: sends as much as the window takes, or asks for one. */
  private void probe(Cpu cpu, Frame frame, TcpSock sock) {
    SkBuff head = sock.writeQueue.peek();
    long room = sock.sndUna + sock.sndWndBytes - head.tcp().seq();
    if (room > 0) {
      if (room < head.payloadBytes()) {
        segments.fragmentHead(cpu, sock, (int) room);
      }
      cpu.call(frame, retransmit, sock, EXPIRED + 1);
    } else {
      sock.recovery.probed(false);
      timers.modify(cpu, sock.rtoTimer, sock.recovery.rtoJiffies(sock.srttNs));
      cpu.call(frame, transmitProbe, segments.probe(cpu, sock), EXPIRED + 1).other = sock;
    }
  }
}
