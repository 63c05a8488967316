package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code tcp_retransmit_timer} and {@code tcp_probe_timer}, {@code net/ipv4/tcp_timer.c}: what was sent last is not
 * acknowledged in time and is sent again, or nothing can be sent as the window is too small, and that is probed. The
 * next time the timer waits twice as long, until {@code tcp_write_timeout} gives up. {@code self}: the {@link TcpSock}.
 */
final class TcpRetransmitTimer extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int EXPIRED = 1;

  private final Path path;
  private final TimerSoftirq timers;
  private final TcpSegments segments;
  private final KernelFunction retransmit;
  private final KernelFunction writeXmit;
  private final KernelFunction transmitProbe;
  private final KernelFunction synackTimer;
  private final KernelFunction doneWithError;
  private final int synLinearTimeouts;

  /**
   * The functions that the timer may call.
   *
   * @param synackTimer {@code reqsk_timer_handler}
   */
  record Next(KernelFunction retransmit, KernelFunction writeXmit, KernelFunction transmitProbe,
      KernelFunction synackTimer, KernelFunction doneWithError) {
  }

  /**
   * @param synLinearTimeouts {@code tcp_syn_linear_timeouts}: after how many a SYN waits twice as long
   */
  TcpRetransmitTimer(Path[] paths, TimerSoftirq timers, TcpSegments segments, Next next, int synLinearTimeouts) {
    super("tcp_retransmit_timer");
    path = PathPoint.TCP_RETRANSMIT_TIMER.in(paths);
    this.timers = timers;
    this.segments = segments;
    retransmit = next.retransmit();
    writeXmit = next.writeXmit();
    transmitProbe = next.transmitProbe();
    synackTimer = next.synackTimer();
    doneWithError = next.doneWithError();
    this.synLinearTimeouts = synLinearTimeouts;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, path, EXPIRED);
      case EXPIRED -> {
        frame.pc = EXPIRED + 1;
        if (sock.isRequest()) {
          cpu.call(frame, synackTimer, sock, EXPIRED + 1);
        } else if (!sock.rtxQueue.isEmpty()) {
          timeout(cpu, frame, sock);
        } else if (!sock.writeQueue.isEmpty()) {
          probe(cpu, frame, sock);
        }
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private void timeout(Cpu cpu, Frame frame, TcpSock sock) {
    boolean syn = sock.state == TcpState.TCP_SYN_SENT;
    int linear = syn ? synLinearTimeouts : 0;
    sock.count(SnmpCounter.TCP_EXT_TIMEOUTS);
    if (sock.recovery.timeout().hasGivenUp(syn, linear, cpu.nowNs())) {
      sock.count(SnmpCounter.TCP_EXT_ABORT_ON_TIMEOUT);
      cpu.call(frame, doneWithError, sock, EXPIRED + 1).n = Errno.ETIMEDOUT;
    } else {
      sock.congestion.refresh(cpu.nowNs());
      sock.recovery.enterLoss();
      sock.recovery.timeout().expired(linear, cpu.nowNs());
      sock.rearmRto(cpu, timers);
      cpu.call(frame, retransmit, sock, EXPIRED + 1).m = TcpXmitRetransmitQueue.HEAD;
    }
  }

  /** {@code tcp_write_wakeup}: sends as much as the window takes, or asks for one. */
  private void probe(Cpu cpu, Frame frame, TcpSock sock) {
    SkBuff head = sock.writeQueue.peek();
    long room = sock.sndUna + sock.sndWndBytes - head.tcp().seq();
    if (room > 0) {
      int mostBytes = (int) Math.min(room, sock.mssBytes);
      if (mostBytes < head.payloadBytes()) {
        segments.fragmentHead(cpu, sock, mostBytes);
      }
      cpu.call(frame, writeXmit, sock, EXPIRED + 1).m = TcpWriteXmit.PROBE;
    } else {
      sock.count(SnmpCounter.TCP_EXT_WIN_PROBE);
      sock.recovery.timeout().probed(false);
      sock.rtoTimer.start(cpu, timers, XmitTimer.Purpose.RETRANSMIT, sock.recovery.rtoJiffies(sock.srttNs));
      cpu.call(frame, transmitProbe, segments.probe(cpu, sock), EXPIRED + 1).other = sock;
    }
  }
}
