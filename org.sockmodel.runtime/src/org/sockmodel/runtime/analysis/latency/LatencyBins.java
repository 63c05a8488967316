package org.sockmodel.runtime.analysis.latency;

import org.sockmodel.runtime.analysis.distribution.DurationRecorder;

/**
 * Bins of latencies: 32 of equal width for each factor of two, so that a bin is at most some 3 % wide. Below 32 ns each
 * nanosecond has its own.
 */
final class LatencyBins {

  private static final int BITS = 5;

  /** How many bins there are. */
  static final int COUNT = of(DurationRecorder.HIGHEST_NS) + 1;

  private LatencyBins() {
  }

  /** The bin of a latency, which must not be negative; the last one takes what is longer than it. */
  static int of(long durationNs) {
    long value = Math.min(durationNs, DurationRecorder.HIGHEST_NS);
    int shift = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(value | 1));
    return (shift << BITS) + (int) (value >>> shift);
  }

  /** The shortest latency of a bin. */
  static long lowNs(int bin) {
    int shift = Math.max(0, (bin >>> BITS) - 1);
    return (long) (bin - (shift << BITS)) << shift;
  }

  /** The middle of a bin. */
  static long middleNs(int bin) {
    return (lowNs(bin) + lowNs(bin + 1) - 1) / 2;
  }
}
