package org.sockmodel.runtime.analysis.conform;

/**
 * A tracepoint or function that only one of both traces shows.
 *
 * @param count how often
 */
public record OneSided(String name, int count) {
}
