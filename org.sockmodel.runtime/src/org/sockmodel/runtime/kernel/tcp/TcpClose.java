package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code tcp_close}, {@code net/ipv4/tcp.c}: ends a connection by a FIN, or by a reset if data was not read or the
 * linger time is 0; what is left of it no task owns. {@code self}: the {@link TcpSock}; {@code other}: the connection
 * that the reset is for. Returns 0.
 */
final class TcpClose extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int RESET = 2;
  private static final int NEXT_CHILD = 3;
  private static final int ORPHAN = 4;
  private static final int RELEASE = 5;
  private static final int RELEASED = 6;
  private static final int REPORT = 7;
  private static final int FLUSH = 8;
  private static final int FLUSHED = 9;

  private final Path begin;
  private final Path orphan;
  private final Path noBacklog;
  private final Path put;
  private final Path done;
  private final TcpConnections connections;
  private final TcpSegments segments;
  private final KernelFunction sendFin;
  private final KernelFunction sendReset;
  private final KernelFunction releaseSock;
  private final KernelFunction errorReport;

  /**
   * The functions that end the connection.
   *
   * @param sendReset {@code tcp_send_active_reset}
   * @param errorReport {@code sk_error_report}
   */
  record Next(KernelFunction sendFin, KernelFunction sendReset, KernelFunction releaseSock,
      KernelFunction errorReport) {
  }

  TcpClose(Path[] paths, TcpConnections connections, TcpSegments segments, Next next) {
    super("tcp_close");
    begin = PathPoint.TCP_CLOSE.in(paths);
    orphan = PathPoint.TCP_CLOSE_ORPHAN.in(paths);
    noBacklog = CallPoint.TCP_CLOSE_NO_BACKLOG.in(paths);
    put = CallPoint.SOCK_PUT.in(paths);
    done = PathPoint.TCP_CLOSE_DONE.in(paths);
    this.connections = connections;
    this.segments = segments;
    sendFin = next.sendFin();
    sendReset = next.sendReset();
    releaseSock = next.releaseSock();
    errorReport = next.errorReport();
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, LOCK);
      case LOCK -> {
        if (sock.lock(cpu, frame, LOCK)) {
          close(cpu, frame, sock);
        }
      }
      case RESET -> {
        TcpSock connection = (TcpSock) frame.other;
        int next = connection != sock ? NEXT_CHILD : sock.lingerNs == 0 ? REPORT : ORPHAN;
        connection.dead = connection != sock;
        connections.done(cpu, connection);
        connection.count(SnmpCounter.TCP_OUT_RSTS);
        SkBuff rst = segments.control(cpu, connection, TcpHeader.RST | TcpHeader.ACK);
        cpu.call(frame, sendReset, rst, next).other = connection;
      }
      case NEXT_CHILD -> {
        frame.other = sock.acceptQueue.poll();
        frame.pc = frame.other == null ? ORPHAN : RESET;
      }
      case REPORT -> cpu.call(frame, errorReport, sock, ORPHAN);
      case ORPHAN -> {
        sock.dead = true;
        cpu.walk(frame, orphan, FLUSH);
      }
      case FLUSH -> flushBacklog(cpu, frame, sock);
      case FLUSHED -> cpu.walk(frame, done, RELEASE);
      case RELEASE -> cpu.call(frame, releaseSock, sock, RELEASED);
      default -> {
        if (sock.state == TcpState.TCP_FIN_WAIT2) {
          connections.timeWait(cpu, sock);
        } else if (sock.state == TcpState.TCP_CLOSE) {
          cpu.enter(put);
        }
        connections.destroyIfDead(cpu, sock);
        cpu.ret(frame, 0);
      }
    }
  }

  private void close(Cpu cpu, Frame frame, TcpSock sock) {
    sock.shutdown(Sock.RCV_SHUTDOWN | Sock.SEND_SHUTDOWN);
    boolean unread = flush(sock);
    TcpState next = sock.state.afterFinSent();
    frame.other = sock;
    frame.pc = ORPHAN;
    if (sock.state == TcpState.TCP_LISTEN) {
      connections.done(cpu, sock);
      frame.pc = NEXT_CHILD;
    } else if (sock.state == TcpState.TCP_CLOSE || sock.state == TcpState.TCP_SYN_SENT) {
      connections.forget(cpu, sock);
    } else if (unread || sock.lingerNs == 0) {
      sock.count(unread ? SnmpCounter.TCP_EXT_ABORT_ON_CLOSE : SnmpCounter.TCP_EXT_ABORT_ON_DATA);
      frame.pc = RESET;
    } else if (next != sock.state) {
      connections.setState(cpu, sock, next);
      cpu.call(frame, sendFin, sock, ORPHAN);
    }
  }

  /** {@code __release_sock}: what came meanwhile is for a socket without an owner. */
  private void flushBacklog(Cpu cpu, Frame frame, TcpSock sock) {
    frame.pc = FLUSHED;
    if (sock.backlog().isEmpty()) {
      cpu.enter(noBacklog);
    } else {
      cpu.call(frame, releaseSock, sock, FLUSHED).m = 1;
    }
  }

  /** Throws away what was not read; whether that was more than the end of the stream. */
  private boolean flush(TcpSock sock) {
    boolean unread = sock.rcvNxt - (sock.done ? 1 : 0) > sock.copiedSeq;
    while (!sock.receiveQueue().isEmpty()) {
      segments.free(sock.unqueue());
    }
    return unread;
  }
}
