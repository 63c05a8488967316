package org.sockmodel.runtime.kernel.congestion;

/**
 * Leaves slow start before something is lost: {@code hystart_update}, {@code net/ipv4/tcp_cubic.c}. Either the
 * acknowledgements of one round trip, in close order, last as long as half of the shortest round trip, or the round
 * trips of the first eight of them have become longer.
 */
final class HyStart {

  private static final int LOW_WINDOW = 16;
  private static final int SAMPLES = 8;
  private static final long TRAIN_GAP_US = 2000;
  private static final long LEAST_DELAY_US = 4000;
  private static final long MOST_DELAY_US = 16_000;

  private boolean found;
  private long endSegment;
  private long roundUs;
  private long lastAckUs;
  private long roundRttUs;
  private int samples;

  /** {@code bictcp_hystart_reset}: a round trip begins. */
  private void begin(Congestion connection, long nowUs) {
    roundUs = nowUs;
    lastAckUs = nowUs;
    endSegment = connection.delivered() + connection.packetsInFlight();
    roundRttUs = Long.MAX_VALUE;
    samples = 0;
  }

  void reset(Congestion connection, long nowUs) {
    found = false;
    begin(connection, nowUs);
  }

  /** A segment was acknowledged after {@code rttUs}; {@code minRttUs} is the shortest round trip so far. */
  void acked(Congestion connection, long rttUs, long minRttUs, long nowUs) {
    CongestionWindow window = connection.window();
    if (found || !window.isSlowStart() || window.cwnd() < LOW_WINDOW) {
      return;
    }
    if (connection.delivered() > endSegment) {
      begin(connection, nowUs);
    }
    if (nowUs - lastAckUs <= TRAIN_GAP_US) {
      lastAckUs = nowUs;
      found = nowUs - roundUs > minRttUs / 2;
    }
    roundRttUs = Math.min(roundRttUs, rttUs);
    if (samples < SAMPLES) {
      samples++;
    } else {
      found |= roundRttUs > minRttUs + Math.min(Math.max(minRttUs / 8, LEAST_DELAY_US), MOST_DELAY_US);
    }
    if (found) {
      window.ssthresh(window.cwnd());
    }
  }
}
