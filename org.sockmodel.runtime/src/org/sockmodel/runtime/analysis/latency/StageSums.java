package org.sockmodel.runtime.analysis.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sockmodel.runtime.analysis.receive.Message;
import org.sockmodel.runtime.analysis.receive.Stage;

/** How many messages each bin has, how long their stages took together, and how long their CPUs were interrupted. */
final class StageSums {

  private static final Stage[] STAGES = Stage.values();
  private static final int TOTAL = Stage.TOTAL.ordinal();

  /** What a bin has beside the sums of its stages: how many messages, and how long interrupts took. */
  private static final int MESSAGES = STAGES.length;
  private static final int INTERRUPTED = STAGES.length + 1;
  private static final int WIDTH = STAGES.length + 2;

  /** All of a bin stands together, as all of it changes with a message. */
  private final double[] sums = new double[LatencyBins.COUNT * WIDTH];
  private long messages;

  void add(int bin, Message message) {
    messages++;
    int first = bin * WIDTH;
    sums[first + MESSAGES]++;
    sums[first + INTERRUPTED] += message.meanwhile().interruptedNs();
    for (Stage stage : message.stages()) {
      sums[first + stage.ordinal()] += Math.max(0, message.durationNs(stage));
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
    for (int bin = 0; bin < LatencyBins.COUNT; bin++) {
      seen += count(bin);
      last = count(bin) > 0 ? bin : last;
      if (seen > before) {
        return bin;
      }
    }
    return last;
  }

  private long count(int bin) {
    return (long) sums[bin * WIDTH + MESSAGES];
  }

  /** How long the CPUs of the messages from a bin on were in interrupts and softirqs, together. */
  double interruptedNs(int fromBin) {
    return IntStream.range(fromBin, LatencyBins.COUNT).mapToDouble(bin -> sums[bin * WIDTH + INTERRUPTED]).sum();
  }

  /** The messages whose ranks lie between two shares, in whole bins. */
  RankGroup group(int fromPercent, int toPercent) {
    int first = binAt(fromPercent);
    int last = binAt(toPercent);
    long count = 0;
    double[] sumsNs = new double[STAGES.length];
    double[] shares = new double[STAGES.length];
    for (int bin = first; bin <= last; bin++) {
      count += count(bin);
      for (int stage = 0; stage < STAGES.length; stage++) {
        double sumNs = sums[bin * WIDTH + stage];
        sumsNs[stage] += sumNs;
        // The messages of a bin take about the same time.
        shares[stage] += sumNs > 0 ? count(bin) * sumNs / sums[bin * WIDTH + TOTAL] : 0;
      }
    }
    List<StageShare> stages = new ArrayList<>();
    for (Stage stage : STAGES) {
      if (stage != Stage.TOTAL && sumsNs[stage.ordinal()] > 0) {
        int place = stage.ordinal();
        stages.add(new StageShare(stage, sumsNs[place] / count, shares[place] / count));
      }
    }
    return new RankGroup(fromPercent, toPercent, count, LatencyBins.lowNs(first), sumsNs[TOTAL] / count, stages);
  }
}
