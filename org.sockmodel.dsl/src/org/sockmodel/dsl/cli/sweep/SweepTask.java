package org.sockmodel.dsl.cli.sweep;

import org.sockmodel.dsl.cli.run.WatchedRun;
import org.sockmodel.dsl.expectation.Expectations;
import org.sockmodel.dsl.sweep.SweepFigures;
import org.sockmodel.dsl.sweep.SweepPoint;
import org.sockmodel.dsl.sweep.SweepResult;

/** One run of a sweep; any thread may run it. */
record SweepTask(SweepVariant variant, SweepPoint point) {

  /** The same in every sweep that runs the same code with the same seed. */
  String id() {
    return variant.id() + "-" + point.seed();
  }

  /**
   * Runs it.
   *
   * @param others what other models report, if the model compares with them
   */
  SweepResult run(Expectations.OtherRuns others) {
    WatchedRun watched = new WatchedRun(variant.file(), variant.declare(), point.seed(), false);
    watched.runUnwatched();
    return SweepResult.of(SweepFigures.of(watched.run().json()), watched.run().verdicts(others));
  }
}
