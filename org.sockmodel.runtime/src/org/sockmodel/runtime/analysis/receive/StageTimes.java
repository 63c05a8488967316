package org.sockmodel.runtime.analysis.receive;

import static org.sockmodel.runtime.analysis.path.Delivery.UNKNOWN_NS;

import java.util.ArrayList;
import java.util.List;
import org.sockmodel.runtime.analysis.distribution.DurationRecorder;

/** Distributions of the stages' durations. A negative one, from clocks that disagree, is counted apart. */
final class StageTimes {

  private static final Stage[] STAGES = Stage.values();

  private final DurationRecorder[] recorders = new DurationRecorder[STAGES.length];
  private long backwards;

  void record(Message message) {
    for (Stage stage : message.stages()) {
      long durationNs = message.durationNs(stage);
      if (durationNs >= 0) {
        recorder(stage).record(durationNs);
      } else if (durationNs != UNKNOWN_NS) {
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
      if (recorder != null) {
        result.add(new StageTime(stage, recorder.snapshot()));
      }
    }
    return List.copyOf(result);
  }

  private DurationRecorder recorder(Stage stage) {
    DurationRecorder recorder = recorders[stage.ordinal()];
    if (recorder == null) {
      recorder = new DurationRecorder();
      recorders[stage.ordinal()] = recorder;
    }
    return recorder;
  }
}
