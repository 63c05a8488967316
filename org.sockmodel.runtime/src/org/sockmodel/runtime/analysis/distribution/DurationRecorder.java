package org.sockmodel.runtime.analysis.distribution;

import java.util.ArrayList;
import java.util.List;

/**
 * Records durations in nanoseconds. Cost: a few nanoseconds a value, no allocation, about 300 KiB of counters whatever
 * the number of values. Percentiles are exact to three digits; minimum, maximum and sum are exact.
 *
 * <p>Durations beyond {@link #HIGHEST_NS} count as that long.
 */
public final class DurationRecorder {

  /** The longest duration that is told apart: about two and a half hours. */
  public static final long HIGHEST_NS = LogCounts.HIGHEST;

  private static final int BINS_PER_OCTAVE = 4;

  private final LogCounts counts = new LogCounts();
  private long count;
  private long minNs = Long.MAX_VALUE;
  private long maxNs = Long.MIN_VALUE;
  private double sumNs;

  /** Records one duration, which must not be negative. */
  public void record(long durationNs) {
    long value = Math.min(durationNs, HIGHEST_NS);
    counts.add(value);
    count++;
    minNs = Math.min(minNs, value);
    maxNs = Math.max(maxNs, value);
    sumNs += value;
  }

  public long count() {
    return count;
  }

  /** What has been recorded so far. */
  public Distribution snapshot() {
    if (count == 0) {
      return Distribution.EMPTY;
    }
    long[] values = counts.atRanks(ranks());
    List<Long> percentiles = new ArrayList<>();
    percentiles.add(minNs);
    for (int percent = 1; percent < 100; percent++) {
      percentiles.add(exact(values[percent]));
    }
    percentiles.add(exact(values[values.length - 1]));
    return new Distribution(count, minNs, maxNs, sumNs / count, List.copyOf(percentiles), exact(values[100]), bins());
  }

  /** The ranks of 0 %, 1 %, ... 99 %, of 99.9 % and of 100 %. */
  private long[] ranks() {
    long[] ranks = new long[102];
    for (int percent = 0; percent < 100; percent++) {
      ranks[percent] = rank(percent);
    }
    ranks[100] = rank(99.9);
    ranks[101] = rank(100);
    return ranks;
  }

  /** The next lower number in place of {@code percent}, so that 5 % of 100 are no more than 5. */
  private long rank(double percent) {
    return Math.max(1, (long) Math.ceil(Math.nextDown(percent) * count / 100));
  }

  private long exact(long valueNs) {
    return Math.max(minNs, Math.min(maxNs, valueNs));
  }

  private List<Distribution.Bin> bins() {
    List<Distribution.Bin> bins = new ArrayList<>();
    int first = binOf(minNs);
    int last = binOf(maxNs);
    for (int bin = first; bin <= last; bin++) {
      long low = lowerEdge(bin);
      long high = Math.max(low + 1, lowerEdge(bin + 1));
      long inBin = first == last ? count : counts.between(low, high - 1);
      bins.add(new Distribution.Bin(low, high, inBin));
    }
    return exactBins(bins);
  }

  /** The counters of neighbouring bins may share a value of three digits; the last bin takes what is left. */
  private List<Distribution.Bin> exactBins(List<Distribution.Bin> bins) {
    List<Distribution.Bin> result = new ArrayList<>();
    long left = count;
    for (int i = 0; i < bins.size(); i++) {
      Distribution.Bin bin = bins.get(i);
      long inBin = i == bins.size() - 1 ? left : Math.min(left, bin.count());
      left -= inBin;
      result.add(new Distribution.Bin(bin.lowNs(), bin.highNs(), inBin));
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
