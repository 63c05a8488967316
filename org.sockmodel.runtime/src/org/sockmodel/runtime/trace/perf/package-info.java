/**
 * Text that {@code perf script} prints of events that {@code perf record} recorded.
 *
 * <p>This package knows what stands before an event's name in a line. What follows it is the business of {@code text}.
 */
package org.sockmodel.runtime.trace.perf;
