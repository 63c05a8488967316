/**
 * {@code trace.dat}, the binary file of trace-cmd, versions 6 and 7: the kernel's ring buffer as it is, with the
 * formats of its events, by which {@code formats} decodes records. Source: the manual pages trace-cmd.dat.v6(5) and
 * trace-cmd.dat.v7(5), {@code include/linux/ring_buffer.h}.
 *
 * <pre>
 *   header --DatHeader--> formats, symbols, tasks --> RecordPlans
 *   pages of each CPU --CpuStream--> records --RecordDecoder--> fields, merged by time --> TraceSink
 * </pre>
 *
 * This package must not know other formats.
 */
package org.sockmodel.runtime.trace.ftrace.dat;
