package org.sockmodel.runtime.kernel.tcp;

/**
 * What one acknowledgement brings: the flags of {@code tcp_ack} and {@code struct tcp_sacktag_state}, {@code
 * net/ipv4/tcp_input.c}.
 */
final class AckState {

  /** No time. */
  static final long NEVER = -1;

  /** {@code FLAG_SND_UNA_ADVANCED}. */
  boolean advanced;
  /** {@code FLAG_DATA_ACKED}. */
  boolean dataAcked;
  /** {@code FLAG_DATA_SACKED}: segments are known to have come that were not before. */
  boolean dataSacked;
  /** {@code FLAG_NOT_DUP}: it has data, changes the window, or acknowledges. */
  boolean notDuplicate;
  /** {@code FLAG_DSACKING_ACK}. */
  boolean dsacking;
  /** {@code FLAG_DSACK_TLP}: what came twice is what a loss probe sent. */
  boolean dsackOfProbe;
  /** {@code FLAG_ORIG_SACK_ACKED}: a segment that was sent but once has come, of those before the loss. */
  boolean originalCame;
  /** {@code FLAG_RETRANS_DATA_ACKED}. */
  boolean resentAcked;
  /** {@code FLAG_LOST_RETRANS}. */
  boolean lostAgain;
  /** {@code FLAG_SET_XMIT_TIMER}. */
  boolean setsTimer;
  /** {@code prior_fack}: behind the last segment that had come before, or what was acknowledged if none had. */
  long priorHighestSeq;
  /** {@code reord}: the first segment that has come later than others sent after it. */
  long reorderedSeq;
  /** {@code first_ackt} and {@code last_ackt}: when the first and the last segment were sent that are acknowledged. */
  long firstAckedNs;
  long lastAckedNs;
  /** {@code first_sackt} and {@code last_sackt}: the same of those that have come out of order. */
  long firstSackedNs;
  long lastSackedNs;

  void clear(long highestSeq) {
    advanced = false;
    dataAcked = false;
    dataSacked = false;
    notDuplicate = false;
    dsacking = false;
    dsackOfProbe = false;
    originalCame = false;
    resentAcked = false;
    lostAgain = false;
    setsTimer = false;
    priorHighestSeq = highestSeq;
    reorderedSeq = Long.MAX_VALUE;
    firstAckedNs = NEVER;
    lastAckedNs = NEVER;
    firstSackedNs = NEVER;
    lastSackedNs = NEVER;
  }
}
