/**
 * The kernel's tracepoints as events: the one place where the simulator and the analyzer meet.
 *
 * <pre>
 *   simulator --Tracer--+                        +--> analyses
 *                       +--> TraceSink.accept() -+
 *   trace files --TraceReader--+                 +--> writers (CTF, text, ...)
 * </pre>
 *
 * This package knows the names and the fields of tracepoints. It must not know who made an event, which file format it
 * came from, or what is done with it.
 */
package org.sockmodel.runtime.trace;
