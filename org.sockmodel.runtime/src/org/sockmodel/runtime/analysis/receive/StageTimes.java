package org.sockmodel.runtime.analysis.receive;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;

/**
 * Distributions of the stages' durations. A negative one, from clocks that disagree, is counted apart. Which stages a
 * message may have follows from the points that are known of it, and is found once for each such set of points. Cost: a
 * few nanoseconds a stage that a message has; no allocation once a set of points has been seen.
 */
final class StageTimes {

  private static final Stage[] STAGES = Stage.values();

  private final DurationRecorder[] recorders = new DurationRecorder[STAGES.length];
  private final Stage[][] byKnownPoints = new Stage[1 << Point.values().length][];
  private long backwards;

  void record(Message message) {
    int known = message.knownPoints();
    Stage[] stages = byKnownPoints[known];
    if (stages == null) {
      stages = stagesAmong(known);
    }
    long arrivedNs = message.atNs(Point.ARRIVED);
    for (Stage stage : stages) {
      long endNs = message.atNs(stage.to());
      long durationNs = endNs - Math.max(message.atNs(stage.from()), arrivedNs);
      if (durationNs >= 0) {
        recorders[stage.ordinal()].record(durationNs);
      } else if (endNs >= arrivedNs) {
        backwards++;
      }
    }
  }

  /** How many stages would have ended before they began. */
  long backwards() {
    return backwards;
  }

  List<StageTime> snapshot() {
    List<StageTime> result = new ArrayList<>();
    for (Stage stage : STAGES) {
      DurationRecorder recorder = recorders[stage.ordinal()];
      if (recorder != null && recorder.count() > 0) {
        result.add(new StageTime(stage, recorder.snapshot()));
      }
    }
    return List.copyOf(result);
  }

  private Stage[] stagesAmong(int knownPoints) {
    List<Stage> stages = new ArrayList<>();
    for (Stage stage : STAGES) {
      if (stage.isAmong(knownPoints)) {
        stages.add(stage);
        if (recorders[stage.ordinal()] == null) {
          recorders[stage.ordinal()] = new DurationRecorder();
        }
      }
    }
    byKnownPoints[knownPoints] = stages.toArray(Stage[]::new);
    return byKnownPoints[knownPoints];
  }
}
