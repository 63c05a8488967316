package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.cpu.CallPoint;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.cpu.Path;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffPool;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.timer.TimerSoftirq;

/** {@code tcp_ack}, {@code net/ipv4/tcp_input.c}: what a segment's acknowledgement and window tell the sender. */
final class TcpAck {

  /** {@code tcp_sndbuf_expand} counts every segment with so much beside its payload, in bytes. */
  private static final int OVERHEAD_BYTES = 256;

  private static final int INITIAL_SEGMENTS = 10;

  private final Path ofData;
  private final Path cleanRtx;
  private final SkBuffPool pool;
  private final TimerSoftirq timers;

  TcpAck(Path[] paths, SkBuffPool pool, TimerSoftirq timers) {
    ofData = CallPoint.TCP_ACK_OF_DATA.in(paths);
    cleanRtx = CallPoint.TCP_CLEAN_RTX.in(paths);
    this.pool = pool;
    this.timers = timers;
  }

  /** The acknowledgement that comes with data. */
  void receiveWithData(Cpu cpu, TcpSock sock, SkBuff skb) {
    cpu.enter(ofData);
    receive(cpu, sock, skb);
  }

  void receive(Cpu cpu, TcpSock sock, SkBuff skb) {
    if (sock.openLoopPeer) {
      return;
    }
    long ackSeq = skb.tcp().ackSeq();
    if (ackSeq > sock.sndUna && ackSeq <= sock.sndNxt) {
      sock.sndUna = ackSeq;
      int segments = cleanRtxQueue(cpu, sock, ackSeq);
      sock.recovery.advanced(segments, ackSeq, sock.rtxQueue.peek());
      sock.rearmRto(cpu, timers);
    } else if (isDuplicate(sock, skb)) {
      sock.recovery.duplicate(sock.rtxQueue.peek(), sock.sndNxt);
    }
    if (sock.rtxQueue.isEmpty()) {
      sock.recovery.probed(true);
    }
    if (sock.sndWndBytes != skb.tcp().windowBytes()) {
      updateWindow(sock, skb.tcp().windowBytes());
      sock.fastPathCheck();
    }
  }

  /** {@code tcp_ack_update_window} with {@code tcp_sync_mss}: segments are at most half of the largest window. */
  void updateWindow(TcpSock sock, int windowBytes) {
    sock.sndWndBytes = windowBytes;
    if (windowBytes > sock.maxWindowBytes) {
      sock.maxWindowBytes = windowBytes;
      sock.mssBytes = Math.min(sock.advmssBytes(), windowBytes / 2);
    }
  }

  /** {@code tcp_init_buffer_space}: the send buffer of a new connection. */
  void initBuffers(TcpSock sock) {
    int segment = Integer.highestOneBit(sock.advmssBytes() * 2 - 1) + OVERHEAD_BYTES;
    sock.sndbufBytes(Math.max(sock.sndbufBytes(), 2 * INITIAL_SEGMENTS * segment));
  }

  /** No {@code FLAG_NOT_DUP}: says nothing but that the next segment is still missing. */
  private static boolean isDuplicate(TcpSock sock, SkBuff skb) {
    return skb.tcp().ackSeq() == sock.sndUna && !sock.rtxQueue.isEmpty() && skb.payloadBytes() == 0
        && !skb.tcp().has(TcpHeader.FIN) && skb.tcp().windowBytes() == sock.sndWndBytes;
  }

  /** Returns how many segments with data are acknowledged. */
  private int cleanRtxQueue(Cpu cpu, TcpSock sock, long ackSeq) {
    SkBuff skb = sock.rtxQueue.peek();
    long sentNs = skb == null ? cpu.nowNs() : skb.sentNs();
    int segments = 0;
    while (skb != null && skb.tcp().endSeq() <= ackSeq) {
      sock.rtxQueue.poll();
      sock.wmemQueuedBytes -= skb.truesizeBytes();
      sock.packetsOut -= skb.gsoSegments();
      segments += skb.payloadBytes() > 0 ? skb.gsoSegments() : 0;
      cpu.enter(cleanRtx);
      pool.free(skb);
      skb = sock.rtxQueue.peek();
    }
    if (!sock.recovery.isRecovering()) {
      estimateRtt(sock, cpu.nowNs() - sentNs);
    }
    return segments;
  }

  /** {@code tcp_rtt_estimator}: an eighth of the new measurement, if of nothing sent twice, and seven of the old. */
  private static void estimateRtt(TcpSock sock, long rttNs) {
    sock.srttNs += sock.srttNs == 0 ? rttNs : (rttNs - sock.srttNs) / 8;
  }
}
