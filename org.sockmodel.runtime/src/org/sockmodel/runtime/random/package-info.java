/**
 * Seeded random numbers: one named stream per element of a model, all drawn from one root seed.
 *
 * <p>Must not be seeded from a clock; the same seed gives the same numbers on every Java version.
 */
package org.sockmodel.runtime.random;
