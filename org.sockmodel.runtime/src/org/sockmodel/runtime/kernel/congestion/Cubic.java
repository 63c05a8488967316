package org.sockmodel.runtime.kernel.congestion;

/**
 * CUBIC: {@code net/ipv4/tcp_cubic.c}. After a loss the window grows along a cubic curve of time that is flat where it
 * was before the loss, but no slower than Reno's would.
 */
final class Cubic implements CongestionControl {

  private static final int MIN_SSTHRESH = 2;
  /** {@code beta}: 717 of 1024. */
  private static final int BETA = 717;
  private static final int SCALE = 1024;
  /** The curve's steepness: {@code bic_scale} of 41 stands for 0.4 segments a cubic second. */
  private static final double STEEPNESS = 0.4;
  private static final double US_PER_SECOND = 1e6;
  private static final long EPOCH_REST_US = 1_000_000;
  private static final long UPDATE_US = 31_250;
  private static final int SLOWEST = 100;
  private static final int WITHOUT_LOSS = 20;
  private static final int FASTEST = 2;

  private final HyStart hyStart = new HyStart();
  private int perSegment;
  private int lastMostCwnd;
  private int lastCwnd;
  private long lastUs;
  private int originCwnd;
  private double originSeconds;
  private long minRttUs;
  private long epochUs;
  private boolean epoch;
  private long acks;
  private int renoCwnd;

  @Override
  public void start(Congestion connection, long nowUs) {
    hyStart.reset(connection, nowUs);
  }

  @Override
  public void acked(Congestion connection, RateSample sample, long nowUs) {
    if (sample.rttUs >= 0 && !(epoch && nowUs - epochUs < EPOCH_REST_US)) {
      long rttUs = Math.max(sample.rttUs, 1);
      minRttUs = minRttUs == 0 ? rttUs : Math.min(minRttUs, rttUs);
      hyStart.acked(connection, rttUs, minRttUs, nowUs);
    }
    CongestionWindow window = connection.window();
    if (!window.isLimited()) {
      return;
    }
    int left = window.isSlowStart() ? window.slowStart(sample.acked) : sample.acked;
    if (left > 0) {
      update(window.cwnd(), left, nowUs);
      window.avoid(perSegment, left);
    }
  }

  @Override
  public int ssthresh(Congestion connection) {
    int cwnd = connection.window().cwnd();
    epoch = false;
    lastMostCwnd = cwnd < lastMostCwnd ? cwnd * (SCALE + BETA) / (2 * SCALE) : cwnd;
    return Math.max(cwnd * BETA / SCALE, MIN_SSTHRESH);
  }

  @Override
  public void lost(Congestion connection) {
    epoch = false;
    lastMostCwnd = 0;
    lastCwnd = 0;
    minRttUs = 0;
    hyStart.reset(connection, connection.nowUs());
  }

  /** {@code bictcp_update}: for how many acknowledged segments the window is to grow by one. */
  private void update(int cwnd, int acked, long nowUs) {
    acks += acked;
    if (lastCwnd == cwnd && nowUs - lastUs <= UPDATE_US) {
      return;
    }
    lastCwnd = cwnd;
    lastUs = nowUs;
    if (!epoch) {
      beginEpoch(cwnd, acked, nowUs);
    }
    double seconds = (nowUs - epochUs + minRttUs) / US_PER_SECOND - originSeconds;
    long target = originCwnd + (long) (STEEPNESS * seconds * seconds * seconds);
    perSegment = target > cwnd ? (int) (cwnd / (target - cwnd)) : SLOWEST * cwnd;
    if (lastMostCwnd == 0) {
      perSegment = Math.min(perSegment, WITHOUT_LOSS);
    }
    perSegment = Math.max(Math.min(perSegment, reno(cwnd)), FASTEST);
  }

  private void beginEpoch(int cwnd, int acked, long nowUs) {
    epoch = true;
    epochUs = nowUs;
    acks = acked;
    renoCwnd = cwnd;
    originCwnd = Math.max(lastMostCwnd, cwnd);
    originSeconds = StrictMath.cbrt((originCwnd - cwnd) / STEEPNESS);
  }

  /** {@code tcp_friendliness}: at least what Reno would let the window grow. */
  private int reno(int cwnd) {
    long perGrowth = Math.max((long) cwnd * (SCALE + BETA) / (3L * (SCALE - BETA)), 1);
    renoCwnd += (int) (acks / perGrowth);
    acks %= perGrowth;
    return renoCwnd > cwnd ? cwnd / (renoCwnd - cwnd) : Integer.MAX_VALUE;
  }
}
