package org.sockmodel.runtime.kernel.tcp;

import org.sockmodel.runtime.kernel.skb.SkBuff;

/**
 * How long a round trip takes as a receiver sees it, who sends nothing that he could time: {@code rcv_rtt_est} of
 * {@code struct tcp_sock}, {@code tcp_rcv_rtt_measure} and {@code tcp_rcv_rtt_measure_ts}, {@code
 * net/ipv4/tcp_input.c}. Either a whole window has come since it was offered, or a segment echoes when one was sent.
 */
final class ReceiverRtt {

  private static final long NS_PER_US = 1000;
  private static final long US_PER_MS = 1000;
  private static final int SHIFT = 3;
  private static final int NEVER = -1;

  private boolean measuring;
  private long windowEndSeq;
  private long windowNs;
  private long echoedMs = NEVER;
  /** {@code rtt_us}, eight times the round trip; 0 if there was none yet. */
  private long scaledUs;

  /** Data has been queued: {@code tcp_rcv_rtt_measure}. */
  void measure(long rcvNxt, int windowBytes, long nowNs) {
    if (measuring && rcvNxt < windowEndSeq) {
      return;
    }
    if (measuring) {
      update(Math.max((nowNs - windowNs) / NS_PER_US, 1), true);
    }
    measuring = true;
    windowEndSeq = rcvNxt + windowBytes;
    windowNs = nowNs;
  }

  /**
   * A segment has come: {@code tcp_rcv_rtt_measure_ts}, by a clock of milliseconds.
   *
   * @param slowReader whether something waits to be read, so that a long time says nothing about the network
   */
  void measureEcho(SkBuff skb, int rcvMssBytes, long clockMs, boolean slowReader) {
    long echoMs = skb.tcp().echoMs();
    if (echoMs == echoedMs) {
      return;
    }
    echoedMs = echoMs;
    if (skb.payloadBytes() >= rcvMssBytes && clockMs > echoMs) {
      update((clockMs - echoMs) * US_PER_MS, slowReader);
    }
  }

  /** The round trip; 0 as long as none was measured. */
  long us() {
    return scaledUs >> SHIFT;
  }

  /** Whether the time is as long as a round trip; false as long as none was measured. */
  boolean isOver(long ns) {
    return scaledUs > 0 && ns / NS_PER_US >= scaledUs >> SHIFT;
  }

  /**
   * {@code tcp_rcv_rtt_update}: a shorter one counts, since a sender may not have filled the window.
   *
   * @param shorterOnly whether a longer one does not
   */
  private void update(long sampleUs, boolean shorterOnly) {
    if (scaledUs == 0 || sampleUs << SHIFT < scaledUs) {
      scaledUs = sampleUs << SHIFT;
    } else if (!shorterOnly) {
      scaledUs += sampleUs - (scaledUs >> SHIFT);
    }
  }
}
