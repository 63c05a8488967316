/**
 * Sweeps: the runs that a model's {@code sweep} asks for, and what came of each.
 *
 * <pre>
 *   sweep { rate in 1kpps, 2kpps  seeds 1..3 }
 *     --{@link org.sockmodel.dsl.sweep.SweepPlan}--> six {@link org.sockmodel.dsl.sweep.SweepPoint}s
 *     --(who runs them)--> {@link org.sockmodel.dsl.sweep.SweepOutcome} --> table, text, page
 * </pre>
 *
 * This package must not know how a point is run, nor on how many threads.
 */
package org.sockmodel.dsl.sweep;
