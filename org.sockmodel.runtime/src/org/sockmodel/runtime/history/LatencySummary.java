package org.sockmodel.runtime.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 */
public record LatencySummary(int messages, Distribution total, List<StageTime> stages) {

  /** No messages. */
  public static final LatencySummary NONE = new LatencySummary(0, Distribution.EMPTY, List.of());

  private static final Stage[] STAGES = Stage.values();

  public LatencySummary {
    stages = List.copyOf(stages);
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
    return new LatencySummary(end - first, total, stages);
  }
}
