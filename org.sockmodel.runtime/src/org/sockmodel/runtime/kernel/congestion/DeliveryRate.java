package org.sockmodel.runtime.kernel.congestion;

import org.sockmodel.runtime.kernel.skb.TxState;

/**
 * How fast segments are delivered: {@code net/ipv4/tcp_rate.c}. Each segment takes along what was delivered when it was
 * sent; its acknowledgement makes a sample of the difference. Cost: O(1) for each segment and acknowledgement.
 */
final class DeliveryRate {

  private final RateSample sample = new RateSample();
  private long delivered;
  private long deliveredUs;
  private long firstSentUs;
  private long appLimited;
  private long minRttUs = Long.MAX_VALUE;

  /** {@code tcp_rate_skb_sent}: a segment goes out now. */
  void sent(TxState tx, int packetsOut, long nowUs) {
    if (packetsOut == 0) {
      firstSentUs = nowUs;
      deliveredUs = nowUs;
    }
    tx.sent(nowUs, firstSentUs, deliveredUs, delivered, appLimited > 0);
  }

  /** Before the segments that an acknowledgement tells of are looked at. */
  void begin(int packetsInFlight) {
    sample.clear(packetsInFlight);
  }

  /** {@code tcp_count_delivered} and {@code tcp_rate_skb_delivered}: a segment has arrived. */
  void delivered(TxState tx, int segments) {
    delivered += segments;
    sample.acked += segments;
    if (tx.isSent() && (sample.priorUs == 0 || tx.delivered() > sample.priorDelivered)) {
      sample.priorDelivered = tx.delivered();
      sample.priorUs = Math.max(tx.deliveredUs(), 1);
      sample.appLimited = tx.isAppLimited();
      firstSentUs = tx.sentUs();
      sample.intervalUs = firstSentUs - tx.firstSentUs();
    }
  }

  /** {@code tcp_rate_gen}, with {@code tcp_update_rtt_min}. */
  RateSample sample(long rttUs, long nowUs) {
    if (rttUs >= 0) {
      minRttUs = Math.min(minRttUs, rttUs);
    }
    sample.rttUs = rttUs;
    if (appLimited > 0 && delivered > appLimited) {
      appLimited = 0;
    }
    if (sample.acked > 0) {
      deliveredUs = nowUs;
    }
    if (sample.priorUs == 0) {
      sample.intervalUs = RateSample.NONE;
      return sample;
    }
    sample.delivered = delivered - sample.priorDelivered;
    sample.intervalUs = Math.max(sample.intervalUs, nowUs - sample.priorUs);
    if (sample.intervalUs < minRttUs) {
      sample.intervalUs = RateSample.NONE;
    }
    return sample;
  }

  /** {@code tcp_rate_check_app_limited}: the sender has nothing to send though the window would let it. */
  void limitedByApplication(int packetsInFlight) {
    appLimited = Math.max(delivered + packetsInFlight, 1);
  }

  boolean isAppLimited() {
    return appLimited > 0;
  }

  /** {@code tp->delivered}: segments, with the SYN. */
  long delivered() {
    return delivered;
  }

  /** {@code delivered_mstamp}. */
  long deliveredUs() {
    return deliveredUs;
  }

  /** {@code tcp_min_rtt}: {@link Long#MAX_VALUE} as long as none was measured. */
  long minRttUs() {
    return minRttUs;
  }
}
