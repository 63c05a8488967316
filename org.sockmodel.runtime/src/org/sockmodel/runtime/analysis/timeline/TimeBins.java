package org.sockmodel.runtime.analysis.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts over time in a fixed number of bins, whose width doubles when time goes beyond the last one. Cost: a division
 * an event, now and then a pass over all bins; no allocation.
 */
final class TimeBins {

  static final int HARDIRQS = 0;
  static final int SOFTIRQS = 1;
  static final int SWITCHES = 2;
  static final int MESSAGES = 3;

  private static final int CHANNELS = 4;
  private static final int BINS = 256;
  private static final long FIRST_WIDTH_NS = 1000;

  private final long[][] counts = new long[CHANNELS][BINS];
  private long beginNs = Long.MIN_VALUE;
  private long widthNs = FIRST_WIDTH_NS;
  private int used;

  void add(int channel, long timeNs) {
    if (beginNs == Long.MIN_VALUE) {
      beginNs = timeNs;
    }
    long sinceNs = Math.max(0, timeNs - beginNs);
    while (sinceNs / widthNs >= BINS) {
      doubleWidth();
    }
    int bin = (int) (sinceNs / widthNs);
    counts[channel][bin]++;
    used = Math.max(used, bin + 1);
  }

  Timeline.Bins snapshot() {
    return new Timeline.Bins(widthNs, list(HARDIRQS), list(SOFTIRQS), list(SWITCHES), list(MESSAGES));
  }

  private List<Long> list(int channel) {
    List<Long> list = new ArrayList<>();
    for (int bin = 0; bin < used; bin++) {
      list.add(counts[channel][bin]);
    }
    return list;
  }

  private void doubleWidth() {
    for (long[] channel : counts) {
      for (int bin = 0; bin < BINS; bin++) {
        channel[bin] = bin < BINS / 2 ? channel[2 * bin] + channel[2 * bin + 1] : 0;
      }
    }
    widthNs *= 2;
    used = (used + 1) / 2;
  }
}
