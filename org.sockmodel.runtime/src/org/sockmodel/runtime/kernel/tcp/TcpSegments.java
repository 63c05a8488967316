package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Flight;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.uapi.IpProtocol;

/** Makes the segments that a socket sends: {@code tcp_stream_alloc_skb}, {@code tcp_init_nondata_skb}. */
final class TcpSegments {

  private final SkBuffPool pool;

  TcpSegments(SkBuffPool pool) {
    this.pool = pool;
  }

  /** An empty segment that begins where the next data will. */
  SkBuff next(Cpu cpu, TcpSock sock, int flags) {
    SkBuff skb = make(cpu, sock, sock.writeSeq, flags);
    sock.writeSeq = skb.tcp().endSeq();
    return skb;
  }

  /** A segment without data that takes no place in the stream, such as an acknowledgement or a reset. */
  SkBuff control(Cpu cpu, TcpSock sock, int flags) {
    return make(cpu, sock, sock.sndNxt, flags);
  }

  /** {@code tcp_make_synack}: the answer to a SYN, with the first number of the stream. */
  SkBuff synack(Cpu cpu, TcpSock request) {
    return make(cpu, request, request.sndUna, TcpHeader.SYN | TcpHeader.ACK);
  }

  /** A segment to the sender of {@code to} that no socket sends. */
  SkBuff answer(Cpu cpu, SkBuff to, int flags) {
    SkBuff skb = pool.allocate().fill(to.device(), IpProtocol.IPPROTO_TCP, to.sourcePort(), 0).from(to.port())
        .between(to.destinationAddress(), to.sourceAddress()).paged();
    skb.memory().allocCpu(cpu.id());
    skb.tcp().sequence(to.tcp().ackSeq(), 0, flags);
    skb.tcp().acknowledge(to.tcp().endSeq(), 0);
    if (skb.tcp().has(TcpHeader.RST)) {
      skb.tcp().bare();
    }
    return skb;
  }

  /** {@code tcp_xmit_probe_skb}: a segment that no receiver can take, so that it says which window it has. */
  SkBuff probe(Cpu cpu, TcpSock sock) {
    return make(cpu, sock, sock.sndUna - 1, TcpHeader.ACK);
  }

  /** {@code tcp_fragment} of the first segment that waits: its first bytes become a segment of their own. */
  void fragmentHead(Cpu cpu, TcpSock sock, int bytes) {
    SkBuff rest = sock.writeQueue.poll();
    SkBuff part = make(cpu, sock, rest.tcp().seq(), TcpHeader.ACK);
    part.append(bytes);
    part.tcp().append(bytes);
    rest.append(-bytes);
    rest.tcp().sequence(part.tcp().endSeq(), rest.payloadBytes(), rest.tcp().flags());
    sock.wmemQueuedBytes += part.truesizeBytes() - bytes;
    sock.writeQueue.addAfter(null, rest);
    sock.writeQueue.addAfter(null, part);
  }

  /**
   * {@code tcp_grow_skb} (since 6.10): the first segment that waits takes from the next one what it may be longer by.
   */
  void growHead(TcpSock sock, int missingBytes) {
    SkBuff head = sock.writeQueue.poll();
    SkBuff next = sock.writeQueue.peek();
    int bytes = next == null ? 0 : Math.min(missingBytes, next.payloadBytes());
    if (bytes > 0) {
      sock.writeQueue.poll();
      head.append(bytes);
      head.tcp().append(bytes);
      next.append(-bytes);
      next.tcp().sequence(next.tcp().seq() + bytes, next.payloadBytes(), next.tcp().flags());
      if (next.payloadBytes() > 0) {
        sock.writeQueue.addAfter(null, next);
      } else {
        head.tcp().append(next.tcp());
        sock.wmemQueuedBytes -= next.truesizeBytes();
        pool.free(next);
      }
    }
    sock.writeQueue.addAfter(null, head);
  }

  /**
   * {@code tcp_fragment} of a segment that was sent: what is behind its first bytes becomes a segment of its own, which
   * is known to be wherever the whole was.
   */
  void fragmentSent(Cpu cpu, TcpSock sock, SkBuff skb, int bytes) {
    TcpHeader tcp = skb.tcp();
    int before = skb.gsoSegments();
    int restBytes = skb.payloadBytes() - bytes;
    SkBuff rest = make(cpu, sock, tcp.seq() + bytes, TcpHeader.ACK);
    rest.append(restBytes);
    rest.tcp().sequence(tcp.seq() + bytes, restBytes, tcp.flags());
    rest.tcp().markAs(tcp);
    rest.sentNs(skb.sentNs());
    skb.shorten(restBytes);
    tcp.sequence(tcp.seq(), bytes, tcp.flags() & ~(TcpHeader.FIN | TcpHeader.PSH));
    skb.cutInto(sock.mssBytes);
    rest.cutInto(sock.mssBytes);
    sock.rtxQueue.addAfter(skb, rest);
    sock.wmemQueuedBytes += rest.truesizeBytes() - restBytes;
    adjust(sock, tcp, skb.gsoSegments() + rest.gsoSegments() - before);
  }

  /**
   * Cuts a segment that is to be sent again to so many full ones, and to whole ones that the peer's window has room
   * for. A window that has been closed gets one, which asks for it.
   */
  void cutToResend(Cpu cpu, TcpSock sock, SkBuff skb, int mostSegments) {
    long roomBytes = sock.sndUna + sock.sndWndBytes - skb.tcp().seq();
    roomBytes = roomBytes > 0 ? roomBytes : sock.mssBytes;
    long bytes = (long) mostSegments * sock.mssBytes;
    if (bytes > roomBytes) {
      bytes = roomBytes < sock.mssBytes ? roomBytes : roomBytes - roomBytes % sock.mssBytes;
    }
    if (skb.payloadBytes() > bytes) {
      fragmentSent(cpu, sock, skb, (int) bytes);
    }
  }

  /** {@code tcp_adjust_pcount}: a cut that is not between two segments makes one more. */
  private static void adjust(TcpSock sock, TcpHeader tcp, int segments) {
    Flight flight = sock.congestion.flight();
    flight.addOut(segments);
    flight.addSacked(tcp.isMarked(TcpHeader.SACKED_ACKED) ? segments : 0);
    flight.addLost(tcp.isMarked(TcpHeader.LOST) ? segments : 0);
    flight.addRetransmitted(tcp.isMarked(TcpHeader.SACKED_RETRANS) ? segments : 0);
  }

  /** The copy of a segment that goes out, while the segment itself waits for its acknowledgement. */
  SkBuff clone(SkBuff skb) {
    return skb.cloneInto(pool.allocate());
  }

  void free(SkBuff skb) {
    pool.free(skb);
  }

  private SkBuff make(Cpu cpu, TcpSock sock, long seq, int flags) {
    SkBuff skb = pool.allocate().fill(sock.device, IpProtocol.IPPROTO_TCP, sock.peerPort(), 0).from(sock.port())
        .between(sock.localAddress(), sock.peerAddress()).paged();
    skb.memory().allocCpu(cpu.id());
    skb.tcp().sequence(seq, 0, flags);
    return skb;
  }
}
