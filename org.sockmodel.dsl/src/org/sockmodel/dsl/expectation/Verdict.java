package org.sockmodel.dsl.expectation;

import java.util.OptionalDouble;
import org.sockmodel.runtime.model.Expectation;

/**
 * What came of one expectation.
 *
 * @param metric the metric's name
 * @param wanted what it is compared with; empty if another run has no such value
 * @param found its value; empty if the run has none
 * @param holds whether the run kept it
 * @param text one line: what was expected, and what came out
 */
public record Verdict(Expectation expectation, String metric, OptionalDouble wanted, OptionalDouble found,
    boolean holds, String text) {
}
