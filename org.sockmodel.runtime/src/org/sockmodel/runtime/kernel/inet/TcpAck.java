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

  /** {@code tcp_synack_rtt_meas}: the answer to the SYN is acknowledged, whose time counts if it was sent once. */
  void receiveOfSynack(Cpu cpu, TcpSock sock) {
    boolean once = sock.synacks <= 1;
    if (once) {
      estimateRtt(sock, cpu.nowNs() - sock.synackNs);
    }
    sock.congestion.synackDelivered(once ? cpu.nowNs() - sock.synackNs : -1);
  }

  void receive(Cpu cpu, TcpSock sock, SkBuff skb) {
    if (sock.openLoopPeer) {
      return;
    }
    long ackSeq = skb.tcp().ackSeq();
    if (ackSeq > sock.sndUna && ackSeq <= sock.sndNxt) {
      sock.sndUna = ackSeq;
      sock.congestion.refresh(cpu.nowNs());
      sock.congestion.beginAck();
      long rttNs = cleanRtxQueue(cpu, sock, ackSeq);
      sock.recovery.advanced(ackSeq, sock.rtxQueue.peek());
      sock.congestion.endAck(sock.srttNs, rttNs, sock.recovery.letsGrow());
      sock.rearmRto(cpu, timers);
    } else if (isDuplicate(sock, skb)) {
      sock.recovery.duplicate(sock.rtxQueue.peek(), sock.sndNxt);
    }
    if (sock.sndWndBytes != skb.tcp().windowBytes()) {
      updateWindow(sock, skb.tcp().windowBytes());
      sock.fastPathOff();
      sock.fastPathCheck();
    }
    if (sock.rtxQueue.isEmpty() && takesHead(sock)) {
      sock.recovery.probed(true);
    }
  }

  /** {@code tcp_ack_probe}: whether the window is open for what waits first, or nothing does. */
  private static boolean takesHead(TcpSock sock) {
    SkBuff head = sock.writeQueue.peek();
    return head == null || head.tcp().endSeq() <= sock.sndUna + sock.sndWndBytes;
  }

  /** {@code tcp_ack_update_window} with {@code tcp_sync_mss}: segments are at most half of the largest window. */
  void updateWindow(TcpSock sock, int windowBytes) {
    sock.sndWndBytes = windowBytes;
    if (windowBytes > sock.maxWindowBytes) {
      sock.maxWindowBytes = windowBytes;
      sock.mssBytes = Math.min(sock.advmssBytes(), windowBytes / 2);
      sock.congestion.mssBytes(sock.mssBytes);
    }
  }

  /** No {@code FLAG_NOT_DUP}: says nothing but that the next segment is still missing. */
  private static boolean isDuplicate(TcpSock sock, SkBuff skb) {
    return skb.tcp().ackSeq() == sock.sndUna && !sock.rtxQueue.isEmpty() && skb.payloadBytes() == 0
        && !skb.tcp().has(TcpHeader.FIN) && skb.tcp().windowBytes() == sock.sndWndBytes;
  }

  /** {@code tcp_clean_rtx_queue}: returns the round trip of the newest segment, or -1 if one was sent twice. */
  private long cleanRtxQueue(Cpu cpu, TcpSock sock, long ackSeq) {
    SkBuff skb = sock.rtxQueue.peek();
    long firstNs = skb == null ? cpu.nowNs() : skb.sentNs();
    long lastNs = firstNs;
    while (skb != null && skb.tcp().endSeq() <= ackSeq) {
      sock.rtxQueue.poll();
      sock.wmemQueuedBytes -= skb.truesizeBytes();
      sock.congestion.delivered(skb.tcp().tx(), skb.gsoSegments());
      lastNs = skb.sentNs();
      cpu.enter(cleanRtx);
      pool.free(skb);
      skb = sock.rtxQueue.peek();
    }
    if (sock.recovery.isRecovering()) {
      return -1;
    }
    estimateRtt(sock, cpu.nowNs() - firstNs);
    return cpu.nowNs() - lastNs;
  }

  /** {@code tcp_rtt_estimator}: an eighth of the new measurement, if of nothing sent twice, and seven of the old. */
  private static void estimateRtt(TcpSock sock, long rttNs) {
    sock.srttNs += sock.srttNs == 0 ? rttNs : (rttNs - sock.srttNs) / 8;
  }
}
