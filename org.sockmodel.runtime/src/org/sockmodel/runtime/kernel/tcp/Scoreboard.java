package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.Flight;
import org.sockmodel.runtime.kernel.cpu.Cpu;
import org.sockmodel.runtime.kernel.skb.SackOption;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * What a sender knows of each segment on its way: {@code tcp_sacktag_write_queue}, {@code tcp_mark_skb_lost}, {@code
 * net/ipv4/tcp_input.c}. The marks stand at the segments, and their numbers in {@link Flight}. Cost: O(segments on
 * their way) for each block of an acknowledgement.
 */
final class Scoreboard {

  /** {@code tcp_reordering} and {@code tcp_max_reordering}. */
  private static final int REORDERING = 3;
  private static final int MOST_REORDERING = 300;

  private final TcpSock sock;
  private final Flight flight;
  private final LossDetection detection;
  private int reordering = REORDERING;
  private boolean reorderingSeen;
  /** {@code tcp_highest_sack_seq}: behind the last segment that has come. */
  private long highestSackSeq;

  Scoreboard(TcpSock sock, LossDetection detection) {
    this.sock = sock;
    flight = sock.congestion.flight();
    this.detection = detection;
  }

  /** {@code tp->reordering}: how many segments may overtake one that is not lost. */
  int reordering() {
    return reordering;
  }

  /** {@code reord_seen}. */
  boolean hasSeenReordering() {
    return reorderingSeen;
  }

  long highestSackSeq() {
    return flight.sacked() == 0 ? sock.sndUna : highestSackSeq;
  }

  /** {@code tcp_sacktag_write_queue}: what the blocks of an acknowledgement say. */
  void tag(Cpu cpu, TcpSegments segments, SackOption sack, AckState ack) {
    if (sock.rtxQueue.isEmpty() || flight.sacked() == 0) {
      highestSackSeq = sock.sndUna;
    }
    for (int i = 0; i < sack.blocks(); i++) {
      boolean duplicate = i == 0 && sack.isDuplicate();
      if (duplicate) {
        sock.recovery.duplicateSeen(sack.start(0), sack.end(0), ack);
      }
      if (sack.end(i) > sock.sndUna) {
        tag(cpu, segments, sack.start(i), sack.end(i), duplicate, ack);
      }
    }
    if (ack.reorderedSeq < highestSackSeq() && !sock.recovery.isLoss()) {
      checkReordering(ack.reorderedSeq);
    }
  }

  private void tag(Cpu cpu, TcpSegments segments, long startSeq, long endSeq, boolean duplicate, AckState ack) {
    SkBuff skb = sock.rtxQueue.peek();
    while (skb != null && skb.tcp().seq() < endSeq) {
      TcpHeader tcp = skb.tcp();
      if (tcp.endSeq() > startSeq && (tcp.seq() < startSeq || tcp.endSeq() > endSeq)) {
        split(cpu, segments, skb, startSeq, endSeq);
      }
      if (tcp.seq() >= startSeq && tcp.endSeq() <= endSeq) {
        sacked(skb, duplicate, ack);
      }
      skb = skb.next();
    }
  }

  /** {@code tcp_match_skb_to_sack}: cuts off the segments that are in the block, or those that are not. */
  private void split(Cpu cpu, TcpSegments segments, SkBuff skb, long startSeq, long endSeq) {
    TcpHeader tcp = skb.tcp();
    boolean startsInside = tcp.seq() >= startSeq;
    long cutBytes = (startsInside ? endSeq : startSeq) - tcp.seq();
    int segmentBytes = sock.mssBytes;
    long wholeBytes = cutBytes / segmentBytes * segmentBytes;
    if (!startsInside && wholeBytes < cutBytes) {
      wholeBytes += segmentBytes;
    }
    if (wholeBytes > 0 && wholeBytes < skb.payloadBytes()) {
      segments.fragmentSent(cpu, sock, skb, (int) wholeBytes);
    }
  }

  /** {@code tcp_sacktag_one}: a segment has come, though not all before it. */
  private void sacked(SkBuff skb, boolean duplicate, AckState ack) {
    TcpHeader tcp = skb.tcp();
    int segments = skb.gsoSegments();
    if (tcp.isMarked(TcpHeader.SACKED_ACKED)) {
      if (duplicate && tcp.isMarked(TcpHeader.SACKED_RETRANS)) {
        tcp.unmark(TcpHeader.SACKED_RETRANS);
        flight.addRetransmitted(-segments);
      }
      return;
    }
    detection.delivered(sock, skb);
    if (tcp.isMarked(TcpHeader.SACKED_RETRANS)) {
      if (tcp.isMarked(TcpHeader.LOST)) {
        forgetLoss(tcp, segments);
        tcp.unmark(TcpHeader.SACKED_RETRANS);
        flight.addRetransmitted(-segments);
      }
    } else {
      if (!tcp.isMarked(TcpHeader.EVER_RETRANS)) {
        sackedOnce(skb, ack);
      }
      if (tcp.isMarked(TcpHeader.LOST)) {
        forgetLoss(tcp, segments);
      }
    }
    tcp.mark(TcpHeader.SACKED_ACKED);
    flight.addSacked(segments);
    delivered(tcp, segments);
    ack.dataSacked = true;
    highestSackSeq = Math.max(highestSackSeq, tcp.endSeq());
  }

  /** A segment that was sent once: the time that it took counts, and others that came before may have overtaken it. */
  private void sackedOnce(SkBuff skb, AckState ack) {
    if (skb.tcp().seq() < highestSackSeq()) {
      ack.reorderedSeq = Math.min(ack.reorderedSeq, skb.tcp().seq());
    }
    ack.originalCame |= sock.recovery.isBeforeLoss(skb.tcp().endSeq());
    if (ack.firstSackedNs == AckState.NEVER) {
      ack.firstSackedNs = skb.sentNs();
    }
    ack.lastSackedNs = skb.sentNs();
  }

  private void delivered(TcpHeader tcp, int segments) {
    sock.count(SnmpCounter.TCP_EXT_DELIVERED, segments);
    sock.congestion.delivered(tcp.tx(), segments);
  }

  private void forgetLoss(TcpHeader tcp, int segments) {
    tcp.unmark(TcpHeader.LOST);
    flight.addLost(-segments);
  }

  /** {@code tcp_clean_rtx_queue}, of one segment that all has come of. */
  void acknowledged(SkBuff skb, AckState ack) {
    TcpHeader tcp = skb.tcp();
    int segments = skb.gsoSegments();
    if (tcp.isMarked(TcpHeader.SACKED_RETRANS | TcpHeader.EVER_RETRANS)) {
      ack.resentAcked = true;
      flight.addRetransmitted(tcp.isMarked(TcpHeader.SACKED_RETRANS) ? -segments : 0);
    } else if (!tcp.isMarked(TcpHeader.SACKED_ACKED)) {
      ack.firstAckedNs = ack.firstAckedNs == AckState.NEVER ? skb.sentNs() : ack.firstAckedNs;
      ack.lastAckedNs = skb.sentNs();
      ack.reorderedSeq = Math.min(ack.reorderedSeq, tcp.seq());
      ack.originalCame |= sock.recovery.isBeforeLoss(tcp.endSeq());
    }
    if (tcp.isMarked(TcpHeader.SACKED_ACKED)) {
      flight.addSacked(-segments);
    } else {
      delivered(tcp, segments);
      detection.delivered(sock, skb);
    }
    if (tcp.isMarked(TcpHeader.LOST)) {
      flight.addLost(-segments);
    }
    flight.addOut(-segments);
  }

  /** {@code tcp_check_sack_reordering}: a segment has come after others that were sent later. */
  void checkReordering(long lowSeq) {
    long aheadBytes = highestSackSeq() - lowSeq;
    if (aheadBytes > (long) reordering * sock.mssBytes) {
      reordering = (int) Math.min((aheadBytes + sock.mssBytes - 1) / sock.mssBytes, MOST_REORDERING);
    }
    sock.count(SnmpCounter.TCP_EXT_SACK_REORDER);
    reorderingSeen = true;
  }

  /** {@code tcp_mark_skb_lost}. */
  void markLost(SkBuff skb) {
    TcpHeader tcp = skb.tcp();
    if (tcp.isMarked(TcpHeader.SACKED_ACKED)) {
      return;
    }
    if (!tcp.isMarked(TcpHeader.LOST)) {
      tcp.mark(TcpHeader.LOST);
      flight.addLost(skb.gsoSegments());
    } else if (tcp.isMarked(TcpHeader.SACKED_RETRANS)) {
      sock.count(SnmpCounter.TCP_EXT_LOST_RETRANSMIT, skb.gsoSegments());
      tcp.unmark(TcpHeader.SACKED_RETRANS);
      flight.addRetransmitted(-skb.gsoSegments());
    }
  }

  /** {@code unmark_loss} of {@code tcp_undo_cwnd_reduction}: nothing was lost. */
  void unmarkLost() {
    for (SkBuff skb = sock.rtxQueue.peek(); skb != null; skb = skb.next()) {
      if (skb.tcp().isMarked(TcpHeader.LOST)) {
        forgetLoss(skb.tcp(), skb.gsoSegments());
      }
    }
  }

  /** {@code tcp_timeout_mark_lost}: a peer that has dropped what it had is taken for one that had nothing. */
  void forgetSacked() {
    for (SkBuff skb = sock.rtxQueue.peek(); skb != null; skb = skb.next()) {
      if (skb.tcp().isMarked(TcpHeader.SACKED_ACKED)) {
        skb.tcp().unmark(TcpHeader.SACKED_ACKED);
        flight.addSacked(-skb.gsoSegments());
      }
    }
  }

  /** The first segment that is lost and was not sent again since; null if there is none. */
  SkBuff firstLost() {
    SkBuff skb = flight.lost() > flight.retransmitted() ? sock.rtxQueue.peek() : null;
    while (skb != null && (!skb.tcp().isMarked(TcpHeader.LOST)
        || skb.tcp().isMarked(TcpHeader.SACKED_ACKED | TcpHeader.SACKED_RETRANS))) {
      skb = skb.next();
    }
    return skb;
  }
}
