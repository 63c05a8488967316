package org.sockmodel.runtime.kernel.congestion;

/**
 * How many more segments are acknowledged at once than the rate would have it: {@code bbr_update_ack_aggregation},
 * {@code net/ipv4/tcp_bbr.c}. The largest excess of the last five to ten round trips makes the window larger.
 */
final class BbrAggregation {

  private static final int WINDOW_ROUNDS = 5;
  private static final long RESET_SEGMENTS = 1 << 20;
  private static final long MOST_US = 100_000;

  private final long[] excess = new long[2];
  private int current;
  private int rounds;
  private long epochUs;
  private long epochAcked;

  /** A time of sampling begins. */
  void start(long nowUs) {
    epochUs = nowUs;
    epochAcked = 0;
  }

  void update(RateSample sample, BbrBandwidth bandwidth, long deliveredUs, int cwnd) {
    if (sample.acked <= 0 || sample.delivered < 0 || sample.intervalUs <= 0) {
      return;
    }
    if (bandwidth.isRoundStart() && ++rounds >= WINDOW_ROUNDS) {
      rounds = 0;
      current ^= 1;
      excess[current] = 0;
    }
    long expected = bandwidth.max() * (deliveredUs - epochUs) / BbrBandwidth.UNIT;
    if (epochAcked <= expected || epochAcked + sample.acked >= RESET_SEGMENTS) {
      start(deliveredUs);
      expected = 0;
    }
    epochAcked = Math.min(epochAcked + sample.acked, RESET_SEGMENTS - 1);
    excess[current] = Math.max(excess[current], Math.min(epochAcked - expected, cwnd));
  }

  /** {@code bbr_ack_aggregation_cwnd}. */
  long segments(BbrBandwidth bandwidth) {
    return Math.min(Math.max(excess[0], excess[1]), bandwidth.max() * MOST_US / BbrBandwidth.UNIT);
  }
}
