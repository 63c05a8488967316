package org.sockmodel.dsl.sweep;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What came of one run.
 *
 * @param figures the figures of the report by the names of their columns; empty where the run has none
 */
public record SweepRow(SweepPoint point, Map<String, OptionalDouble> figures) {
}
