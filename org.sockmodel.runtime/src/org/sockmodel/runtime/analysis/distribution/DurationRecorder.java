package org.sockmodel.runtime.analysis.distribution;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Records durations in nanoseconds. Cost: a few nanoseconds a value, no allocation, about 300 KiB of counters whatever
 * the number of values. Percentiles are exact to three digits; minimum, maximum and sum are exact.
 *
 * <p>Durations beyond {@link #HIGHEST_NS} count as that long.
 */
public final class DurationRecorder {

  /** The longest duration that is told apart: about two and a half hours. */
  public static final long HIGHEST_NS = 1L << 43;

  private static final int DIGITS = 3;
  private static final int BINS_PER_OCTAVE = 4;

  private final Histogram histogram = new Histogram(1, HIGHEST_NS, DIGITS);
  private long minNs = Long.MAX_VALUE;
  private long maxNs = Long.MIN_VALUE;
  private double sumNs;

  /** Records one duration, which must not be negative. */
  public void record(long durationNs) {
    long value = Math.min(durationNs, HIGHEST_NS);
    histogram.recordValue(value);
    minNs = Math.min(minNs, value);
    maxNs = Math.max(maxNs, value);
    sumNs += value;
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** What has been recorded so far. */
  public Distribution snapshot() {
    if (count() == 0) {
      return Distribution.EMPTY;
    }
    List<Long> percentiles = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent++) {
      percentiles.add(at(percent));
    }
    return new Distribution(count(), minNs, maxNs, sumNs / count(), List.copyOf(percentiles), bins());
  }

  private long at(double percent) {
    if (percent == 0) {
      return minNs;
    }
    return Math.max(minNs, Math.min(maxNs, histogram.getValueAtPercentile(percent)));
  }

  private List<Distribution.Bin> bins() {
    List<Distribution.Bin> bins = new ArrayList<>();
    int first = binOf(minNs);
    int last = binOf(maxNs);
    for (int bin = first; bin <= last; bin++) {
      long low = lowerEdge(bin);
      long high = Math.max(low + 1, lowerEdge(bin + 1));
      long count = bin == last && first == last ? count() : histogram.getCountBetweenValues(low, high - 1);
      bins.add(new Distribution.Bin(low, high, count));
    }
    return exact(bins);
  }

  /** The counters of neighbouring bins may share a value of three digits; the last bin takes what is left. */
  private List<Distribution.Bin> exact(List<Distribution.Bin> bins) {
    List<Distribution.Bin> result = new ArrayList<>();
    long left = count();
    for (int i = 0; i < bins.size(); i++) {
      Distribution.Bin bin = bins.get(i);
      long count = i == bins.size() - 1 ? left : Math.min(left, bin.count());
      left -= count;
      result.add(new Distribution.Bin(bin.lowNs(), bin.highNs(), count));
    }
    return List.copyOf(result);
  }

  private static int binOf(long valueNs) {
    int bin = (int) Math.floor(BINS_PER_OCTAVE * Math.log(Math.max(1, valueNs)) / Math.log(2));
    while (lowerEdge(bin + 1) <= valueNs) {
      bin++;
    }
    while (bin > 0 && lowerEdge(bin) > valueNs) {
      bin--;
    }
    return bin;
  }

  private static long lowerEdge(int bin) {
    return bin <= 0 ? 0 : (long) Math.ceil(Math.pow(2, (double) bin / BINS_PER_OCTAVE));
  }
}
