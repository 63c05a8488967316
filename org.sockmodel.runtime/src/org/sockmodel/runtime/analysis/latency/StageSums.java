package org.sockmodel.runtime.analysis.latency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.Stage;

/** How many messages each bin has, how long their stages took together, and how long their CPUs were interrupted. */
final class StageSums {

  private static final Stage[] STAGES = Stage.values();
  private static final int TOTAL = Stage.TOTAL.ordinal();

  private final long[] counts = new long[LatencyBins.COUNT];
  private final double[] sumsNs = new double[LatencyBins.COUNT * STAGES.length];
  private final double[] interruptedNs = new double[LatencyBins.COUNT];
  private long messages;

  void add(int bin, Message message) {
    messages++;
    interruptedNs[bin] += message.meanwhile().interruptedNs();
    counts[bin]++;
    for (Stage stage : message.stages()) {
      sumsNs[bin * STAGES.length + stage.ordinal()] += Math.max(0, message.durationNs(stage));
    }
  }

  long messages() {
    return messages;
  }

  /** The bin of the message before which {@code percent} of all come, from the fastest on. */
  int binAt(double percent) {
    double before = messages * percent / 100;
    long seen = 0;
    int last = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      seen += counts[bin];
      last = counts[bin] > 0 ? bin : last;
      if (seen > before) {
        return bin;
      }
    }
    return last;
  }

  /** How long the CPUs of the messages from a bin on were in interrupts and softirqs, together. */
  double interruptedNs(int fromBin) {
    return Arrays.stream(interruptedNs, fromBin, interruptedNs.length).sum();
  }

  /** The messages whose ranks lie between two shares, in whole bins. */
  RankGroup group(int fromPercent, int toPercent) {
    int first = binAt(fromPercent);
    int last = binAt(toPercent);
    long count = 0;
    double[] sums = new double[STAGES.length];
    double[] shares = new double[STAGES.length];
    for (int bin = first; bin <= last; bin++) {
      count += counts[bin];
      for (int stage = 0; stage < STAGES.length; stage++) {
        double sumNs = sumsNs[bin * STAGES.length + stage];
        sums[stage] += sumNs;
        // The messages of a bin take about the same time.
        shares[stage] += sumNs > 0 ? counts[bin] * sumNs / sumsNs[bin * STAGES.length + TOTAL] : 0;
      }
    }
    List<StageShare> stages = new ArrayList<>();
    for (Stage stage : STAGES) {
      if (stage != Stage.TOTAL && sums[stage.ordinal()] > 0) {
        int place = stage.ordinal();
        stages.add(new StageShare(stage, sums[place] / count, shares[place] / count));
      }
    }
    return new RankGroup(fromPercent, toPercent, count, LatencyBins.lowNs(first), sums[TOTAL] / count, stages);
  }
}
