package org.sockmodel.runtime.kernel.congestion;

/**
 * Makes a window smaller in proportion to what arrives (RFC 6937): {@code tcp_cwnd_reduction}, {@code
 * net/ipv4/tcp_input.c}, with {@code prr_delivered} and {@code prr_out} of {@code struct tcp_sock}.
 */
final class RateReduction {

  private int priorCwnd;
  private int delivered;
  private int out;

  /** {@code tcp_init_cwnd_reduction}. */
  void begin(int cwnd) {
    priorCwnd = cwnd;
    delivered = 0;
    out = 0;
  }

  /** Segments have gone out meanwhile. */
  void sent(int segments) {
    out += segments;
  }

  /**
   * The window after an acknowledgement.
   *
   * @param ssthresh what it is to come to
   * @param acked segments that it tells of
   * @param progresses whether the first missing segment has come and no other is lost
   */
  int cwnd(int ssthresh, int inFlight, int acked, boolean progresses) {
    delivered += acked;
    int missing = ssthresh - inFlight;
    int more;
    if (missing < 0) {
      more = (int) (((long) ssthresh * delivered + priorCwnd - 1) / priorCwnd) - out;
    } else {
      more = Math.min(missing, Math.max(delivered - out, acked) + (progresses ? 1 : 0));
    }
    return inFlight + Math.max(more, out > 0 ? 0 : 1);
  }
}
