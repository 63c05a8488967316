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
import org.sockmodel.runtime.kernel.inet.TransportChecksum;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * {@code tcp_rcv_established}, {@code net/ipv4/tcp_input.c}. Data that fits into memory which is reserved already takes
 * the fast path, where the acknowledgement goes out before the reader is woken; other data takes the slow path, where
 * it goes out after. {@code self}: the segment; {@code other}: the {@link TcpSock}; {@code n}: 1 if the segment joined
 * the last one of the queue.
 */
final class TcpRcvEstablished extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int PROBE = 1;
  private static final int ACKED = 2;
  private static final int CHECK_SPACE = 3;
  private static final int RETURN = 4;
  private static final int FAST = 5;
  private static final int FAST_PUSHED = 6;
  private static final int FAST_READY = 7;
  private static final int FAST_SPACE = 8;
  private static final int SLOW_QUEUED = 9;
  private static final int SLOW_PUSHED = 10;
  private static final int SLOW_SPACE = 11;
  private static final int SLOW_ACK = 12;
  private static final int COPIED = 13;

  private final Path[] paths;
  private final Path fastAckDone;
  private final Path dataQueueEmpty;
  private final Path copyToIovec;
  private final TcpTrace trace;
  private final TcpAck tcpAck;
  private final TcpChecks checks;
  private final TcpDirectCopy directCopy;
  private final KernelFunction dataQueue;
  private final KernelFunction dataReady;
  private final KernelFunction reset;
  private final SkBuffPool pool;
  private final Drops drops;

  /**
   * The functions that take the segment from here.
   *
   * @param dataReady {@code tcp_data_ready}
   */
  record Next(KernelFunction dataQueue, KernelFunction dataReady, KernelFunction reset) {
  }

  TcpRcvEstablished(InetEnvironment kernel, TcpTrace trace, TcpAck tcpAck, TcpChecks checks,
      TcpDirectCopy directCopy, Next next, Drops drops) {
    super("tcp_rcv_established");
    paths = kernel.paths();
    fastAckDone = CallPoint.TCP_FAST_ACK_DONE.in(paths);
    dataQueueEmpty = CallPoint.TCP_DATA_QUEUE_EMPTY.in(paths);
    copyToIovec = PathPoint.TCP_COPY_TO_IOVEC.in(paths);
    this.directCopy = directCopy;
    this.trace = trace;
    this.tcpAck = tcpAck;
    this.checks = checks;
    dataQueue = next.dataQueue();
    dataReady = next.dataReady();
    reset = next.reset();
    pool = kernel.pool();
    this.drops = drops;
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    TcpSock sock = (TcpSock) frame.other;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, PathPoint.TCP_DO_RCV.in(paths), PROBE);
      case PROBE -> choose(cpu, frame, skb, sock);
      case ACKED -> acknowledged(cpu, frame, skb, sock);
      case CHECK_SPACE -> checks.space(cpu, frame, sock, RETURN);
      case COPIED -> {
        sock.count(SnmpCounter.TCP_EXT_HP_HITS_TO_USER);
        directCopy.copied(cpu, skb, sock, skb.payloadBytes());
        sock.rcvNxt = skb.tcp().endSeq();
        received(cpu, frame, skb, sock, true);
      }
      case FAST, FAST_PUSHED, FAST_SPACE, FAST_READY -> fast(cpu, frame, skb, sock);
      case SLOW_QUEUED -> checks.push(cpu, frame, sock, SLOW_PUSHED);
      case SLOW_PUSHED -> checks.space(cpu, frame, sock, SLOW_SPACE);
      case SLOW_SPACE -> cpu.walk(frame, PathPoint.TCP_RCV_DONE.in(paths), SLOW_ACK);
      case SLOW_ACK -> checks.ack(cpu, frame, sock, RETURN);
      default -> cpu.ret(frame, 0);
    }
  }

  private void choose(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    trace.probe(cpu, sock, skb);
    if (TransportChecksum.isWrong(skb)) {
      TcpRcv.countDamaged(sock.net().mib());
      drops.drop(cpu, skb, sock, DropReason.TCP_CSUM);
      cpu.ret(frame, 0);
      return;
    }
    sock.window.arrived(cpu, skb);
    boolean fin = skb.tcp().has(TcpHeader.FIN);
    if (isInvalid(skb, sock)) {
      pool.free(skb);
      checks.ackNow(cpu, frame, sock, RETURN);
    } else if (skb.tcp().has(TcpHeader.RST)) {
      cpu.call(frame, reset, skb, RETURN).other = sock;
    } else if (skb.payloadBytes() == 0 && !fin) {
      cpu.walk(frame, PathPoint.TCP_ACK.in(paths), ACKED);
    } else if (sock.predicts(skb) && directCopy.bytes(cpu, skb, sock) == skb.payloadBytes()) {
      directCopy.walk(cpu, frame, copyToIovec, skb.payloadBytes(), COPIED);
    } else if (sock.isFastPath(skb)) {
      cpu.walk(frame, PathPoint.TCP_QUEUE_RCV.in(paths), FAST);
    } else {
      tcpAck.receiveWithData(cpu, sock, skb);
      cpu.call(frame, dataQueue, skb, SLOW_QUEUED).other = sock;
    }
  }

  /** {@code tcp_validate_incoming}: an old acknowledgement or a handshake's segment is answered, and no more. */
  private static boolean isInvalid(SkBuff skb, TcpSock sock) {
    boolean old = skb.payloadBytes() == 0 && skb.tcp().endSeq() < sock.rcvWup;
    return (old || skb.tcp().has(TcpHeader.SYN)) && !skb.tcp().has(TcpHeader.RST);
  }

  /** A segment without data: one that header prediction did not expect goes through the queue that it is not for. */
  private void acknowledged(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    boolean fast = sock.predicts(skb);
    if (fast) {
      tcpAck.receiveFast(cpu, sock, skb);
    } else {
      tcpAck.receive(cpu, sock, skb);
    }
    cpu.enter(fast ? fastAckDone : dataQueueEmpty);
    pool.free(skb);
    checks.push(cpu, frame, sock, CHECK_SPACE);
  }

  private void fast(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    switch (frame.pc) {
      case FAST -> {
        sock.count(SnmpCounter.TCP_EXT_HP_HITS);
        received(cpu, frame, skb, sock, sock.queueRcv(skb));
      }
      case FAST_PUSHED -> checks.space(cpu, frame, sock, FAST_SPACE);
      case FAST_SPACE -> checks.ack(cpu, frame, sock, FAST_READY);
      default -> {
        if (frame.n != 0) {
          pool.free(skb);
        }
        cpu.call(frame, dataReady, sock, RETURN);
      }
    }
  }

  /** The data of the fast path are in the queue, or {@code eaten}: in the segment before, or with the reader. */
  private void received(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock, boolean eaten) {
    frame.n = eaten ? 1 : 0;
    sock.eventDataRecv(skb, cpu.nowNs());
    frame.pc = FAST_SPACE;
    if (skb.tcp().ackSeq() != sock.sndUna && !sock.openLoopPeer) {
      tcpAck.receiveWithFastData(cpu, sock, skb);
      checks.push(cpu, frame, sock, FAST_PUSHED);
    }
  }
}
