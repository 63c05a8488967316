/**
 * Records what the running kernel does, in a private instance of tracefs.
 *
 * <pre>
 *   Tracefs --makes--> TracefsInstance --pages of each CPU--> CpuPages --> TraceDatWriter --> trace.dat
 *                            Recorder: starts, drains, stops, assembles, cleans up
 * </pre>
 *
 * <p>This package knows the tracer. It must not know what is made of a recording.
 */
package org.sockmodel.runtime.record;
