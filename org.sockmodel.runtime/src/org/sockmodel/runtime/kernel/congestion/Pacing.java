package org.sockmodel.runtime.kernel.congestion;

/**
 * When the next segment may leave: {@code sk_pacing_rate} with {@code tcp_wstamp_ns}, {@code tcp_pacing_check} and
 * {@code tcp_update_skb_after_send}, {@code net/ipv4/tcp_output.c}. All kernels measure the rate, since segments grow
 * with it; only where the congestion control asks for it do they wait.
 */
final class Pacing {

  /** A rate that was not measured yet: {@code ~0UL}. */
  static final long UNLIMITED = Long.MAX_VALUE;

  /** Segments that leave without a pause: {@code data_segs_out} of {@code tcp_update_skb_after_send}. */
  private static final int FREE_SEGMENTS = 10;

  private static final double NS_PER_SECOND = 1e9;

  private boolean enforced;
  private long bytesPerSecond = UNLIMITED;
  private long nextNs;
  private long sentSegments;

  /** {@code SK_PACING_NEEDED}: a congestion control asks for pauses, which stay if another takes its place. */
  void enforce() {
    enforced = true;
  }

  /** {@code tcp_pacing_check}: whether the next segment has to wait. */
  boolean holds(long nowNs) {
    return enforced && nextNs > nowNs;
  }

  /** {@code tcp_wstamp_ns}: when the next segment may leave. */
  long nextNs() {
    return nextNs;
  }

  long bytesPerSecond() {
    return bytesPerSecond;
  }

  void bytesPerSecond(long rate) {
    bytesPerSecond = rate;
  }

  /** {@code tcp_update_skb_after_send}: half of the pause at most is made up for by the time that passed unused. */
  void sent(int bytes, int segments, long nowNs) {
    long credit = Math.max(nowNs - nextNs, 0);
    nextNs = Math.max(nextNs, nowNs);
    sentSegments += segments;
    if (enforced && bytesPerSecond != UNLIMITED && bytesPerSecond > 0 && sentSegments >= FREE_SEGMENTS) {
      long pauseNs = (long) (bytes * NS_PER_SECOND / bytesPerSecond);
      nextNs += pauseNs - Math.min(pauseNs / 2, credit);
    }
  }
}
