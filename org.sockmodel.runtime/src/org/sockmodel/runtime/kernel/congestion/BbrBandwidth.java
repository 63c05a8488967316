package org.sockmodel.runtime.kernel.congestion;

/**
 * The largest rate of delivery in ten round trips: {@code bbr_update_bw}, {@code net/ipv4/tcp_bbr.c}, with {@code
 * lib/win_minmax.c}; and whether it has stopped to grow. A round trip is over when a segment is acknowledged that was
 * sent after it had begun.
 */
final class BbrBandwidth {

  /** One segment per microsecond. */
  static final long UNIT = 1L << 24;

  static final int GAIN_SHIFT = 8;

  private static final int UNIT_SHIFT = 24;
  private static final int WINDOW_ROUNDS = 10;
  private static final int FULL_ROUNDS = 3;
  /** {@code bbr_pacing_margin_percent}: paces a little more slowly than it could. */
  private static final long USEC_MARGIN = 1_000_000 / 100 * 99;

  private final long[] best = new long[3];
  private final long[] bestRound = new long[3];
  private long rounds;
  private long nextRoundDelivered;
  private boolean roundStart;
  private long fullRate;
  private int fullRounds;
  private boolean full;

  /** {@code bbr_rate_bytes_per_sec}, without an overflow. */
  static long bytesPerSecond(long rate, int gain, int mssBytes) {
    long scaled = rate * mssBytes * gain >> GAIN_SHIFT;
    return (scaled >> UNIT_SHIFT) * USEC_MARGIN + ((scaled & UNIT - 1) * USEC_MARGIN >> UNIT_SHIFT);
  }

  void start(long delivered) {
    nextRoundDelivered = delivered;
  }

  void update(RateSample sample, long delivered) {
    roundStart = false;
    if (sample.delivered < 0 || sample.intervalUs <= 0) {
      return;
    }
    if (sample.priorDelivered >= nextRoundDelivered) {
      nextRoundDelivered = delivered;
      rounds++;
      roundStart = true;
    }
    long rate = sample.delivered * UNIT / sample.intervalUs;
    if (!sample.appLimited || rate >= max()) {
      add(rate);
    }
  }

  /** {@code bbr_check_full_bw_reached}: a quarter more in three rounds, or it will not be more. */
  void checkFull(RateSample sample) {
    if (full || !roundStart || sample.appLimited) {
      return;
    }
    if (max() >= fullRate * 5 / 4) {
      fullRate = max();
      fullRounds = 0;
    } else {
      fullRounds++;
      full = fullRounds >= FULL_ROUNDS;
    }
  }

  void forgetFull() {
    fullRate = 0;
    roundStart = true;
  }

  /** A new round trip begins with what is sent from now on. */
  void beginRound(long delivered) {
    nextRoundDelivered = delivered;
  }

  long max() {
    return best[0];
  }

  boolean isRoundStart() {
    return roundStart;
  }

  boolean isFull() {
    return full;
  }

  /** {@code minmax_running_max}: keeps the best, and the best after it, and after that. */
  private void add(long rate) {
    if (rate >= best[0] || rounds - bestRound[2] > WINDOW_ROUNDS) {
      set(0, rate, rounds);
      return;
    }
    if (rate >= best[1]) {
      set(1, rate, rounds);
    } else if (rate >= best[2]) {
      set(2, rate, rounds);
    }
    age(rate);
  }

  private void age(long rate) {
    long age = rounds - bestRound[0];
    if (age > WINDOW_ROUNDS) {
      shift(rate);
      if (rounds - bestRound[0] > WINDOW_ROUNDS) {
        shift(rate);
      }
    } else if (bestRound[1] == bestRound[0] && age > WINDOW_ROUNDS / 4) {
      set(1, rate, rounds);
    } else if (bestRound[2] == bestRound[1] && age > WINDOW_ROUNDS / 2) {
      set(2, rate, rounds);
    }
  }

  private void shift(long rate) {
    for (int i = 0; i < 2; i++) {
      best[i] = best[i + 1];
      bestRound[i] = bestRound[i + 1];
    }
    set(2, rate, rounds);
  }

  private void set(int from, long rate, long round) {
    for (int i = from; i < best.length; i++) {
      best[i] = rate;
      bestRound[i] = round;
    }
  }
}
