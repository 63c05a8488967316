/**
 * Compares two traces of the same program, a reference and a candidate: for every thread and kind of context the order
 * of steps, where it agrees, what is missing and what is extra.
 *
 * <pre>
 *   Steps (reference) --+                          +--> SequenceResult
 *                       +--> Rules --> Alignment --+
 *   Steps (candidate) --+                          +--> what was set aside
 * </pre>
 *
 * Both sides are treated alike. This package must not know which of them was recorded and which simulated.
 */
package org.sockmodel.runtime.analysis.conform;
