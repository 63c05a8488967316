package org.sockmodel.runtime.kernel.congestion;

/** What one acknowledgement tells of the rate of delivery: {@code struct rate_sample}, {@code include/net/tcp.h}. */
final class RateSample {

  static final long NONE = -1;

  /** When what came last before the newest acknowledged segment was sent was delivered; 0 without a sample. */
  long priorUs;
  /** {@code prior_delivered}: how many segments had been delivered when that segment was sent. */
  long priorDelivered;
  /** Segments delivered in the interval, or {@link #NONE}. */
  long delivered;
  /** How long they took, or {@link #NONE}. */
  long intervalUs;
  /** The round trip of the newest acknowledged segment, or {@link #NONE}. */
  long rttUs;
  /** Whether the sender had nothing more to send meanwhile. */
  boolean appLimited;
  /** Segments that this acknowledgement tells of. */
  int acked;
  /** Segments that were found lost by it. */
  int losses;
  /** Segments on their way before it. */
  int priorInFlight;

  void clear(int inFlight) {
    priorUs = 0;
    priorDelivered = 0;
    delivered = NONE;
    intervalUs = 0;
    rttUs = NONE;
    appLimited = false;
    acked = 0;
    losses = 0;
    priorInFlight = inFlight;
  }
}
