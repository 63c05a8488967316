package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/**
 * {@code reqsk_timer_handler}, {@code net/ipv4/inet_connection_sock.c}: a handshake's third segment has not come, or
 * not been taken; the second one is sent again, and after the fifth time the request is forgotten. {@code self}: the
 * request, which is its later {@link TcpSock}.
 */
final class ReqskTimer extends KernelFunction {

  /** {@code tcp_synack_retries}. */
  private static final int SYNACK_RETRIES = 5;
  /** {@code TCP_TIMEOUT_INIT}. */
  private static final int FIRST_JIFFIES = (int) (1_000_000_000L / Scheduler.TICK_NS);

  private static final int RETURN = 1;

  private final TcpConnections connections;
  private final TcpSegments segments;
  private final TimerSoftirq timers;
  private final KernelFunction sendSynack;

  ReqskTimer(TcpConnections connections, TcpSegments segments, TimerSoftirq timers, KernelFunction sendSynack) {
    super("reqsk_timer_handler");
    this.connections = connections;
    this.segments = segments;
    this.timers = timers;
    this.sendSynack = sendSynack;
  }

  /** {@code inet_csk_reqsk_queue_hash_add}: the request waits for the third segment. */
  void start(Cpu cpu, TcpSock request) {
    timers.modify(cpu, request.rtoTimer, (long) FIRST_JIFFIES << request.synacks++);
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock request = (TcpSock) frame.self;
    if (frame.pc == RETURN) {
      cpu.ret(frame, 0);
      return;
    }
    request.count(SnmpCounter.TCP_EXT_TIMEOUTS);
    if (request.synacks > SYNACK_RETRIES || request.listener.state != TcpState.TCP_LISTEN) {
      connections.forgetRequest(request);
      cpu.ret(frame, 0);
    } else {
      start(cpu, request);
      request.count(SnmpCounter.TCP_RETRANS_SEGS);
      request.count(SnmpCounter.TCP_EXT_SYN_RETRANS);
      cpu.call(frame, sendSynack, segments.synack(cpu, request), RETURN).other = request;
    }
  }
}
