package org.sockmodel.runtime.kernel.inet;

import org.sockmodel.runtime.kernel.congestion.Congestion;
import org.sockmodel.runtime.kernel.sched.Scheduler;
import org.sockmodel.runtime.kernel.skb.SkBuff;
import org.sockmodel.runtime.kernel.skb.SkBuffHead;

/**
 * What a sender takes for lost and sends again: {@code tcp_fastretrans_alert} and {@code tcp_enter_loss}, {@code
 * net/ipv4/tcp_input.c}. After three duplicate acknowledgements the first segment is lost, and with each partial one
 * the next; when the retransmission timer expires all are. How many may then be sent is {@link Congestion}'s.
 *
 * <p>Caveats: without SACK, and so without what needs it: RACK and the tail loss probe. The loss of a connection's last
 * segments is found by the timer.
 */
final class TcpRecovery {

  /** {@code TCP_RTO_MIN}. */
  private static final long RTO_MIN_NS = 200_000_000;
  /** {@code TCP_TIMEOUT_INIT}: as long as no round trip was measured. */
  private static final long RTO_INITIAL_NS = 1_000_000_000;
  /** {@code TCP_RTO_MAX}. */
  private static final long RTO_MAX_NS = 120_000_000_000L;

  /** {@code tcp_syn_retries}. */
  private static final int SYN_RETRIES = 6;
  /** What {@code tcp_retries2} of 15 comes to: {@code tcp_model_timeout}. */
  private static final long GIVES_UP_AFTER_NS = 924_600_000_000L;

  private static final int DUPLICATES = 3;

  private final Congestion congestion;
  private int duplicates;
  private int backoff;
  private int timeouts;
  private long firstTimeoutNs;
  private boolean recovering;
  private boolean timedOut;
  private long highSeq;
  private long lostSeq;
  private long retransmittedSeq;

  TcpRecovery(Congestion congestion) {
    this.congestion = congestion;
  }

  /** Whether something was lost and is not all acknowledged yet. */
  boolean isRecovering() {
    return recovering;
  }

  /** {@code icsk_rto}: how long the first segment may remain unacknowledged, in jiffies. */
  int rtoJiffies(long srttNs) {
    long ns = srttNs == 0 ? RTO_INITIAL_NS : srttNs + RTO_MIN_NS;
    ns = Math.min(ns << Math.min(backoff, Short.SIZE), RTO_MAX_NS);
    return (int) ((ns + Scheduler.TICK_NS - 1) / Scheduler.TICK_NS);
  }

  /** The next segment to send again, or null if there is none or the window does not allow it. */
  SkBuff nextLost(SkBuffHead rtxQueue) {
    if (!recovering || retransmittedSeq >= lostSeq) {
      return null;
    }
    int inFlight = 0;
    SkBuff skb = rtxQueue.peek();
    while (skb != null && skb.tcp().seq() < retransmittedSeq) {
      inFlight++;
      skb = skb.next();
    }
    return skb == null || skb.tcp().endSeq() > lostSeq || timedOut && inFlight >= congestion.cwnd() ? null : skb;
  }

  /** A lost segment has been sent again. */
  void retransmitted(SkBuff skb) {
    retransmittedSeq = skb.tcp().endSeq();
  }

  /** Whether a new segment may be sent: none that is lost comes first, and the window has room. */
  boolean maySendNew(SkBuffHead rtxQueue) {
    return nextLost(rtxQueue) == null && (!recovering || retransmittedSeq >= lostSeq)
        && congestion.packetsInFlight() < congestion.cwnd();
  }

  /** {@code tcp_write_timeout}: whether enough was tried; a SYN waits as long as before {@code linear} times. */
  boolean hasGivenUp(boolean syn, int linear, long nowNs) {
    return syn ? timeouts >= SYN_RETRIES + linear : timeouts > 0 && nowNs - firstTimeoutNs >= GIVES_UP_AFTER_NS;
  }

  /**
   * {@code tcp_enter_loss}: the retransmission timer has expired.
   *
   * @param linear how many times it then waits as long as before
   */
  void timeout(long sndUna, long sndNxt, int linear, long nowNs) {
    congestion.enterLoss(timedOut);
    if (timeouts++ == 0) {
      firstTimeoutNs = nowNs;
    }
    if (timeouts > linear) {
      backoff++;
    }
    timedOut = true;
    begin(sndUna, sndNxt, sndNxt);
  }

  /** A closed window was probed, or the probe answered. */
  void probed(boolean answered) {
    backoff = answered ? 0 : backoff + 1;
  }

  /** A duplicate acknowledgement has come; {@code head} is the first segment that is not acknowledged. */
  void duplicate(SkBuff head, long sndNxt) {
    duplicates++;
    if (duplicates == DUPLICATES && !recovering) {
      congestion.enterRecovery();
      begin(head.tcp().seq(), head.tcp().endSeq(), sndNxt);
    }
  }

  /** New data is acknowledged; {@code head} is the first segment that is not, or null. */
  void advanced(long sndUna, SkBuff head) {
    duplicates = 0;
    backoff = 0;
    timeouts = 0;
    if (recovering && sndUna >= highSeq) {
      recovering = false;
      timedOut = false;
      congestion.leaveRecovery();
    }
    if (recovering && !timedOut && head != null) {
      lostSeq = head.tcp().endSeq();
      retransmittedSeq = head.tcp().seq();
    }
  }

  /** {@code tcp_may_raise_cwnd}: the window may grow, unless it has just been made smaller. */
  boolean letsGrow() {
    return !recovering || timedOut;
  }

  private void begin(long fromSeq, long upToSeq, long sndNxt) {
    recovering = true;
    retransmittedSeq = fromSeq;
    lostSeq = upToSeq;
    highSeq = sndNxt;
  }
}
