package org.sockmodel.dsl.sweep;

/** One run, and what came of it. */
public record SweepRow(SweepPoint point, SweepResult result) {
}
