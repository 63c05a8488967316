package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.inet.DropReason;
import org.sockmodel.runtime.kernel.inet.Drops;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * {@code tcp_check_req} and {@code tcp_child_process}, {@code net/ipv4/tcp_minisocks.c}: the third segment of a
 * handshake makes the child a connection that {@code accept(2)} can take, unless too many wait for that already. {@code
 * self}: the segment; {@code other}: the child, whose spin lock the caller has.
 */
final class TcpChildProcess extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int CHECKED = 1;
  private static final int ESTABLISH = 2;
  private static final int WOKEN = 3;
  private static final int QUEUED = 4;
  private static final int PUSHED = 5;
  private static final int CHECKED_SPACE = 6;
  private static final int TELL_LISTENER = 7;
  private static final int RETURN = 8;

  private final Path checkReq;
  private final Path childProcess;
  private final TcpTrace trace;
  private final TcpConnections connections;
  private final TcpChecks checks;
  private final KernelFunction dataQueue;
  private final Drops drops;

  TcpChildProcess(Path[] paths, TcpTrace trace, TcpConnections connections, TcpChecks checks,
      KernelFunction dataQueue, Drops drops) {
    super("tcp_child_process");
    checkReq = PathPoint.TCP_CHECK_REQ.in(paths);
    childProcess = PathPoint.TCP_CHILD_PROCESS.in(paths);
    this.trace = trace;
    this.connections = connections;
    this.checks = checks;
    this.dataQueue = dataQueue;
    this.drops = drops;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    TcpSock child = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, checkReq, CHECKED);
      case CHECKED -> {
        if (child.listener.isAcceptQueueFull()) {
          child.count(SnmpCounter.TCP_EXT_LISTEN_OVERFLOWS);
          child.count(SnmpCounter.TCP_EXT_LISTEN_DROPS);
          drops.drop(cpu, skb, child.listener, DropReason.NOT_SPECIFIED);
          cpu.ret(frame, 0);
        } else {
          child.count(SnmpCounter.TCP_PASSIVE_OPENS);
          trace.state(cpu, child, TcpState.TCP_SYN_RECV);
          child.listener.requests--;
          child.listener.acceptQueue.add(child);
          cpu.walk(frame, childProcess, ESTABLISH);
        }
      }
      case ESTABLISH -> {
        connections.established(cpu, child, skb);
        child.fastPathOn();
        cpu.call(frame, child.stateChange(), child, WOKEN);
      }
      case WOKEN -> cpu.call(frame, dataQueue, skb, QUEUED).other = child;
      case QUEUED -> checks.push(cpu, frame, child, PUSHED);
      case PUSHED -> checks.space(cpu, frame, child, CHECKED_SPACE);
      case CHECKED_SPACE -> checks.ack(cpu, frame, child, TELL_LISTENER);
      case TELL_LISTENER -> cpu.call(frame, child.listener.dataReady(), child.listener, RETURN);
      default -> cpu.ret(frame, 0);
    }
  }
}
