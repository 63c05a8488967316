package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code tcp_data_queue} with {@code tcp_fin}, {@code net/ipv4/tcp_input.c}: a segment of the slow path to the receive
 * queue, and the end of the stream. {@code self}: the segment; {@code other}: the {@link TcpSock}; {@code n}: 1 if the
 * segment joined the last one of the queue.
 */
final class TcpDataQueue extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int QUEUE = 1;
  private static final int FIN = 2;
  private static final int FIN_STATE = 3;
  private static final int READY = 4;
  private static final int RETURN = 5;

  private final Path dataQueue;
  private final Path tcpFin;
  private final TcpTrace trace;
  private final TcpConnections connections;
  private final KernelFunction sendAck;
  private final KernelFunction dataReady;
  private final SkBuffPool pool;

  TcpDataQueue(Path[] paths, TcpTrace trace, TcpConnections connections, KernelFunction sendAck,
      KernelFunction dataReady, SkBuffPool pool) {
    super("tcp_data_queue");
    dataQueue = paths[PathPoint.TCP_DATA_QUEUE.ordinal()];
    tcpFin = paths[PathPoint.TCP_FIN.ordinal()];
    this.trace = trace;
    this.connections = connections;
    this.sendAck = sendAck;
    this.dataReady = dataReady;
    this.pool = pool;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    TcpSock sock = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> {
        if (skb.payloadBytes() == 0 && !skb.tcp().has(TcpHeader.FIN)) {
          pool.free(skb);
          cpu.ret(frame, 0);
        } else {
          cpu.walk(frame, dataQueue, QUEUE);
        }
      }
      case QUEUE -> queue(cpu, frame, skb, sock);
      case FIN -> fin(cpu, frame, sock);
      case FIN_STATE -> finState(cpu, frame, sock);
      case READY -> ready(cpu, frame, skb, sock);
      default -> cpu.ret(frame, 0);
    }
  }

  private void queue(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    sock.scheduleRmem(skb.truesizeBytes());
    frame.n = sock.queueRcv(skb) ? 1 : 0;
    if (skb.payloadBytes() > 0) {
      sock.eventDataRecv(skb, cpu.nowNs());
    }
    frame.pc = READY;
    if (skb.tcp().has(TcpHeader.FIN)) {
      cpu.walk(frame, tcpFin, FIN);
    }
  }

  private void fin(Cpu cpu, Frame frame, TcpSock sock) {
    sock.ack.schedule();
    sock.shutdown(sock.shutdown() | Sock.RCV_SHUTDOWN);
    sock.done = true;
    frame.pc = FIN_STATE;
    switch (sock.state) {
      case TCP_ESTABLISHED, TCP_SYN_RECV -> {
        trace.state(cpu, sock, TcpState.TCP_CLOSE_WAIT);
        sock.ack.enterPingpong();
      }
      case TCP_FIN_WAIT1 -> {
        trace.state(cpu, sock, TcpState.TCP_CLOSING);
        cpu.call(frame, sendAck, sock, FIN_STATE);
      }
      case TCP_FIN_WAIT2 -> cpu.call(frame, sendAck, sock, FIN_STATE);
      default -> {
      }
    }
  }

  private void finState(Cpu cpu, Frame frame, TcpSock sock) {
    if (sock.state == TcpState.TCP_FIN_WAIT2) {
      connections.timeWait(cpu, sock);
    }
    frame.pc = READY;
    if (!sock.dead) {
      cpu.call(frame, sock.stateChange(), sock, READY);
    }
  }

  private void ready(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    if (frame.n != 0) {
      pool.free(skb);
    }
    frame.pc = RETURN;
    if (!sock.dead) {
      cpu.call(frame, dataReady, sock, RETURN);
    }
  }
}
