package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.sched.Scheduler;

/**
 * How long a sender waits before it sends again, and how often: {@code icsk_rto}, {@code icsk_backoff} and {@code
 * icsk_retransmits} of {@code struct inet_connection_sock}, with {@code tcp_write_timeout}, {@code
 * net/ipv4/tcp_timer.c}.
 */
final class RetransmissionTimeout {

  /** {@code TCP_RTO_MIN}. */
  private static final long RTO_MIN_NS = 200_000_000;
  /** {@code TCP_TIMEOUT_INIT}: as long as no round trip was measured. */
  private static final long RTO_INITIAL_NS = 1_000_000_000;
  /** {@code TCP_RTO_MAX}. */
  private static final long RTO_MAX_NS = 120_000_000_000L;

  /** {@code tcp_syn_retries}. */
  private static final int SYN_RETRIES = 6;
  /** What {@code tcp_retries2} of 15 comes to: {@code tcp_model_timeout}. */
  private static final long GIVES_UP_AFTER_NS = 924_600_000_000L;

  private int backoff;
  private int timeouts;
  private long firstTimeoutNs;

  /** In jiffies. */
  int jiffies(long srttNs) {
    long ns = srttNs == 0 ? RTO_INITIAL_NS : srttNs + RTO_MIN_NS;
    ns = Math.min(ns << Math.min(backoff, Short.SIZE), RTO_MAX_NS);
    return (int) Scheduler.jiffies(ns);
  }

  /** Whether the time was over since data were acknowledged. */
  boolean hasExpired() {
    return timeouts > 0;
  }

  /** {@code tcp_write_timeout}: whether enough was tried; a SYN waits as long as before {@code linear} times. */
  boolean hasGivenUp(boolean syn, int linear, long nowNs) {
    return syn ? timeouts >= SYN_RETRIES + linear : timeouts > 0 && nowNs - firstTimeoutNs >= GIVES_UP_AFTER_NS;
  }

  /**
   * The time is over.
   *
   * @param linear how many times it then waits as long as before
   */
  void expired(int linear, long nowNs) {
    if (timeouts++ == 0) {
      firstTimeoutNs = nowNs;
    }
    if (timeouts > linear) {
      backoff++;
    }
  }

  /** A closed window was probed, or the probe answered. */
  void probed(boolean answered) {
    backoff = answered ? 0 : backoff + 1;
  }

  /** New data is acknowledged. */
  void reset() {
    backoff = 0;
    timeouts = 0;
  }
}
