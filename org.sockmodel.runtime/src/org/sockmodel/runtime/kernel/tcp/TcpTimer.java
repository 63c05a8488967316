package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * What a timer of a TCP socket calls, {@code tcp_delack_timer} and {@code tcp_write_timer}, {@code
 * net/ipv4/tcp_timer.c}, or {@code tcp_pace_kick}, {@code net/ipv4/tcp_output.c}: runs the timer's handler with the
 * socket locked, or leaves that to the task which owns the socket. {@code self}: the {@link TcpSock}.
 */
final class TcpTimer extends KernelFunction {

  /** {@code TCP_WRITE_TIMER_DEFERRED}: what a task does when it lets the socket go. */
  static final int WRITE_TIMER = 1;
  /** {@code TCP_DELACK_TIMER_DEFERRED}. */
  static final int DELACK = 2;
  /** {@code TCP_TSQ_DEFERRED}. */
  static final int TSQ = 4;
  /** {@code TCP_ACK_DEFERRED}: no timer but the backlog leaves it. */
  static final int ACK = 8;

  private static final int BEGIN = 0;
  private static final int LOCKED = 1;

  private final KernelFunction handler;
  private final int deferred;
  private final SnmpCounter late;

  TcpTimer(String symbol, KernelFunction handler, int deferred) {
    this(symbol, handler, deferred, null);
  }

  /**
   * @param late what is counted when a task owns the socket; null for nothing
   */
  TcpTimer(String symbol, KernelFunction handler, int deferred, SnmpCounter late) {
    super(symbol);
    this.handler = handler;
    this.deferred = deferred;
    this.late = late;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    if (frame.pc == LOCKED) {
      sock.bhUnlock();
      cpu.ret(frame, 0);
    } else if (sock.isOwnedByUser()) {
      sock.deferred |= deferred;
      if (late != null) {
        sock.count(late);
      }
      cpu.ret(frame, 0);
    } else if (sock.bhLock(cpu, frame, BEGIN)) {
      cpu.call(frame, handler, sock, LOCKED);
    }
  }
}
