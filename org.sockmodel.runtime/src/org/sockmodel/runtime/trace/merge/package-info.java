/**
 * Makes one sequence of events of several, by their time.
 *
 * <p>This package must not know where the sequences come from.
 */
package org.sockmodel.runtime.trace.merge;
