package org.sockmodel.runtime.kernel.congestion;

/** New Reno: {@code tcp_reno_cong_avoid}, {@code net/ipv4/tcp_cong.c}. */
final class Reno implements CongestionControl {

  private static final int MIN_SSTHRESH = 2;

  @Override
  public void acked(Congestion connection, RateSample sample, long nowUs) {
    CongestionWindow window = connection.window();
    if (window.isLimited()) {
      int left = window.isSlowStart() ? window.slowStart(sample.acked) : sample.acked;
      if (left > 0) {
        window.avoid(window.cwnd(), left);
      }
    }
  }

  @Override
  public int ssthresh(Congestion connection) {
    return Math.max(connection.window().cwnd() / 2, MIN_SSTHRESH);
  }
}
