package org.sockmodel.runtime.kernel.skb;

/**
 * What was delivered of a connection when a segment was sent: {@code TCP_SKB_CB(skb)->tx}, {@code include/net/tcp.h}.
 */
public final class TxState {

  private static final long NEVER = -1;

  private long sentUs = NEVER;
  private long firstSentUs;
  private long deliveredUs;
  private long delivered;
  private boolean appLimited;

  void clear() {
    sentUs = NEVER;
  }

  void copy(TxState other) {
    sentUs = other.sentUs;
    firstSentUs = other.firstSentUs;
    deliveredUs = other.deliveredUs;
    delivered = other.delivered;
    appLimited = other.appLimited;
  }

  /**
   * @param newFirstSentUs when the first of the segments was sent that the rate is measured over
   * @param newDeliveredUs when a segment was delivered last
   * @param newDelivered how many were
   */
  public void sent(long nowUs, long newFirstSentUs, long newDeliveredUs, long newDelivered, boolean newAppLimited) {
    sentUs = nowUs;
    firstSentUs = newFirstSentUs;
    deliveredUs = newDeliveredUs;
    delivered = newDelivered;
    appLimited = newAppLimited;
  }

  public boolean isSent() {
    return sentUs != NEVER;
  }

  public long sentUs() {
    return sentUs;
  }

  public long firstSentUs() {
    return firstSentUs;
  }

  public long deliveredUs() {
    return deliveredUs;
  }

  public long delivered() {
    return delivered;
  }

  /** Whether the sender had less to send than it was allowed to. */
  public boolean isAppLimited() {
    return appLimited;
  }
}
