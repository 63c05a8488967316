package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Flight;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;

/**
 * FACK with early retransmission, before there was RACK: {@code tcp_update_scoreboard}, {@code tcp_time_to_recover} and
 * {@code tcp_pause_early_retransmit}, {@code net/ipv4/tcp_input.c} of 3.10. What more than three segments have
 * overtaken is lost; of fewer than four on their way the first, if all others have come, after a quarter of the round
 * trip.
 */
final class ForwardAck implements LossDetection {

  private static final long NS_PER_US = 1000;
  private static final long LEAST_DELAY_US = 2000;
  private static final int EARLY_SEGMENTS = 4;

  @Override
  public void delivered(TcpSock sock, SkBuff skb) {
    // What has overtaken a segment is counted when it matters.
  }

  @Override
  public long identify(TcpSock sock) {
    int lost = overtaking(sock) - sock.scoreboard.reordering();
    if (lost > 0 || sock.recovery.isRecovering() && sock.congestion.flight().sacked() > 0) {
      mark(sock, Math.max(lost, 1));
      return 0;
    }
    Flight flight = sock.congestion.flight();
    boolean early = flight.retransmitted() == 0 && flight.sacked() > 0 && flight.lost() == 0
        && flight.out() == flight.sacked() + 1 && flight.out() < EARLY_SEGMENTS && sock.writeQueue.isEmpty();
    return early ? Math.max(sock.srttNs / NS_PER_US >> 2, LEAST_DELAY_US) : 0;
  }

  @Override
  public void expire(TcpSock sock) {
    mark(sock, 1);
  }

  @Override
  public boolean isLostByTimeout(TcpSock sock, SkBuff skb) {
    return true;
  }

  /** {@code fackets_out}: segments up to the last one that has come. */
  private static int overtaking(TcpSock sock) {
    int segments = 0;
    if (sock.congestion.flight().sacked() > 0) {
      long upTo = sock.scoreboard.highestSackSeq();
      for (SkBuff skb = sock.rtxQueue.peek(); skb != null && skb.tcp().endSeq() <= upTo; skb = skb.next()) {
        segments += skb.gsoSegments();
      }
    }
    return segments;
  }

  /** {@code tcp_mark_head_lost}: of the first so many segments those that have not come. */
  private static void mark(TcpSock sock, int segments) {
    int left = segments;
    for (SkBuff skb = sock.rtxQueue.peek(); skb != null && left > 0; skb = skb.next()) {
      left -= skb.gsoSegments();
      if (!skb.tcp().isMarked(TcpHeader.LOST)) {
        sock.scoreboard.markLost(skb);
      }
    }
  }
}
