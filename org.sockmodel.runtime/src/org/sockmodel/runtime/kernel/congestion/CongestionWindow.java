package org.sockmodel.runtime.kernel.congestion;

/**
 * How many segments may be on their way: {@code snd_cwnd} and {@code snd_ssthresh} of {@code struct tcp_sock}, with the
 * steps that Reno and CUBIC share, {@code net/ipv4/tcp_cong.c}.
 */
final class CongestionWindow {

  /** {@code TCP_INFINITE_SSTHRESH}. */
  static final int INFINITE = Integer.MAX_VALUE;

  private int cwnd = Congestion.INITIAL_CWND;
  private int ssthresh = INFINITE;
  private int count;
  private boolean limited;
  private int mostOut;
  private long usageSeq;

  int cwnd() {
    return cwnd;
  }

  void cwnd(int segments) {
    cwnd = segments;
  }

  int ssthresh() {
    return ssthresh;
  }

  void ssthresh(int segments) {
    ssthresh = segments;
  }

  /** {@code tcp_in_slow_start}. */
  boolean isSlowStart() {
    return cwnd < ssthresh;
  }

  /** {@code tcp_cwnd_validate}: something was sent, or could not be. */
  void validate(boolean isLimited, int packetsOut, long sndUna, long sndNxt) {
    if (sndUna >= usageSeq || isLimited || !limited && packetsOut > mostOut) {
      limited = isLimited;
      mostOut = packetsOut;
      usageSeq = sndNxt;
    }
  }

  /** {@code tcp_is_cwnd_limited}: a window that nobody fills does not grow. */
  boolean isLimited() {
    return limited || isSlowStart() && cwnd < 2 * mostOut;
  }

  /** {@code tcp_slow_start}: returns how many of the acknowledged segments are left when it is over. */
  int slowStart(int acked) {
    int before = cwnd;
    cwnd = Math.min(cwnd + acked, ssthresh);
    return acked - (cwnd - before);
  }

  /** {@code tcp_cong_avoid_ai}: one segment more for every {@code perSegment} that are acknowledged. */
  void avoid(int perSegment, int acked) {
    if (count >= perSegment) {
      count = 0;
      cwnd++;
    }
    count += acked;
    if (count >= perSegment) {
      int more = count / perSegment;
      count -= more * perSegment;
      cwnd += more;
    }
  }

  /** {@code tcp_enter_loss}. */
  void restart(int segments) {
    cwnd = segments;
    count = 0;
  }
}
