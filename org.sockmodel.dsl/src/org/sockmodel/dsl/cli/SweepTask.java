package org.sockmodel.dsl.cli;

import java.util.Map;
import java.util.OptionalDouble;
import org.sockmodel.dsl.sweep.SweepFigures;
import org.sockmodel.dsl.sweep.SweepPoint;

/** One run of a sweep; any thread may run it. */
record SweepTask(SweepVariant variant, SweepPoint point) {

  /** The same in every sweep that runs the same code with the same seed. */
  String id() {
    return variant.id() + "-" + point.seed();
  }

  /** Runs it. */
  Map<String, OptionalDouble> figures() {
    ModelRun run = new ModelRun(variant.file(), variant.declare(), point.seed(), false);
    run.runUnwatched();
    return SweepFigures.of(run.json());
  }
}
