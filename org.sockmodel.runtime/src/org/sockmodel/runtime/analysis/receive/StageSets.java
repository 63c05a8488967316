package org.sockmodel.runtime.analysis.receive;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Which stages a message may have, by the points that are known of it. Found once for each such set of points, by any
 * thread.
 */
final class StageSets {

  private static final Stage[] STAGES = Stage.values();

  private static final AtomicReferenceArray<Stage[]> BY_KNOWN_POINTS =
      new AtomicReferenceArray<>(1 << Point.values().length);

  private StageSets() {
  }

  /** The stages that a message may have of which these points are known, a bit for each; not to be changed. */
  static Stage[] among(int knownPoints) {
    Stage[] known = BY_KNOWN_POINTS.get(knownPoints);
    return known != null ? known : find(knownPoints);
  }

  private static Stage[] find(int knownPoints) {
    Stage[] found = Arrays.stream(STAGES).filter(stage -> stage.isAmong(knownPoints)).toArray(Stage[]::new);
    BY_KNOWN_POINTS.set(knownPoints, found);
    return found;
  }
}
