package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Frame;
import org.sockmodel.runtime.kernel.cpu.KernelFunction;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.cpu.PathPoint;
import org.sockmodel.runtime.kernel.inet.DropReason;
import org.sockmodel.runtime.kernel.inet.Drops;
import org.sockmodel.runtime.kernel.inet.InetEnvironment;
import org.sockmodel.runtime.kernel.inet.IpOutput;
import org.sockmodel.runtime.kernel.inet.PortTable;
import org.sockmodel.runtime.kernel.inet.TransportChecksum;
import org.sockmodel.runtime.kernel.netdev.Net;
import org.sockmodel.runtime.kernel.netdev.NetDevice;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.NetMib;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * {@code tcp_v4_rcv}, {@code net/ipv4/tcp_ipv4.c}: a segment to its socket, or to the socket's backlog while a task
 * owns it. {@code self}: the segment; {@code other}: its {@link TcpSock}, then the answer's device; {@code m}: what
 * then becomes of the segment.
 */
final class TcpRcv extends KernelFunction {

  private static final int BEGIN = 0;
  private static final int LOOKUP = 1;
  private static final int LOCK = 2;
  private static final int BACKLOG = 3;
  private static final int UNLOCK = 4;
  private static final int RETURN = 5;
  private static final int REPLY = 6;
  private static final int REPLIED = 7;
  private static final int PREQUEUED = 8;
  /** What becomes of a segment that was answered here: values of {@code m}. */
  private static final int TAKEN = 1;
  private static final int REFUSED = 2;

  private final Path rcv;
  private final Path addBacklog;
  private final Path sendReset;
  private final PortTable ports;
  private final TcpSegments segments;
  private final KernelFunction doRcv;
  private final KernelFunction childProcess;
  private final KernelFunction prequeue;
  private final KernelFunction devQueueXmit;
  private final Drops drops;
  private final Backlog backlog;
  private final TransportChecksum checksum;

  /**
   * The functions that take the segment from here.
   *
   * @param prequeue {@code tcp_prequeue}, or null if nothing is left to readers
   */
  record Next(KernelFunction doRcv, KernelFunction childProcess, KernelFunction prequeue) {
  }

  /**
   * What a backlog takes.
   *
   * @param roomy whether it may have twice the receive buffer, or else both buffers
   * @param coalesces whether a segment can join the last one that waits, so that its checksum is looked at before
   */
  private record Backlog(boolean roomy, boolean coalesces) {
  }

  TcpRcv(InetEnvironment kernel, PortTable ports, TcpSegments segments, Next next, Drops drops) {
    super("tcp_v4_rcv");
    rcv = PathPoint.TCP_RCV.in(kernel.paths());
    addBacklog = PathPoint.TCP_ADD_BACKLOG.in(kernel.paths());
    sendReset = PathPoint.TCP_SEND_RESET.in(kernel.paths());
    this.ports = ports;
    this.segments = segments;
    doRcv = next.doRcv();
    childProcess = next.childProcess();
    prequeue = next.prequeue();
    devQueueXmit = kernel.devQueueXmit();
    this.drops = drops;
    backlog = new Backlog(kernel.profile().has("roomy_backlog"), kernel.profile().has("coalescing_backlog"));
    checksum = new TransportChecksum(kernel.profile().has("checksum_break"));
  }

  @Override
  protected void step(Cpu cpu, Frame frame) {
    SkBuff skb = (SkBuff) frame.self;
    switch (frame.pc) {
      case BEGIN -> cpu.walk(frame, rcv, LOOKUP);
      case LOOKUP -> lookup(cpu, frame, skb);
      case LOCK -> lock(cpu, frame, skb, (TcpSock) frame.other);
      case BACKLOG -> {
        addBacklog(cpu, skb, (TcpSock) frame.other);
        frame.pc = UNLOCK;
      }
      case PREQUEUED -> {
        frame.pc = UNLOCK;
        if (cpu.result() == 0) {
          cpu.call(frame, doRcv, skb, UNLOCK).other = frame.other;
        }
      }
      case UNLOCK -> {
        ((TcpSock) frame.other).bhUnlock();
        cpu.ret(frame, 0);
      }
      case REPLY -> {
        SkBuff reply = segments.answer(cpu, skb, (int) frame.n);
        countAnswer(((NetDevice) frame.other).net(), reply);
        cpu.call(frame, devQueueXmit, reply, REPLIED).other = frame.other;
      }
      case REPLIED -> {
        switch ((int) frame.m) {
          case TAKEN -> segments.free(skb);
          case REFUSED -> drops.drop(cpu, skb, DropReason.NOT_SPECIFIED);
          default -> drops.noSocket(cpu, skb);
        }
        cpu.ret(frame, 0);
      }
      default -> cpu.ret(frame, 0);
    }
  }

  private void lookup(Cpu cpu, Frame frame, SkBuff skb) {
    NetDevice.mib(skb).count(SnmpCounter.TCP_IN_SEGS);
    if (checksum.isFoundWrong(skb)) {
      dropDamaged(cpu, frame, skb);
      return;
    }
    TcpSock sock = (TcpSock) ports.lookup(NetDevice.of(skb).net(), skb.port(), skb.sourcePort(),
        skb.sourceAddress());
    frame.other = sock;
    boolean open = sock != null && sock.state != TcpState.TCP_CLOSE && !sock.timeWait;
    if (TransportChecksum.isWrong(skb) && (!open || sock.isRequest())) {
      dropDamaged(cpu, frame, skb);
    } else if (sock != null && sock.timeWait) {
      answerForTimeWait(cpu, frame, skb, sock);
    } else if (sock == null || sock.state == TcpState.TCP_CLOSE) {
      refuse(cpu, frame, skb);
    } else if (sock.state == TcpState.TCP_LISTEN && !sock.isRequest()) {
      cpu.call(frame, doRcv, skb, RETURN).other = sock;
    } else {
      frame.pc = LOCK;
    }
  }

  private void dropDamaged(Cpu cpu, Frame frame, SkBuff skb) {
    countDamaged(NetDevice.mib(skb));
    drops.drop(cpu, skb, DropReason.TCP_CSUM);
    cpu.ret(frame, 0);
  }

  /** {@code csum_error}. */
  static void countDamaged(NetMib mib) {
    mib.count(SnmpCounter.TCP_IN_CSUM_ERRORS);
    mib.count(SnmpCounter.TCP_IN_ERRS);
  }

  private void lock(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    if (!sock.bhLock(cpu, frame, LOCK)) {
      return;
    }
    if (sock.isOwnedByUser()) {
      cpu.walk(frame, addBacklog, BACKLOG);
    } else {
      sock.markNapiId(skb);
      if (prequeue != null && !sock.isRequest()) {
        cpu.call(frame, prequeue, skb, PREQUEUED).other = sock;
        return;
      }
      cpu.call(frame, sock.isRequest() ? childProcess : doRcv, skb, UNLOCK).other = sock;
    }
  }

  /** {@code tcp_add_backlog}. */
  private void addBacklog(Cpu cpu, SkBuff skb, TcpSock sock) {
    if (backlog.coalesces && TransportChecksum.isWrong(skb)) {
      countDamaged(sock.net().mib());
      drops.drop(cpu, skb, sock, DropReason.TCP_CSUM);
      return;
    }
    if (backlog.coalesces && joinsLast(skb, sock)) {
      sock.count(SnmpCounter.TCP_EXT_BACKLOG_COALESCE);
      segments.free(skb);
      return;
    }
    long limitBytes = backlog.roomy
        ? 2L * sock.rcvbufBytes() + sock.sndbufBytes() / 2
        : (long) sock.rcvbufBytes() + sock.sndbufBytes();
    if (sock.isBacklogFull(limitBytes)) {
      sock.count(SnmpCounter.TCP_EXT_BACKLOG_DROP);
      drops.drop(cpu, skb, sock, DropReason.SOCKET_BACKLOG);
    } else {
      sock.backlogBytes += skb.truesizeBytes();
      sock.backlog().add(skb);
    }
  }

  /** Whether the last segment of the backlog, sent in the same millisecond, takes over this one's data and window. */
  private static boolean joinsLast(SkBuff skb, TcpSock sock) {
    SkBuff tail = sock.backlog().peekTail();
    TcpHeader header = skb.tcp();
    int segmentBytes = tail == null ? 0 : Math.max(tail.gsoSizeBytes(), skb.gsoSizeBytes());
    if (tail == null || tail.tcp().endSeq() != header.seq() || header.timestampMs() == 0
        || tail.tcp().timestampMs() != header.timestampMs()
        || ((tail.tcp().flags() | header.flags()) & (TcpHeader.SYN | TcpHeader.RST)) != 0
        || !sock.backlog().coalesce(skb)) {
      return false;
    }
    sock.backlogBytes += skb.payloadBytes();
    tail.cutInto(Math.max(segmentBytes, 1));
    if (header.ackSeq() >= tail.tcp().ackSeq()) {
      tail.tcp().acknowledge(header.ackSeq(), header.windowBytes());
    }
    return true;
  }

  /** {@code tcp_v4_send_reset} and {@code tcp_v4_send_ack}. */
  private static void countAnswer(Net net, SkBuff reply) {
    IpOutput.whole(net);
    net.mib().count(SnmpCounter.TCP_OUT_SEGS);
    net.mib().add(SnmpCounter.TCP_OUT_RSTS, reply.tcp().has(TcpHeader.RST) ? 1 : 0);
  }

  /** {@code no_tcp_socket}: a reset answers whatever is no reset itself; a card's open peer would not listen to it. */
  private void refuse(Cpu cpu, Frame frame, SkBuff skb) {
    if (skb.tcp().has(TcpHeader.RST) || skb.sourcePort() == 0) {
      drops.noSocket(cpu, skb);
      cpu.ret(frame, 0);
    } else {
      reply(cpu, frame, skb, TcpHeader.RST | TcpHeader.ACK);
    }
  }

  /** {@code tcp_timewait_state_process}: the peer's FIN is acknowledged, data that nobody will read are refused. */
  private void answerForTimeWait(Cpu cpu, Frame frame, SkBuff skb, TcpSock sock) {
    frame.m = TAKEN;
    if (skb.tcp().has(TcpHeader.FIN)) {
      reply(cpu, frame, skb, TcpHeader.ACK);
    } else if (skb.payloadBytes() > 0 && skb.tcp().endSeq() > sock.rcvNxt) {
      frame.m = REFUSED;
      ports.remove(sock);
      reply(cpu, frame, skb, TcpHeader.RST | TcpHeader.ACK);
    } else {
      frame.pc = REPLIED;
    }
  }

  private void reply(Cpu cpu, Frame frame, SkBuff skb, int flags) {
    frame.n = flags;
    frame.other = NetDevice.of(skb);
    cpu.walk(frame, sendReset, REPLY);
  }
}
