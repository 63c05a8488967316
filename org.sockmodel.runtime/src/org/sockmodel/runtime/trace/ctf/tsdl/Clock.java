package org.sockmodel.runtime.trace.ctf.tsdl;

/**
 * A clock of a trace (CTF 1.8, chapter 8).
 *
 * @param frequencyHz ticks a second, from 1 on
 * @param offsetSeconds when it was zero, in seconds since the epoch
 * @param offsetTicks and so many ticks later
 */
public record Clock(String name, long frequencyHz, long offsetSeconds, long offsetTicks) {

  private static final long NS_PER_SECOND = 1_000_000_000L;

  /** What holds where the metadata have no clock. */
  static final Clock NANOSECONDS = new Clock("", NS_PER_SECOND, 0, 0);

  boolean isLike(Clock other) {
    return frequencyHz == other.frequencyHz && offsetSeconds == other.offsetSeconds && offsetTicks == other.offsetTicks;
  }

  /** A time of the clock, or a distance, in nanoseconds. */
  public long nanoseconds(long ticks) {
    if (frequencyHz == NS_PER_SECOND) {
      return ticks;
    }
    return ticks / frequencyHz * NS_PER_SECOND + ticks % frequencyHz * NS_PER_SECOND / frequencyHz;
  }

  /** When it was zero, in nanoseconds since the epoch. */
  long zeroNs() {
    return offsetSeconds * NS_PER_SECOND + nanoseconds(offsetTicks);
  }
}
