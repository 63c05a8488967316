/**
 * Text of the kernel's tracer: what tracefs' {@code trace} file holds and what {@code trace-cmd report} prints.
 *
 * <pre>
 *   line --FtraceLine--> task, CPU, time | name --EventTexts--> fields --> TraceSink
 * </pre>
 *
 * This package knows what stands before an event's name in a line. What follows it is the business of {@code text}.
 */
package org.sockmodel.runtime.trace.ftrace;
