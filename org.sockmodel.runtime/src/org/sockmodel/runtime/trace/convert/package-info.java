/**
 * One trace format into another.
 *
 * <pre>
 *   any TraceReader --TraceEvent--> TraceWriter of a TraceFormat
 * </pre>
 *
 * <p>This package knows which formats can be written. It must not know how, nor how the source is read.
 */
package org.sockmodel.runtime.trace.convert;
