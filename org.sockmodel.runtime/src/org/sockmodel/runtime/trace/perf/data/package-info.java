/**
 * {@code perf.data}, the binary file of {@code perf record}: raw samples of tracepoints, as the kernel put them into
 * the buffer of each CPU. Source: perf.data-file-format.txt in the kernel's {@code tools/perf},
 * {@code include/uapi/linux/perf_event.h}.
 *
 * <pre>
 *   header --PerfHeaderReader--> PerfHeader: shapes of samples, TracingData --formats--> RecordPlans
 *   records --RecordScan--> pieces of each CPU --PerfCpuStream--> samples, merged by time --> TraceSink
 * </pre>
 *
 * This package must not know other formats.
 */
package org.sockmodel.runtime.trace.perf.data;
