/**
 * Records of the kernel's tracepoints by their {@code format} files, as ring buffers hold them and perf samples them
 * raw: what each type's record is decoded to, addresses of functions, names of tasks. Source: the
 * kernel's trace/events.rst, trace-cmd.dat.v6(5).
 *
 * <pre>
 *   TracingData (formats, symbols, tasks) --RecordCompiler--> RecordPlan;  record --RecordDecoder by plan--> fields
 * </pre>
 *
 * <p>This package must not know the files that hold records.
 */
package org.sockmodel.runtime.trace.formats;
