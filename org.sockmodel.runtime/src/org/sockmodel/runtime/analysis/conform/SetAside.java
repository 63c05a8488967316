package org.sockmodel.runtime.analysis.conform;

/**
 * How many steps were not compared for one reason.
 *
 * @param rule the reason, in a few words
 */
public record SetAside(String rule, int reference, int candidate) {
}
