package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.inet.DropReason;
import org.sockmodel.runtime.kernel.inet.Drops;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;
import org.sockmodel.runtime.kernel.sock.SkWakeAsync;
import org.sockmodel.runtime.kernel.sock.Sock;

/**
 * {@code tcp_data_queue} with {@code tcp_data_queue_ofo} and {@code tcp_fin}, {@code net/ipv4/tcp_input.c}: a segment
 * of the slow path to the receive queue, or aside if one before it is missing, and the end of the stream. {@code self}:
 * the segment; {@code other}: the {@link TcpSock}; {@code n}: 1 if the segment joined the last one of the queue.
 */
final class TcpDataQueue extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int QUEUE = 1;
  private static final int SET_ASIDE = 2;
  private static final int FIN = 3;
  private static final int FIN_STATE = 4;
  private static final int READY = 5;
  private static final int RETURN = 6;
  private static final int COPIED = 7;
  private static final int NO_MEMORY = 8;
  private static final int FIN_TOLD = 9;

  private final Path dataQueue;
  private final Path dataQueueOfo;
  private final Path dataQueueCopy;
  private final Path empty;
  private final Path eventDataRecv;
  private final Path tcpFin;
  private final TcpDirectCopy directCopy;
  private final TcpConnections connections;
  private final KernelFunction sendAck;
  private final KernelFunction dataReady;
  /** Drops what cannot wait for what is missing. */
  private final Drops drops;
  private final Drops refusals;
  private final TcpRmem rmem;
  private final SkBuffPool pool;
  /** Whether a segment that there is no memory for is answered by a window of 0. */
  private final boolean closesWindow;

  /**
   * The functions that are called for what was queued, each with the socket.
   *
   * @param dataReady {@code tcp_data_ready}
   */
  record Next(KernelFunction sendAck, KernelFunction dataReady) {
  }

  /**
   * @param refusals drops what is not taken; a jump is the last of the function, so that its caller is told of
   */
  TcpDataQueue(InetEnvironment kernel, TcpDirectCopy directCopy, TcpConnections connections, Next next,
      Drops refusals) {
    super("tcp_data_queue");
    Path[] paths = kernel.paths();
    dataQueue = PathPoint.TCP_DATA_QUEUE.in(paths);
    dataQueueOfo = PathPoint.TCP_DATA_QUEUE_OFO.in(paths);
    empty = CallPoint.TCP_DATA_QUEUE_EMPTY.in(paths);
    eventDataRecv = CallPoint.TCP_EVENT_DATA_RECV.in(paths);
    tcpFin = PathPoint.TCP_FIN.in(paths);
    dataQueueCopy = PathPoint.TCP_DATA_QUEUE_COPY.in(paths);
    this.directCopy = directCopy;
    this.connections = connections;
    sendAck = next.sendAck();
    dataReady = next.dataReady();
    drops = kernel.drops("tcp_data_queue");
    this.refusals = refusals;
    pool = kernel.pool();
    closesWindow = kernel.profile().has("closes_window");
    rmem = new TcpRmem(drops, new TcpCollapse(pool));
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    TcpSock sock = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> {
        if (skb.payloadBytes() == 0 && !skb.tcp().has(TcpHeader.FIN)) {
          cpu.enter(empty);
          pool.free(skb);
          cpu.ret(frame, 0);
        } else {
          int bytes = directCopy.bytes(cpu, skb, sock);
          if (bytes > 0) {
            directCopy.walk(cpu, frame, dataQueueCopy, bytes, COPIED);
          } else {
            cpu.walk(frame, dataQueue, QUEUE);
          }
        }
      }
      case COPIED -> copied(cpu, frame, skb, sock);
      case QUEUE -> accept(cpu, frame, skb, sock);
      case SET_ASIDE -> setAside(cpu, frame, skb, sock);
      case FIN -> fin(cpu, frame, sock);
      case FIN_STATE -> finState(cpu, frame, sock);
      case FIN_TOLD -> sock.wakeAsync().waitData(cpu, frame, sock,
          sock.shutdown() == Sock.SHUTDOWN_MASK ? SkWakeAsync.POLL_HUP : SkWakeAsync.POLL_IN, READY);
      case READY -> ready(cpu, frame, skb, sock);
      case NO_MEMORY -> {
        refusals.drop(cpu, skb, sock, DropReason.PROTO_MEM);
        cpu.ret(frame, 0);
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private void accept(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    TcpHeader tcp = skb.tcp();
    int windowBytes = sock.receiveWindowBytes();
    frame.pc = RETURN;
    if (tcp.endSeq() <= sock.rcvNxt) {
      outOfWindow(cpu, skb, sock, DropReason.TCP_OLD_DATA);
    } else if (tcp.seq() > sock.rcvNxt && tcp.seq() >= sock.rcvNxt + windowBytes) {
      outOfWindow(cpu, skb, sock, DropReason.TCP_OVERWINDOW);
    } else if (tcp.seq() > sock.rcvNxt) {
      cpu.walk(frame, dataQueueOfo, SET_ASIDE);
    } else if (windowBytes == 0 && skb.payloadBytes() > 0) {
      sock.count(SnmpCounter.TCP_EXT_ZERO_WINDOW_DROP);
      outOfWindow(cpu, skb, sock, DropReason.TCP_ZEROWINDOW);
    } else if (rmem.schedule(cpu, sock, skb)) {
      if (tcp.seq() < sock.rcvNxt) {
        sock.sacks.duplicate(tcp.seq(), sock.rcvNxt);
      }
      queue(cpu, frame, skb, sock);
    } else {
      sock.count(SnmpCounter.TCP_EXT_RCV_Q_DROP);
      if (closesWindow) {
        sock.ack.scheduleWithoutMemory();
      }
      cpu.call(frame, sock.dataReady(), sock, NO_MEMORY);
    }
  }

  /** The peer does not know where this end is, and is told at once. */
  private void outOfWindow(Cpu cpu, SkBuff skb, TcpSock sock, DropReason reason) {
    if (reason == DropReason.TCP_OLD_DATA) {
      sock.count(SnmpCounter.TCP_EXT_DELAYED_ACK_LOST);
      sock.sacks.duplicate(skb.tcp().seq(), skb.tcp().endSeq());
    }
    sock.ack.enterQuickack(sock.rcvWndBytes);
    refusals.drop(cpu, skb, sock, reason);
  }

  /** The reader has taken the data, or as much as it wanted, and the rest is queued. */
  private void copied(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    int bytes = directCopy.bytes(cpu, skb, sock);
    directCopy.copied(cpu, skb, sock, bytes);
    if (bytes == skb.payloadBytes()) {
      sock.rcvNxt = skb.tcp().endSeq();
      queued(cpu, frame, skb, sock, true);
    } else {
      skb.consume(bytes);
      sock.scheduleRmem(skb.truesizeBytes());
      queue(cpu, frame, skb, sock);
    }
  }

  private void queue(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    queued(cpu, frame, skb, sock, sock.queueRcv(skb));
  }

  private void queued(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock, boolean eaten) {
    boolean fin = skb.tcp().has(TcpHeader.FIN);
    frame.n = eaten ? 1 : 0;
    if (skb.payloadBytes() > 0) {
      cpu.enter(eventDataRecv);
      sock.eventDataRecv(skb, cpu.nowNs());
    }
    if (!sock.outOfOrder.isEmpty()) {
      fin |= takeOutOfOrder(cpu, sock);
      sock.sacks.advance(sock.rcvNxt, sock.outOfOrder.isEmpty());
    }
    sock.fastPathCheck();
    frame.pc = READY;
    if (fin) {
      cpu.walk(frame, tcpFin, FIN);
    }
  }

  /** {@code tcp_ofo_queue}: what is not ahead any more follows; true if the end of the stream was among it. */
  private boolean takeOutOfOrder(Cpu cpu, TcpSock sock) {
    boolean fin = false;
    long twiceUpToSeq = sock.rcvNxt;
    for (SkBuff next = next(sock); next != null; next = next(sock)) {
      sock.uncharge(next);
      if (next.tcp().seq() < twiceUpToSeq) {
        long endSeq = Math.min(twiceUpToSeq, next.tcp().endSeq());
        sock.sacks.duplicate(next.tcp().seq(), endSeq);
        twiceUpToSeq = endSeq;
      }
      if (next.tcp().endSeq() <= sock.rcvNxt) {
        drops.drop(cpu, next, sock, DropReason.TCP_OFO_DROP);
      } else {
        fin |= next.tcp().has(TcpHeader.FIN);
        if (sock.queueRcv(next)) {
          pool.free(next);
        }
      }
    }
    if (sock.outOfOrder.isEmpty()) {
      sock.ack.scheduleNow();
    }
    return fin;
  }

  private static SkBuff next(TcpSock sock) {
    return sock.outOfOrder.pollUpTo(sock.rcvNxt);
  }

  /** {@code tcp_data_queue_ofo}; without SACK the window stays, or no acknowledgement would be a duplicate. */
  private void setAside(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    frame.pc = RETURN;
    sock.ack.schedule();
    if (!rmem.schedule(cpu, sock, skb)) {
      sock.count(SnmpCounter.TCP_EXT_OFO_DROP);
      drops.drop(cpu, skb, sock, DropReason.PROTO_MEM);
      return;
    }
    sock.count(SnmpCounter.TCP_EXT_OFO_QUEUE);
    sock.sacks.add(skb.tcp().seq(), skb.tcp().endSeq());
    if (sock.outOfOrder.add(skb, sock.sacks)) {
      dropCovered(cpu, skb, sock);
      if (!sock.openLoopPeer) {
        sock.window.growAside(skb, sock.advmssBytes());
      }
      sock.own(skb);
    } else {
      sock.count(SnmpCounter.TCP_EXT_OFO_MERGE);
      drops.drop(cpu, skb, sock, DropReason.TCP_OFOMERGE);
    }
  }

  /** A segment makes those behind it needless that have nothing else. */
  private void dropCovered(Cpu cpu, SkBuff skb, TcpSock sock) {
    SkBuff covered = sock.outOfOrder.pollCovered(skb, sock.sacks);
    while (covered != null) {
      sock.uncharge(covered);
      sock.count(SnmpCounter.TCP_EXT_OFO_MERGE);
      drops.drop(cpu, covered, sock, DropReason.TCP_OFOMERGE);
      covered = sock.outOfOrder.pollCovered(skb, sock.sacks);
    }
  }

  private void fin(Cpu cpu, Frame frame, TcpSock sock) {
    sock.ack.schedule();
    sock.shutdown(sock.shutdown() | Sock.RCV_SHUTDOWN);
    sock.done = true;
    frame.pc = FIN_STATE;
    switch (sock.state) {
      case TCP_ESTABLISHED, TCP_SYN_RECV -> {
        connections.setState(cpu, sock, TcpState.TCP_CLOSE_WAIT);
        sock.ack.enterPingpong();
      }
      case TCP_FIN_WAIT1 -> {
        connections.setState(cpu, sock, TcpState.TCP_CLOSING);
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
      cpu.call(frame, sock.stateChange(), sock, FIN_TOLD);
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
