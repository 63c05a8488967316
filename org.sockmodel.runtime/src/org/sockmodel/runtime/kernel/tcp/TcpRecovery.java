package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.congestion.CaState;
import org.sockmodel.runtime.kernel.congestion.Congestion;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.TcpHeader;
import org.sockmodel.runtime.kernel.snmp.SnmpCounter;

/**
 * When a sender takes segments for lost, and sends them again: {@code tcp_fastretrans_alert}, {@code tcp_enter_loss}
 * and what they call, {@code net/ipv4/tcp_input.c}. Which are lost is found by {@link LossDetection}, how many may then
 * be sent is {@link Congestion}'s. If it turns out that nothing was lost, the window is what it was before.
 *
 * <p>Caveats: without ECN; after the timer lost segments are sent again before new ones, also where F-RTO doubts it.
 */
final class TcpRecovery {


  private final TcpSock sock;
  private final Congestion congestion;
  private final LossDetection detection;
  private final RetransmissionTimeout timeout = new RetransmissionTimeout();
  /** {@code high_seq}: when this is acknowledged, it is over. */
  private long highSeq;
  /** {@code undo_marker} and {@code undo_retrans}: what would show that nothing was lost. */
  private boolean undoable;
  private long undoSeq;
  private int undoRetransmitted;
  /** {@code retrans_stamp}: when the first segment was sent again; 0 if none was. */
  private long resentNs;
  /** {@code frto}: the timer may have expired too early, which what comes next will show. */
  private boolean doubted;

  TcpRecovery(TcpSock sock, LossDetection detection) {
    this.sock = sock;
    this.detection = detection;
    congestion = sock.congestion;
  }

  RetransmissionTimeout timeout() {
    return timeout;
  }

  /** {@code icsk_rto}: how long the first segment may remain unacknowledged, in jiffies. */
  int rtoJiffies(long srttNs) {
    return timeout.jiffies(srttNs);
  }

  boolean isRecovering() {
    return congestion.state().isRecovering();
  }

  boolean isLoss() {
    return congestion.state() == CaState.LOSS;
  }

  /** Whether a segment was sent before what was last found lost. */
  boolean isBeforeLoss(long endSeq) {
    return endSeq <= highSeq;
  }

  /** Whether something lost is to be sent again, and the window allows it. */
  boolean mayResend() {
    return congestion.flight().lost() > congestion.flight().retransmitted()
        && congestion.packetsInFlight() < congestion.cwnd();
  }

  /** Whether the window has room for a new segment. */
  boolean maySendNew() {
    return congestion.packetsInFlight() < congestion.cwnd();
  }

  /** {@code __tcp_retransmit_skb}: a segment goes out again, for an answer. */
  void probed(SkBuff skb, long nowNs) {
    skb.tcp().mark(TcpHeader.EVER_RETRANS);
    skb.sentNs(nowNs);
    congestion.probed(skb.tcp().tx(), skb.payloadBytes(), skb.gsoSegments());
  }

  /** {@code tcp_retransmit_skb}: a segment goes out again. */
  void resent(SkBuff skb, long nowNs) {
    skb.tcp().mark(TcpHeader.SACKED_RETRANS | TcpHeader.EVER_RETRANS);
    if (resentNs == 0) {
      resentNs = skb.sentNs();
    }
    undoRetransmitted = Math.max(undoRetransmitted, 0) + skb.gsoSegments();
    skb.sentNs(nowNs);
    congestion.resent(skb.tcp().tx(), skb.payloadBytes(), skb.gsoSegments());
  }

  /** {@code tcp_check_dsack} with {@code tcp_dsack_seen}: the peer has got something twice. */
  void duplicateSeen(long startSeq, long endSeq, AckState ack) {
    sock.count(SnmpCounter.TCP_EXT_DSACK_RECV);
    ack.dsacking = true;
    if (sock.probe.isOf(endSeq)) {
      ack.dsackOfProbe = true;
    } else {
      detection.duplicateSeen();
    }
    if (undoable && undoRetransmitted > 0 && endSeq > undoSeq) {
      int segments = (int) ((endSeq - startSeq + sock.mssBytes - 1) / sock.mssBytes);
      undoRetransmitted = Math.max(undoRetransmitted - segments, 0);
    }
  }

  /**
   * {@code tcp_fastretrans_alert}: an acknowledgement that is a duplicate, tells of something out of order, or comes
   * while something is missing.
   *
   * @param echoMs the time that it echoes
   * @return after how many microseconds to look again for what is lost, or 0
   */
  long alert(AckState ack, long echoMs) {
    leave(echoMs);
    switch (congestion.state()) {
      case RECOVERY -> {
        return recover(ack, echoMs);
      }
      case LOSS -> {
        processLoss(ack, echoMs);
        long againUs = identify(ack);
        if (!isLoss() || ack.lostAgain) {
          begin();
        }
        return againUs;
      }
      default -> {
        undoByDuplicates();
        long againUs = identify(ack);
        begin();
        return againUs;
      }
    }
  }

  /** What {@code tcp_fastretrans_alert} asks first: whether all has arrived that was on its way at the beginning. */
  private void leave(long echoMs) {
    if (congestion.state() == CaState.OPEN) {
      resentNs = 0;
    } else if (sock.sndUna >= highSeq && congestion.state() == CaState.CWR && sock.sndUna != highSeq) {
      congestion.endReduction();
      congestion.state(CaState.OPEN);
    } else if (sock.sndUna >= highSeq && congestion.state() == CaState.RECOVERY) {
      endRecovery(echoMs);
    }
  }

  /** {@code tcp_try_undo_recovery}. */
  private void endRecovery(long echoMs) {
    if (mayUndo(echoMs)) {
      undo(false, isLoss() ? SnmpCounter.TCP_EXT_LOSS_UNDO : SnmpCounter.TCP_EXT_FULL_UNDO);
    } else if (undoable && congestion.state() == CaState.RECOVERY) {
      congestion.endReduction();
    }
    detection.recovered();
    undoable = false;
    congestion.state(CaState.OPEN);
  }

  private long recover(AckState ack, long echoMs) {
    if (ack.advanced && mayUndo(echoMs) && congestion.flight().retransmitted() == 0) {
      undo(true, SnmpCounter.TCP_EXT_PARTIAL_UNDO);
      keepOpen();
    } else {
      undoByDuplicates();
    }
    long againUs = identify(ack);
    if (!isRecovering()) {
      begin();
    }
    return againUs;
  }

  /** {@code tcp_time_to_recover} and {@code tcp_enter_recovery}; without a loss there may still be disorder. */
  private void begin() {
    if (congestion.flight().lost() > 0) {
      enter();
    } else if (congestion.state() != CaState.CWR) {
      keepOpen();
    }
  }

  /** {@code tcp_enter_recovery}. */
  private void enter() {
    sock.count(SnmpCounter.TCP_EXT_SACK_RECOVERY);
    beginUndo();
    congestion.beginReduction(CaState.RECOVERY);
    sock.probe.forget();
    highSeq = sock.sndNxt;
  }

  /** {@code tcp_try_keep_open}. */
  private void keepOpen() {
    boolean disorder = congestion.flight().leftOut() || congestion.flight().retransmitted() > 0 || undoable;
    CaState state = disorder ? CaState.DISORDER : CaState.OPEN;
    if (congestion.state() != state) {
      congestion.state(state);
      highSeq = sock.sndNxt;
    }
  }

  /** {@code tcp_identify_packet_loss}. */
  private long identify(AckState ack) {
    if (sock.rtxQueue.isEmpty()) {
      return 0;
    }
    int before = congestion.flight().retransmitted();
    long againUs = detection.identify(sock);
    ack.lostAgain = before > congestion.flight().retransmitted();
    return againUs;
  }

  /** {@code tcp_rack_reo_timeout}: true if something is lost. */
  boolean expireReordering() {
    int before = congestion.packetsInFlight();
    detection.expire(sock);
    if (before == congestion.packetsInFlight()) {
      return false;
    }
    if (congestion.state() != CaState.RECOVERY) {
      enter();
      congestion.beginByTimer();
    }
    return true;
  }

  /** {@code tcp_rack_update_reo_wnd}. */
  void adapt() {
    detection.adapt(sock);
  }

  /** {@code tcp_process_tlp_ack}: what a probe has sent again was lost, and all is repaired. */
  void reduceForProbe() {
    sock.count(SnmpCounter.TCP_EXT_LOSS_PROBE_RECOVERY);
    sock.probe.forget();
    congestion.beginReduction(CaState.CWR);
    highSeq = sock.sndNxt;
    congestion.endReduction();
    keepOpen();
  }

  /** {@code tcp_enter_loss}: the retransmission timer has expired. */
  void enterLoss() {
    markLost();
    boolean again = congestion.state().isRecovering() && highSeq > sock.sndUna
        && (!isLoss() || timeout.hasExpired());
    boolean fresh = congestion.state().compareTo(CaState.RECOVERY) < 0;
    congestion.enterLoss(again);
    if (!again) {
      beginUndo();
    }
    highSeq = sock.sndNxt;
    sock.probe.forget();
    doubted = fresh || timeout.hasExpired();
  }

  /** {@code tcp_timeout_mark_lost}. */
  private void markLost() {
    SkBuff head = sock.rtxQueue.peek();
    if (head.tcp().isMarked(TcpHeader.SACKED_ACKED)) {
      sock.scoreboard.forgetSacked();
    }
    for (SkBuff skb = head; skb != null; skb = skb.next()) {
      if (skb == head || detection.isLostByTimeout(sock, skb)) {
        sock.scoreboard.markLost(skb);
      }
    }
  }

  /** {@code tcp_process_loss}: F-RTO (RFC 5682) finds out whether the timer has expired too early. */
  private void processLoss(AckState ack, long echoMs) {
    boolean tooEarly = doubted && ack.originalCame;
    if (ack.advanced && mayUndo(echoMs) || tooEarly) {
      sock.count(SnmpCounter.TCP_EXT_SPURIOUS_RTOS, tooEarly ? 1 : 0);
      undo(true, SnmpCounter.TCP_EXT_LOSS_UNDO);
      congestion.state(CaState.OPEN);
      return;
    }
    if (doubted && sock.sndNxt > highSeq) {
      doubted = !ack.dataSacked && ack.notDuplicate;
    } else if (doubted && ack.advanced && sock.sndUna < highSeq) {
      doubted = false;
    }
    if (sock.sndUna >= highSeq) {
      endRecovery(echoMs);
    }
  }

  private void beginUndo() {
    undoable = true;
    undoSeq = sock.sndUna;
    undoRetransmitted = congestion.flight().retransmitted() > 0 ? congestion.flight().retransmitted() : -1;
  }

  /** {@code tcp_may_undo}: all that was sent again came twice, or the first was still on its way. */
  private boolean mayUndo(long echoMs) {
    boolean delayed = resentNs > 0 && echoMs > 0 && echoMs < TcpTransmit.clockMs(resentNs);
    return undoable && (undoRetransmitted == 0 || delayed);
  }

  /** {@code tcp_try_undo_dsack}. */
  private void undoByDuplicates() {
    if (undoable && undoRetransmitted == 0) {
      undo(false, SnmpCounter.TCP_EXT_DSACK_UNDO);
    }
  }

  private void undo(boolean unmarks, SnmpCounter counter) {
    sock.count(counter);
    if (unmarks) {
      sock.scoreboard.unmarkLost();
    }
    congestion.undoReduction();
    undoable = false;
  }
}
