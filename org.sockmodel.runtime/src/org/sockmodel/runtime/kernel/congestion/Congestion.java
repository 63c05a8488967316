package org.sockmodel.runtime.kernel.congestion;

import org.sockmodel.runtime.kernel.skb.TxState;
import org.sockmodel.runtime.random.RandomStream;
import org.sockmodel.runtime.uapi.CongestionAlgorithm;

/**
 * How fast one connection sends: the part of {@code struct tcp_sock} that is about congestion, with what changes it:
 * {@code tcp_cong_control}, {@code net/ipv4/tcp_input.c}. Segments are counted as GSO cuts them.
 */
public final class Congestion {

  /** {@code TCP_INIT_CWND}, in segments. */
  public static final int INITIAL_CWND = 10;

  private static final long NS_PER_US = 1000;

  /** {@code sysctl_tcp_min_tso_segs} and what BBR asks for. */
  private static final int MIN_TSO_SEGMENTS = 2;
  /** {@code sk_pacing_shift}: a segment is what is sent in about a millisecond. */
  private static final int PACING_SHIFT = 10;
  /** {@code tcp_tso_rtt_log}: and more of it where the round trip is short. */
  private static final int TSO_RTT_LOG = 9;
  /** {@code tcp_pacing_ss_ratio} and {@code tcp_pacing_ca_ratio}, in percent. */
  private static final int SLOW_START_RATIO = 200;
  private static final int AVOIDANCE_RATIO = 120;

  private CongestionAlgorithm algorithm;
  private CongestionControl control;
  private final CongestionWindow window = new CongestionWindow();
  private final DeliveryRate rate = new DeliveryRate();
  private final Flight flight = new Flight();
  private final RateReduction reduction = new RateReduction();
  private final Pacing pacing = new Pacing();
  private final int maxGsoBytes;
  private CaState state = CaState.OPEN;
  private int mssBytes = 1;
  private int priorCwnd;
  private int priorSsthresh;
  private long priorLost;
  private long srttUs;
  private long nowNs;
  private boolean established;

  /**
   * @param random what the algorithm draws from
   * @param maxGsoBytes {@code sk_gso_max_size}
   */
  public Congestion(CongestionAlgorithm algorithm, RandomStream random, int maxGsoBytes) {
    this.maxGsoBytes = maxGsoBytes;
    choose(algorithm, random);
  }

  /** The algorithm that controls it. */
  public CongestionAlgorithm algorithm() {
    return algorithm;
  }

  /** {@code tcp_set_congestion_control}: a connection that there is already goes on with its window. */
  void choose(CongestionAlgorithm newAlgorithm, RandomStream random) {
    algorithm = newAlgorithm;
    control = switch (algorithm) {
      case RENO -> new Reno();
      case CUBIC -> new Cubic();
      case BBR -> new Bbr(random);
    };
    if (established) {
      startControl();
    }
  }

  /** {@code snd_cwnd}, in segments. */
  public int cwnd() {
    return window.cwnd();
  }

  /** {@code snd_ssthresh}, in segments. */
  public int ssthresh() {
    return window.ssthresh();
  }

  /** {@code icsk_ca_state}. */
  public CaState state() {
    return state;
  }

  /** {@code tcp_set_ca_state}. */
  public void state(CaState newState) {
    state = newState;
  }

  /** Which segments are on their way. */
  public Flight flight() {
    return flight;
  }

  /** {@code tcp_min_rtt}: the shortest round trip so far, in microseconds; {@link Long#MAX_VALUE} if there was none. */
  public long minRttUs() {
    return rate.minRttUs();
  }

  /** {@code tp->delivered}: segments that have arrived, with the SYN. */
  public long delivered() {
    return rate.delivered();
  }

  /** {@code tcp_init_congestion_control}: the handshake is over, which took {@code srttNs}; 0 if nobody knows. */
  public void start(long srttNs, int newMssBytes, long nowNs) {
    refresh(nowNs);
    srttUs = srttNs / NS_PER_US;
    mssBytes = newMssBytes;
    window.cwnd(INITIAL_CWND);
    established = true;
    startControl();
  }

  private void startControl() {
    if (control.paces()) {
      pacing.enforce();
    }
    control.start(this, nowUs());
  }

  /** The answer to a SYN has arrived, after {@code rttNs}; -1 if nobody knows. */
  public void synackDelivered(long rttNs) {
    rate.begin(0);
    rate.delivered(new TxState(), 1);
    rate.sample(rttNs < 0 ? RateSample.NONE : rttNs / NS_PER_US, nowUs());
  }

  /** {@code tcp_mstamp_refresh}: what follows happens at the same time. */
  public void refresh(long newNowNs) {
    nowNs = newNowNs;
  }

  /** {@code tcp_sync_mss}. */
  public void mssBytes(int bytes) {
    mssBytes = bytes;
  }

  /** {@code tcp_cwnd_test}: how many more segments the window has room for, at most half of it. */
  public int quota() {
    return Math.max(0, Math.min(Math.max(cwnd() / 2, 1), cwnd() - packetsInFlight()));
  }

  /** {@code tcp_tso_autosize}: of how many segments one is made that the device is to cut. */
  public int tsoSegments() {
    return Math.max(tsoBytes() / mssBytes, MIN_TSO_SEGMENTS);
  }

  private int tsoBytes() {
    long shift = Math.min(rate.minRttUs() >> TSO_RTT_LOG, Integer.SIZE - 1);
    long bytes = (pacing.bytesPerSecond() >> PACING_SHIFT) + (maxGsoBytes >> shift);
    return (int) Math.min(bytes, maxGsoBytes);
  }

  /** {@code tcp_pacing_check}: whether the next segment has to wait for {@link #nextSendNs}. */
  public boolean paces() {
    return pacing.holds(nowNs);
  }

  /** {@code sndbuf_expand}: how many windows the send buffer is to have room for. */
  public int sndbufWindows() {
    return control.sndbufWindows();
  }

  /** For how long nothing has been sent. */
  public long idleNs() {
    return nowNs - pacing.nextNs();
  }

  /** When {@link #refresh} was called last. */
  public long nowNs() {
    return nowNs;
  }

  /** {@code tcp_wstamp_ns}. */
  public long nextSendNs() {
    return pacing.nextNs();
  }

  /** {@code tcp_rate_check_app_limited}, when a program has given all that there is to send. */
  public void limitedByApplication() {
    if (packetsInFlight() < cwnd()) {
      rate.limitedByApplication(packetsInFlight());
    }
  }

  /** A segment goes out for the first time. */
  public void sent(TxState tx, int bytes, int segments) {
    if (packetsInFlight() == 0) {
      control.sendsAgain(this, nowUs());
    }
    leaves(tx, bytes, segments);
    flight.addOut(segments);
    sentInReduction(segments);
  }

  /** A segment goes out again to be answered, and is counted as before. */
  public void probed(TxState tx, int bytes, int segments) {
    leaves(tx, bytes, segments);
  }

  /** A segment goes out again. */
  public void resent(TxState tx, int bytes, int segments) {
    leaves(tx, bytes, segments);
    flight.addRetransmitted(segments);
  }

  /** {@code prr_out}: segments have gone out, perhaps while the window is made smaller. */
  public void sentInReduction(int segments) {
    if (state.isReducing()) {
      reduction.sent(segments);
    }
  }

  private void leaves(TxState tx, int bytes, int segments) {
    long leavesNs = Math.max(pacing.nextNs(), nowNs);
    pacing.sent(bytes, segments, nowNs);
    rate.sent(tx, flight.out(), leavesNs / NS_PER_US);
  }

  /** The end of {@code tcp_write_xmit}: all was sent that could be. */
  public void validate(boolean sentAny, long sndUna, long sndNxt) {
    boolean limited = packetsInFlight() >= cwnd();
    if (sentAny || limited) {
      window.validate(limited, flight.out(), sndUna, sndNxt);
    }
  }

  /** Before what an acknowledgement says is looked at. */
  public void beginAck() {
    priorLost = flight.everLost();
    rate.begin(packetsInFlight());
  }

  /** {@code tcp_count_delivered}: the peer has a segment. */
  public void delivered(TxState tx, int segments) {
    rate.delivered(tx, segments);
  }

  /**
   * {@code tcp_cong_control}: what was acknowledged has been taken away, and what is lost is known.
   *
   * @param newSrttNs the round trip time as it is estimated now
   * @param rttNs the round trip of the newest segment; -1 if it was sent twice or is none of data
   * @param advanced whether segments with data are acknowledged, and not only known to have come
   */
  public void endAck(long newSrttNs, long rttNs, boolean advanced) {
    srttUs = newSrttNs / NS_PER_US;
    RateSample sample = rate.sample(rttNs < 0 ? RateSample.NONE : rttNs / NS_PER_US, nowUs());
    sample.losses = (int) (flight.everLost() - priorLost);
    if (!established) {
      return;
    }
    if (control.paces()) {
      control.acked(this, sample, nowUs());
      return;
    }
    if (state.isReducing()) {
      reduce(sample.acked, advanced && sample.losses == 0);
    } else if (advanced && sample.acked > 0) {
      control.acked(this, sample, nowUs());
    }
    updatePacingRate();
  }

  /** {@code tcp_cwnd_reduction}. */
  private void reduce(int acked, boolean progresses) {
    if (acked > 0 && priorCwnd > 0) {
      window.cwnd(reduction.cwnd(ssthresh(), packetsInFlight(), acked, progresses));
    }
  }

  /** {@code tcp_update_pacing_rate}: twice the window in a round trip, or a fifth more when it grows slowly. */
  private void updatePacingRate() {
    int ratio = cwnd() < ssthresh() / 2 ? SLOW_START_RATIO : AVOIDANCE_RATIO;
    long perSecond = (long) mssBytes * ratio * (1_000_000 / 100) * Math.max(cwnd(), flight.out());
    pacing.bytesPerSecond(perSecond / Math.max(srttUs, 1));
  }

  /** {@code tcp_init_cwnd_reduction}, if it has not begun; the caller says what for. */
  public void beginReduction(CaState cause) {
    if (!state.isReducing()) {
      remember();
      priorCwnd = cwnd();
      reduction.begin(priorCwnd);
      window.ssthresh(control.ssthresh(this));
    }
    state = cause;
  }

  /** A timer found a loss: {@code tcp_rack_reo_timeout} lets one segment more leave. */
  public void beginByTimer() {
    if (!control.paces()) {
      reduce(1, false);
    }
  }

  /** {@code tcp_end_cwnd_reduction}: all that was lost has arrived. */
  public void endReduction() {
    if (!control.paces() && ssthresh() < CongestionWindow.INFINITE) {
      window.cwnd(ssthresh());
    }
  }

  /**
   * {@code tcp_enter_loss}: nothing arrives. What is lost has been marked.
   *
   * @param again whether that was so before, of the same segments
   */
  public void enterLoss(boolean again) {
    if (!again) {
      remember();
      priorCwnd = cwnd();
      window.ssthresh(control.ssthresh(this));
    }
    window.restart(packetsInFlight() + 1);
    control.lost(this);
    state = CaState.LOSS;
  }

  /** {@code tcp_undo_cwnd_reduction}: nothing was lost after all. */
  public void undoReduction() {
    if (priorSsthresh > 0) {
      window.cwnd(Math.max(cwnd(), priorCwnd));
      window.ssthresh(Math.max(ssthresh(), priorSsthresh));
    }
  }

  /** {@code prior_ssthresh}, by {@code tcp_current_ssthresh}. */
  private void remember() {
    priorSsthresh = state.isReducing() ? ssthresh() : Math.max(ssthresh(), (cwnd() >> 1) + (cwnd() >> 2));
  }

  /** {@code tcp_packets_in_flight}, in segments. */
  public int packetsInFlight() {
    return flight.packets();
  }

  CongestionWindow window() {
    return window;
  }

  Pacing pacing() {
    return pacing;
  }

  DeliveryRate rate() {
    return rate;
  }

  int mssBytes() {
    return mssBytes;
  }

  /** {@code bbr_tso_segs_goal}: as {@link #tsoSegments}, whatever the round trip. */
  int paceSegments() {
    long bytes = Math.min(pacing.bytesPerSecond() >> PACING_SHIFT, maxGsoBytes);
    return Math.max((int) bytes / mssBytes, MIN_TSO_SEGMENTS);
  }

  /** 0 if there was no round trip yet. */
  long srttUs() {
    return srttUs;
  }

  long nowUs() {
    return nowNs / NS_PER_US;
  }
}
