package org.sockmodel.runtime.kernel.congestion;

import org.sockmodel.runtime.random.RandomStream;

/**
 * BBR: {@code net/ipv4/tcp_bbr.c}. It measures the rate of delivery and the shortest round trip, sends at that rate and
 * keeps a little more than their product on its way. It begins faster (STARTUP) until the rate grows no more, lets the
 * queue that this made run empty (DRAIN), and then tries in turns whether there is more (PROBE_BW); every ten seconds
 * it sends next to nothing to see the round trip of an empty path (PROBE_RTT).
 *
 * <p>Gains are counted in 256ths, rates in segments per microsecond of 24 binary places, as in the kernel, for the
 * sake of equal rounding. Caveat: without the estimate of a policer's rate ({@code lt_bw}), which needs losses.
 */
final class Bbr implements CongestionControl {

  private static final int UNIT = 256;
  private static final int HIGH_GAIN = UNIT * 2885 / 1000 + 1;
  private static final int DRAIN_GAIN = UNIT * 1000 / 2885;
  private static final int CWND_GAIN = 2 * UNIT;
  private static final int CYCLE_PHASES = 8;
  private static final int RANDOM_PHASES = 7;
  private static final int MIN_CWND = 4;
  private static final int SNDBUF_WINDOWS = 3;
  private static final long NOMINAL_RTT_US = 1000;
  private static final long MIN_RTT_WINDOW_US = 10_000_000;
  private static final long PROBE_RTT_US = 200_000;

  private final RandomStream random;
  private final BbrBandwidth bandwidth = new BbrBandwidth();
  private final BbrAggregation aggregation = new BbrAggregation();
  private Mode mode = Mode.STARTUP;
  private int cyclePhase;
  private long cycleUs;
  private int pacingGain = HIGH_GAIN;
  private int cwndGain = HIGH_GAIN;
  private long minRttUs;
  private long minRttStampUs;
  private long probeRttDoneUs;
  private boolean probeRttRound;
  private boolean seenRtt;
  private boolean restarts;
  private boolean conserves;
  /** {@code prev_ca_state}. */
  private CaState prior = CaState.OPEN;
  private int priorCwnd;

  private enum Mode {
    STARTUP, DRAIN, PROBE_BW, PROBE_RTT
  }

  /**
   * @param random chooses the phase that PROBE_BW begins with
   */
  Bbr(RandomStream random) {
    this.random = random;
  }

  @Override
  public boolean paces() {
    return true;
  }

  @Override
  public int sndbufWindows() {
    return SNDBUF_WINDOWS;
  }

  @Override
  public void start(Congestion connection, long nowUs) {
    minRttUs = connection.rate().minRttUs();
    minRttStampUs = nowUs;
    bandwidth.start(connection.delivered());
    aggregation.start(nowUs);
    paceFromRtt(connection);
  }

  /** {@code bbr_main}. */
  @Override
  public void acked(Congestion connection, RateSample sample, long nowUs) {
    bandwidth.update(sample, connection.delivered());
    conserves &= !bandwidth.isRoundStart();
    aggregation.update(sample, bandwidth, connection.rate().deliveredUs(), connection.cwnd());
    updateCycle(connection, sample);
    bandwidth.checkFull(sample);
    checkDrain(connection);
    updateMinRtt(connection, sample, nowUs);
    updateGains();
    setPacingRate(connection, bandwidth.max(), pacingGain);
    setCwnd(connection, sample);
  }

  @Override
  public int ssthresh(Congestion connection) {
    saveCwnd(connection);
    return connection.ssthresh();
  }

  @Override
  public void lost(Congestion connection) {
    prior = CaState.LOSS;
    bandwidth.forgetFull();
  }

  @Override
  public void sendsAgain(Congestion connection, long nowUs) {
    if (!connection.rate().isAppLimited()) {
      return;
    }
    restarts = true;
    aggregation.start(nowUs);
    if (mode == Mode.PROBE_BW) {
      setPacingRate(connection, bandwidth.max(), UNIT);
    } else if (mode == Mode.PROBE_RTT) {
      checkProbeRttDone(connection, nowUs);
    }
  }

  /** {@code bbr_init_pacing_rate_from_rtt}. */
  private void paceFromRtt(Congestion connection) {
    seenRtt = connection.srttUs() > 0;
    long rttUs = seenRtt ? connection.srttUs() : NOMINAL_RTT_US;
    connection.pacing().bytesPerSecond(BbrBandwidth.bytesPerSecond(
        connection.cwnd() * BbrBandwidth.UNIT / rttUs, HIGH_GAIN, connection.mssBytes()));
  }

  private void setPacingRate(Congestion connection, long rate, int gain) {
    if (!seenRtt && connection.srttUs() > 0) {
      paceFromRtt(connection);
    }
    long bytes = BbrBandwidth.bytesPerSecond(rate, gain, connection.mssBytes());
    if (bandwidth.isFull() || bytes > connection.pacing().bytesPerSecond()) {
      connection.pacing().bytesPerSecond(bytes);
    }
  }

  /** {@code bbr_update_cycle_phase}: each phase lasts a round trip, more or less. */
  private void updateCycle(Congestion connection, RateSample sample) {
    if (mode != Mode.PROBE_BW) {
      return;
    }
    boolean full = connection.rate().deliveredUs() - cycleUs > minRttUs;
    long inFlight = inFlightAtNextSend(connection, sample.priorInFlight);
    boolean next = full;
    if (pacingGain > UNIT) {
      next = full && inFlight >= inFlight(connection, pacingGain);
    } else if (pacingGain < UNIT) {
      next = full || inFlight <= inFlight(connection, UNIT);
    }
    if (next) {
      nextPhase(connection);
    }
  }

  private void nextPhase(Congestion connection) {
    cyclePhase = (cyclePhase + 1) % CYCLE_PHASES;
    cycleUs = connection.rate().deliveredUs();
  }

  private void checkDrain(Congestion connection) {
    if (mode == Mode.STARTUP && bandwidth.isFull()) {
      mode = Mode.DRAIN;
      connection.window().ssthresh((int) inFlight(connection, UNIT));
    }
    if (mode == Mode.DRAIN
        && inFlightAtNextSend(connection, connection.packetsInFlight()) <= inFlight(connection, UNIT)) {
      probeBandwidth(connection);
    }
  }

  private void probeBandwidth(Congestion connection) {
    mode = Mode.PROBE_BW;
    cyclePhase = CYCLE_PHASES - 1 - (int) (random.nextDouble() * RANDOM_PHASES);
    nextPhase(connection);
  }

  private void updateMinRtt(Congestion connection, RateSample sample, long nowUs) {
    boolean expired = nowUs > minRttStampUs + MIN_RTT_WINDOW_US;
    if (sample.rttUs >= 0 && (sample.rttUs < minRttUs || expired)) {
      minRttUs = sample.rttUs;
      minRttStampUs = nowUs;
    }
    if (expired && !restarts && mode != Mode.PROBE_RTT) {
      mode = Mode.PROBE_RTT;
      saveCwnd(connection);
      probeRttDoneUs = 0;
    }
    if (mode == Mode.PROBE_RTT) {
      probeRtt(connection, nowUs);
    }
    restarts &= sample.delivered <= 0;
  }

  private void probeRtt(Congestion connection, long nowUs) {
    connection.rate().limitedByApplication(connection.packetsInFlight());
    if (probeRttDoneUs == 0 && connection.packetsInFlight() <= MIN_CWND) {
      probeRttDoneUs = nowUs + PROBE_RTT_US;
      probeRttRound = false;
      bandwidth.beginRound(connection.delivered());
    } else if (probeRttDoneUs != 0) {
      probeRttRound |= bandwidth.isRoundStart();
      if (probeRttRound) {
        checkProbeRttDone(connection, nowUs);
      }
    }
  }

  private void checkProbeRttDone(Congestion connection, long nowUs) {
    if (probeRttDoneUs == 0 || nowUs <= probeRttDoneUs) {
      return;
    }
    minRttStampUs = nowUs;
    connection.window().cwnd(Math.max(connection.cwnd(), priorCwnd));
    if (bandwidth.isFull()) {
      probeBandwidth(connection);
    } else {
      mode = Mode.STARTUP;
    }
  }

  private void updateGains() {
    switch (mode) {
      case STARTUP -> gains(HIGH_GAIN, HIGH_GAIN);
      case DRAIN -> gains(DRAIN_GAIN, HIGH_GAIN);
      case PROBE_BW -> gains(cyclePhase == 0 ? UNIT * 5 / 4 : cyclePhase == 1 ? UNIT * 3 / 4 : UNIT, CWND_GAIN);
      default -> gains(UNIT, UNIT);
    }
  }

  private void gains(int pacing, int cwnd) {
    pacingGain = pacing;
    cwndGain = cwnd;
  }

  /** {@code bbr_set_cwnd}. */
  private void setCwnd(Congestion connection, RateSample sample) {
    CongestionWindow window = connection.window();
    if (sample.acked > 0) {
      int cwnd = recoverOrRestore(connection, sample);
      window.cwnd(conserves ? Math.max(cwnd, connection.packetsInFlight() + sample.acked)
          : grown(connection, cwnd, sample.acked));
    }
    if (mode == Mode.PROBE_RTT) {
      window.cwnd(Math.min(window.cwnd(), MIN_CWND));
    }
  }

  /** {@code bbr_set_cwnd_to_recover_or_restore}: a first round trip of recovery sends no more than arrives. */
  private int recoverOrRestore(Congestion connection, RateSample sample) {
    CaState state = connection.state();
    int cwnd = connection.cwnd();
    if (sample.losses > 0) {
      cwnd = Math.max(cwnd - sample.losses, 1);
    }
    if (state == CaState.RECOVERY && prior != CaState.RECOVERY) {
      conserves = true;
      bandwidth.beginRound(connection.delivered());
      cwnd = connection.packetsInFlight() + sample.acked;
    } else if (prior.isRecovering() && !state.isRecovering()) {
      cwnd = Math.max(cwnd, priorCwnd);
      conserves = false;
    }
    prior = state;
    return cwnd;
  }

  private int grown(Congestion connection, int cwnd, int acked) {
    long target = budget(connection, bdp(cwndGain) + (bandwidth.isFull() ? aggregation.segments(bandwidth) : 0));
    if (bandwidth.isFull()) {
      return (int) Math.max(Math.min(cwnd + acked, target), MIN_CWND);
    }
    boolean grows = cwnd < target || connection.delivered() < Congestion.INITIAL_CWND;
    return Math.max(grows ? cwnd + acked : cwnd, MIN_CWND);
  }

  private void saveCwnd(Congestion connection) {
    boolean cut = prior.isRecovering() || mode == Mode.PROBE_RTT;
    priorCwnd = cut ? Math.max(priorCwnd, connection.cwnd()) : connection.cwnd();
  }

  /** {@code bbr_bdp}: what a round trip delivers, in segments. */
  private long bdp(int gain) {
    if (minRttUs == Long.MAX_VALUE) {
      return Congestion.INITIAL_CWND;
    }
    return ((bandwidth.max() * minRttUs * gain >> BbrBandwidth.GAIN_SHIFT) + BbrBandwidth.UNIT - 1)
        / BbrBandwidth.UNIT;
  }

  /** {@code bbr_quantization_budget}: room for what is made, sent and received at once. */
  private long budget(Congestion connection, long segments) {
    long even = segments + 3L * connection.paceSegments() + 1 & ~1L;
    return mode == Mode.PROBE_BW && cyclePhase == 0 ? even + 2 : even;
  }

  private long inFlight(Congestion connection, int gain) {
    return budget(connection, bdp(gain));
  }

  /** {@code bbr_packets_in_net_at_edt}. */
  private long inFlightAtNextSend(Congestion connection, int now) {
    long leavesUs = Math.max(connection.nextSendNs() / 1000 - connection.nowUs(), 0);
    long then = now + (pacingGain > UNIT ? connection.paceSegments() : 0);
    return Math.max(then - (bandwidth.max() * leavesUs / BbrBandwidth.UNIT), 0);
  }
}
