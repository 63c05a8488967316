package org.sockmodel.dsl.expectation;

import org.sockmodel.runtime.model.Expectation;

/**
 * What came of one expectation.
 *
 * @param holds whether the run kept it
 * @param text one line: what was expected, and what came out
 */
public record Verdict(Expectation expectation, boolean holds, String text) {
}
