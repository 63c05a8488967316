package org.sockmodel.runtime.analysis.receive;

import java.util.Arrays;

/** Which stages a message may have, by the points that are known of it. Found once for each such set of points. */
final class StageSets {

  private static final Stage[] STAGES = Stage.values();

  private final Stage[][] byKnownPoints = new Stage[1 << Point.values().length][];

  /** The stages that a message may have of which these points are known, a bit for each; not to be changed. */
  Stage[] among(int knownPoints) {
    Stage[] known = byKnownPoints[knownPoints];
    return known != null ? known : find(knownPoints);
  }

  private Stage[] find(int knownPoints) {
    byKnownPoints[knownPoints] =
        Arrays.stream(STAGES).filter(stage -> stage.isAmong(knownPoints)).toArray(Stage[]::new);
    return byKnownPoints[knownPoints];
  }
}
