package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.sock.SkWakeAsync;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code tcp_rcv_state_process}, {@code net/ipv4/tcp_input.c}: a segment for a socket that connects or whose connection
 * ends. {@code self}: the segment; {@code other}: the {@link TcpSock}.
 */
final class TcpRcvStateProcess extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int STATE = 1;
  private static final int WAKE = 2;
  private static final int ACK = 3;
  private static final int ORPHANED = 4;
  private static final int QUEUE = 5;
  private static final int PUSH = 6;
  private static final int ACK_CHECK = 7;
  private static final int RETURN = 8;
  private static final int SYN_ANSWERED = 9;
  private static final int SPACE = 10;
  private static final int CHECK_SPACE = 11;
  private static final int TOLD = 12;

  private final Path path;
  private final Path synsentDone;
  private final TcpAck tcpAck;
  private final TcpChecks checks;
  private final TcpConnections connections;
  private final KernelFunction connRequest;
  private final KernelFunction dataQueue;
  private final KernelFunction reset;
  private final SkBuffPool pool;

  /** The functions that take the segment from here, each with the segment and the socket. */
  record Next(KernelFunction connRequest, KernelFunction dataQueue, KernelFunction reset) {
  }

  TcpRcvStateProcess(Path[] paths, TcpAck tcpAck, TcpChecks checks, TcpConnections connections,
      Next next, SkBuffPool pool) {
    super("tcp_rcv_state_process");
    path = PathPoint.TCP_RCV_STATE_PROCESS.in(paths);
    synsentDone = CallPoint.TCP_SYNSENT_DONE.in(paths);
    this.tcpAck = tcpAck;
    this.checks = checks;
    this.connections = connections;
    connRequest = next.connRequest();
    dataQueue = next.dataQueue();
    reset = next.reset();
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    TcpSock sock = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> {
        if (sock.state == TcpState.TCP_LISTEN) {
          cpu.call(frame, connRequest, skb, RETURN).other = sock;
        } else {
          cpu.walk(frame, path, STATE);
        }
      }
      case STATE -> state(cpu, frame, skb, sock);
      case WAKE -> cpu.call(frame, sock.stateChange(), sock, TOLD);
      case TOLD -> sock.wakeAsync().io(cpu, frame, sock, SkWakeAsync.POLL_OUT, ACK);
      case ACK -> checks.ackNow(cpu, frame, sock, SYN_ANSWERED);
      case SYN_ANSWERED -> {
        cpu.enter(synsentDone);
        pool.free(skb);
        checks.push(cpu, frame, sock, CHECK_SPACE);
      }
      case CHECK_SPACE -> checks.space(cpu, frame, sock, RETURN);
      case ORPHANED -> {
        connections.timeWait(cpu, sock);
        frame.pc = QUEUE;
      }
      case QUEUE -> cpu.call(frame, dataQueue, skb, PUSH).other = sock;
      case PUSH -> checks.push(cpu, frame, sock, SPACE);
      case SPACE -> checks.space(cpu, frame, sock, ACK_CHECK);
      case ACK_CHECK -> checks.ack(cpu, frame, sock, RETURN);
      default -> cpu.ret(frame, 0);
    }
  }

  private void state(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    if (skb.tcp().has(TcpHeader.RST)) {
      cpu.call(frame, reset, skb, RETURN).other = sock;
      return;
    }
    switch (sock.state) {
      case TCP_SYN_SENT -> synSent(cpu, frame, skb, sock);
      case TCP_CLOSE, TCP_TIME_WAIT -> {
        pool.free(skb);
        frame.pc = RETURN;
      }
      default -> {
        tcpAck.receive(cpu, sock, skb);
        acknowledged(cpu, frame, skb, sock);
      }
    }
  }

  /** {@code tcp_rcv_synsent_state_process}. */
  private void synSent(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    sock.rcvNxt = skb.tcp().endSeq();
    sock.rcvWup = sock.rcvNxt;
    sock.copiedSeq = sock.rcvNxt;
    sock.peerClockMs = skb.tcp().timestampMs();
    connections.established(cpu, sock, skb);
    frame.pc = WAKE;
  }

  private void acknowledged(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    boolean finAcknowledged = sock.sndUna == sock.writeSeq;
    frame.pc = QUEUE;
    switch (sock.state) {
      case TCP_FIN_WAIT1 -> {
        if (finAcknowledged) {
          connections.setState(cpu, sock, TcpState.TCP_FIN_WAIT2);
          sock.shutdown(sock.shutdown() | Sock.SEND_SHUTDOWN);
          if (!sock.dead) {
            cpu.call(frame, sock.stateChange(), sock, QUEUE);
          } else if (!skb.tcp().has(TcpHeader.FIN)) {
            frame.pc = ORPHANED;
          }
        }
      }
      case TCP_CLOSING -> {
        if (finAcknowledged) {
          connections.timeWait(cpu, sock);
        }
      }
      case TCP_LAST_ACK -> {
        if (finAcknowledged) {
          connections.done(cpu, sock);
          pool.free(skb);
          frame.pc = RETURN;
        }
      }
      default -> {
      }
    }
  }
}
