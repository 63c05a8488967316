/**
 * The texts in which the kernel prints the fields of its tracepoints ({@code TP_printk} in
 * {@code include/trace/events}), as ftrace, trace-cmd and perf print them: reading and writing.
 *
 * <pre>
 *   name --EventTexts--> EventText --TextFormat--> fields of a TraceEvent
 * </pre>
 *
 * This package knows what follows an event's name in a line. It must not know what stands before it.
 */
package org.sockmodel.runtime.trace.text;
