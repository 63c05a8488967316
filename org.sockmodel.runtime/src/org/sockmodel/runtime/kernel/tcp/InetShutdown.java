package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.sock.Sock;
import org.sockmodel.runtime.uapi.Errno;

/**
 * {@code inet_shutdown}, {@code net/ipv4/af_inet.c}, with {@code tcp_shutdown}. {@code self}: the {@link TcpSock};
 * {@code n}: how; {@code k}: the result. Returns 0, or minus an errno.
 */
final class InetShutdown extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOCK = 1;
  private static final int SENT = 2;
  private static final int CHANGED = 3;
  private static final int RELEASE = 4;

  private final Path begin;
  private final Path done;
  private final TcpConnections connections;
  private final KernelFunction sendFin;
  private final KernelFunction releaseSock;

  InetShutdown(Path[] paths, TcpConnections connections, KernelFunction sendFin,
      KernelFunction releaseSock) {
    super("inet_shutdown");
    begin = PathPoint.INET_SHUTDOWN.in(paths);
    done = PathPoint.INET_SHUTDOWN_DONE.in(paths);
    this.connections = connections;
    this.sendFin = sendFin;
    this.releaseSock = releaseSock;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    TcpSock sock = (TcpSock) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, begin, LOCK);
      case LOCK -> {
        if (sock.lock(cpu, frame, LOCK)) {
          shutdown(cpu, frame, sock);
        }
      }
      case SENT -> cpu.call(frame, sock.stateChange(), sock, CHANGED);
      case CHANGED -> cpu.walk(frame, done, RELEASE);
      case RELEASE -> cpu.call(frame, releaseSock, sock, RELEASE + 1);
      default -> cpu.ret(frame, frame.k);
    }
  }

  private void shutdown(Cpu cpu, Frame frame, TcpSock sock) {
    int sides = (int) frame.n + 1;
    frame.pc = SENT;
    if (sock.state == TcpState.TCP_LISTEN) {
      if ((sides & Sock.RCV_SHUTDOWN) != 0) {
        connections.done(cpu, sock);
      }
      return;
    }
    if (sock.state == TcpState.TCP_CLOSE) {
      frame.k = -Errno.ENOTCONN;
    }
    sock.shutdown(sock.shutdown() | sides);
    TcpState next = sock.state.afterFinSent();
    if ((sides & Sock.SEND_SHUTDOWN) != 0 && next != sock.state) {
      connections.setState(cpu, sock, next);
      cpu.call(frame, sendFin, sock, SENT);
    }
  }
}
