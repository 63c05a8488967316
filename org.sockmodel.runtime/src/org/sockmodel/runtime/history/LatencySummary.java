package org.sockmodel.runtime.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.sockmodel.runtime.analysis.distribution.Distribution;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;
import org.sockmodel.runtime.analysis.receive.Stage;
import org.sockmodel.runtime.analysis.receive.StageTime;

/**
 * How long messages took, in total and by stage.
 *
 * @param messages how many there were, of whatever duration
 * @param total first known point to return; empty without messages whose way is known
 * @param stages the other stages that at least one message had, in the order of a message's way
 * @param shares which part of a message whose duration is about the median each of the stages takes, from 0 to 1
 */
public record LatencySummary(int messages, Distribution total, List<StageTime> stages, List<Double> shares) {

  /** No messages. */
  public static final LatencySummary NONE = new LatencySummary(0, Distribution.EMPTY, List.of(), List.of());

  private static final Stage[] STAGES = Stage.values();

  public LatencySummary {
    stages = List.copyOf(stages);
    shares = List.copyOf(shares);
  }

  /** Of the messages from one index to another, which is left out. Cost: some hundred nanoseconds a message. */
  public static LatencySummary of(MessageLog messages, int first, int end) {
    Map<Stage, DurationRecorder> recorders = new EnumMap<>(Stage.class);
    for (int message = first; message < end; message++) {
      for (Stage stage : STAGES) {
        long durationNs = messages.durationNs(message, stage);
        if (durationNs >= 0) {
          recorders.computeIfAbsent(stage, any -> new DurationRecorder()).record(durationNs);
        }
      }
    }
    List<StageTime> stages = new ArrayList<>();
    Distribution total = Distribution.EMPTY;
    for (Map.Entry<Stage, DurationRecorder> entry : recorders.entrySet()) {
      Distribution time = entry.getValue().snapshot();
      if (entry.getKey() == Stage.TOTAL) {
        total = time;
      } else {
        stages.add(new StageTime(entry.getKey(), time));
      }
    }
    return new LatencySummary(end - first, total, stages, shares(messages, first, end, total, stages));
  }

  /** The tenth of the messages in the middle, by their durations, of which percentiles tell three digits. */
  private static List<Double> shares(MessageLog messages, int first, int end, Distribution total,
      List<StageTime> stages) {
    double fromNs = total.percentileNs(45) * 0.99;
    double toNs = total.percentileNs(55) * 1.01;
    double[] sumsNs = new double[stages.size()];
    for (int message = first; message < end; message++) {
      long totalNs = messages.durationNs(message, Stage.TOTAL);
      if (totalNs >= fromNs && totalNs <= toNs) {
        for (int i = 0; i < sumsNs.length; i++) {
          sumsNs[i] += Math.max(0, messages.durationNs(message, stages.get(i).stage()));
        }
      }
    }
    double allNs = DoubleStream.of(sumsNs).sum();
    return DoubleStream.of(sumsNs).mapToObj(sumNs -> allNs == 0 ? 0 : sumNs / allNs).toList();
  }
}
