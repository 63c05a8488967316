package org.sockmodel.runtime.kernel.congestion;

/** What decides how much is sent: {@code struct tcp_congestion_ops}, {@code include/net/tcp.h}; one per connection. */
interface CongestionControl {

  /** {@code init}: the connection is established. */
  default void start(Congestion connection, long nowUs) {
  }

  /** {@code cong_control}, or {@code pkts_acked} and {@code cong_avoid}: segments with data were acknowledged. */
  void acked(Congestion connection, RateSample sample, long nowUs);

  /** {@code ssthresh}: something was lost; the threshold of slow start from now on. */
  int ssthresh(Congestion connection);

  /** {@code set_state(TCP_CA_Loss)}: the retransmission timer has expired. */
  default void lost(Congestion connection) {
  }

  /** {@code CA_EVENT_TX_START}: the first segment after none was on its way. */
  default void sendsAgain(Congestion connection, long nowUs) {
  }

  /** {@code sndbuf_expand}: how many windows the send buffer is to have room for. */
  default int sndbufWindows() {
    return 2;
  }

  /** Whether segments wait for their time to leave. */
  default boolean paces() {
    return false;
  }
}
